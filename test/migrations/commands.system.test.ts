import { describe, expect, it } from 'vitest';
import { migrations } from '../../migrations/index.ts';
import { schemaOf } from '../support/databaseSchema.ts';
import { emptyDatabase, migratedDatabase, migrateFor } from '../support/emptyDatabase.ts';

const names = migrations.map(({ name }) => name);
const [first, second] = names;
const last = names.at(-1);

async function environment(database = emptyDatabase()) {
  const { sequelize, url } = await database;
  return { sequelize, migrate: await migrateFor(url) };
}

/** Creates an environment with a migrated database. */
const migratedEnvironment = () => environment(migratedDatabase());

describe('up', () => {
  it('applies nothing when nothing is pending', async () => {
    const { migrate, sequelize } = await migratedEnvironment();
    const before = await schemaOf(sequelize);
    expect(await migrate({ command: 'up' })).toMatchObject({ applied: [], pending: [], executed: names, schema: last });
    expect(await schemaOf(sequelize)).toEqual(before);
  });

  it('applies nothing when `to` is already applied', async () => {
    const { migrate } = await environment();
    await migrate({ command: 'up', to: second });
    expect(await migrate({ command: 'up', to: second })).toMatchObject({ applied: [], schema: second });
  });

  it('rejects an unknown `to`, and applies nothing', async () => {
    const { migrate } = await environment();
    await expect(migrate({ command: 'up', to: 'no-such-migration' })).rejects.toThrow('no-such-migration');
    expect(await migrate({ command: 'status' })).toMatchObject({ executed: [], pending: names });
  });
});

describe('status', () => {
  it('changes nothing, and lists applied and pending migrations', async () => {
    const { migrate, sequelize } = await environment();
    const before = await schemaOf(sequelize);
    expect(await migrate({ command: 'status' })).toMatchObject({ applied: [], executed: [], pending: names, ahead: [], schema: null });
    expect(await schemaOf(sequelize)).toEqual(before);
  });
});

describe('down', () => {
  it('reverts the last migration, the last `step` migrations, or every migration back to and including `to`', async () => {
    const { migrate } = await migratedEnvironment();
    const reverted = async (event: object) => (await migrate({ command: 'down', ...event })).reverted.map(({ name }) => name);
    expect(await reverted({})).toEqual([last]);
    expect(await reverted({ step: 2 })).toEqual(names.slice(-3, -1).reverse());
    expect(await reverted({ to: second })).toEqual(names.slice(1, -3).reverse());
    expect(await migrate({ command: 'status' })).toMatchObject({ executed: [first], schema: first });
  });

  it('rejects `to` together with `step`', async () => {
    const { migrate } = await environment();
    await migrate({ to: second });
    await expect(migrate({ command: 'down', to: first, step: 1 })).rejects.toThrow('not both');
    expect(await migrate({ command: 'status' })).toMatchObject({ executed: [first, second] });
  });
});
