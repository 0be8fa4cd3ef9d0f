import { Sequelize } from 'sequelize';
import { expect, it } from 'vitest';
import { defineModels } from '../../lib/models/index.ts';
import { validators } from '../../scripts/standIns.ts';

// Sequelize's own validators, which use only isLength of validator.js.
const bySequelize = ['is', 'notEmpty', 'len', 'min', 'max'];

it('the bundle contains every validator that a model uses', () => {
  const sequelize = new Sequelize({ dialect: 'postgres' });
  defineModels(sequelize);
  const named = Object.values(sequelize.models).flatMap((model) =>
    Object.values(model.getAttributes()).flatMap(({ validate }) =>
      // A rule that is a function is the model's own validator and does not come from validator.js.
      Object.entries(validate ?? {}).flatMap(([name, rule]) => (typeof rule === 'function' ? [] : [name])),
    ),
  );
  expect(named).toContain('isEmail');
  expect(validators).toEqual(expect.arrayContaining([...named.filter((name) => !bySequelize.includes(name)), 'isLength']));
});
