import { ValidationError } from 'sequelize';
import { describe, expect, it } from 'vitest';
import { statementsOf } from '../support/statements.ts';
import { validations } from './validations.ts';

const cases = validations.flatMap(({ model, row, rules }) =>
  rules.map((rule) => ({ name: `${model.name}.${rule.field}`, model, row, ...rule })),
);

describe.each(cases)('$name', ({ model, row, field, takes, refuses }) => {
  it('accepts valid values, and so does the table', async () => {
    for (const value of takes) {
      const made = await model.create({ ...(await row()), [field]: value });
      expect((await model.findOne({ where: { id: made.get('id') } }))?.get(field)).toEqual(value);
    }
  });

  it('rejects invalid values with a message, and sends no statement', async () => {
    const values = await row();
    for (const [value, message] of refuses) {
      const { result, sent } = await statementsOf(() => model.create({ ...values, [field]: value }).catch((error: unknown) => error));
      expect(result, String(value)).toBeInstanceOf(ValidationError);
      expect(result).toMatchObject({
        errors: expect.arrayContaining([expect.objectContaining({ path: field, message: expect.stringContaining(message) })]),
      });
      expect(sent).toEqual([]);
    }
  });
});
