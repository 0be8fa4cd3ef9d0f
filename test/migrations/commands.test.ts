import { describe, expect, it } from 'vitest';
import { migrations } from '../../migrations/index.ts';
import { schemaOf } from '../support/catalogue.ts';
import { emptyDatabase, migratedDatabase, migrateFor } from '../support/emptyDatabase.ts';

const names = migrations.map(({ name }) => name);
const [first, second, third] = names;
const last = names.at(-1);
const untilNow = (report: { applied: readonly { name: string }[] }) => report.applied.map(({ name }) => name);

async function environment(stage = 'local', database = emptyDatabase()) {
  const { sequelize, url } = await database;
  return { sequelize, migrate: await migrateFor(url, stage) };
}

/** An environment in whose database all migrations have run. */
const migratedEnvironment = () => environment('local', migratedDatabase());

describe('up', () => {
  it('is the default of an empty payload: applies all pending migrations in order, and reports them', async () => {
    const { migrate } = await environment();
    const report = await migrate({});
    expect(report).toEqual({
      command: 'up',
      applied: names.map((name) => ({ name, durationMs: expect.any(Number) })),
      reverted: [],
      pending: [],
      executed: names,
      ahead: [],
      schema: last,
    });
  });

  it('applies nothing when nothing is pending', async () => {
    const { migrate, sequelize } = await migratedEnvironment();
    const before = await schemaOf(sequelize);
    expect(await migrate({ command: 'up' })).toMatchObject({ applied: [], pending: [], executed: names, schema: last });
    expect(await schemaOf(sequelize)).toEqual(before);
  });

  it('applies no migration after `to`, which is included', async () => {
    const { migrate } = await environment();
    const report = await migrate({ command: 'up', to: second });
    expect(untilNow(report)).toEqual([first, second]);
    expect(report).toMatchObject({ executed: [first, second], pending: names.slice(2), schema: second });
    expect(untilNow(await migrate({ command: 'up', to: third }))).toEqual([third]);
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

  it('lists the migrations of a newer release', async () => {
    const { migrate, sequelize } = await migratedEnvironment();
    await sequelize.query(`insert into "SequelizeMeta" values ('20990101000000-from-the-future')`);
    expect(await migrate({ command: 'status' })).toMatchObject({ pending: [], ahead: ['20990101000000-from-the-future'] });
  });
});

describe('down', () => {
  it('reverts the last migration, `step` of them, or down to and including `to`', async () => {
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

  it('is rejected on any stage except local, unless it is allowed explicitly', async () => {
    const { migrate } = await environment('production');
    await migrate({ to: second });
    await expect(migrate({ command: 'down' })).rejects.toThrow('"allowDown": true');
    expect(await migrate({ command: 'status' })).toMatchObject({ executed: [first, second] });
    expect(await migrate({ command: 'down', allowDown: true })).toMatchObject({ reverted: [{ name: second }], executed: [first] });
  });
});
