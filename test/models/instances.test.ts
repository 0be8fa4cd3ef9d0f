import { expect, it } from 'vitest';
import { database } from '../../lib/database/database.ts';
import { ownerDatabase } from '../support/ownerDatabase.ts';

it('binds every model to its own Sequelize instance when a process has two', async () => {
  for (const { sequelize, ...models } of [await database(), await ownerDatabase()]) {
    const names = Object.entries(models).filter(([, model]) => model.sequelize !== sequelize);
    expect(names.map(([name]) => name)).toEqual([]);
  }
});
