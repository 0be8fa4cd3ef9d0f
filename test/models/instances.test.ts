import { expect, it } from 'vitest';
import { database } from '../../lib/database/database.ts';
import { ownerDatabase } from '../support/ownerDatabase.ts';

it('if a process has two Sequelize instances, the models of each are bound to that instance', async () => {
  for (const { sequelize, ...models } of [await database(), await ownerDatabase()]) {
    const names = Object.entries(models).filter(([, model]) => model.sequelize !== sequelize);
    expect(names.map(([name]) => name)).toEqual([]);
  }
});
