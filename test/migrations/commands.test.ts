import { describe, expect, it } from 'vitest';
import { migrations } from '../../migrations/index.ts';
import { emptyDatabase, migratedDatabase, migrateFor } from '../support/emptyDatabase.ts';

// commands.system.test.ts tests the other options of each command.

const names = migrations.map(({ name }) => name);
const [first, second, third] = names;
const last = names.at(-1);
const untilNow = (report: { applied: readonly { name: string }[] }) => report.applied.map(({ name }) => name);

async function environment(stage = 'local', database = emptyDatabase()) {
  const { sequelize, url } = await database;
  return { sequelize, migrate: await migrateFor(url, stage) };
}

/** Creates an environment with a migrated database. */
const migratedEnvironment = () => environment('local', migratedDatabase());

describe('up', () => {
  it('is the command of an empty payload, applies all pending migrations in order, and reports them', async () => {
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

  it('applies the pending migrations up to and including `to`', async () => {
    const { migrate } = await environment();
    const report = await migrate({ command: 'up', to: second });
    expect(untilNow(report)).toEqual([first, second]);
    expect(report).toMatchObject({ executed: [first, second], pending: names.slice(2), schema: second });
    expect(untilNow(await migrate({ command: 'up', to: third }))).toEqual([third]);
  });
});

describe('status', () => {
  it('lists the migrations of a newer release', async () => {
    const { migrate, sequelize } = await migratedEnvironment();
    await sequelize.query(`insert into "SequelizeMeta" values ('20990101000000-from-the-future')`);
    expect(await migrate({ command: 'status' })).toMatchObject({ pending: [], ahead: ['20990101000000-from-the-future'] });
  });
});

describe('down', () => {
  it('is rejected on any stage except local, unless it is allowed explicitly', async () => {
    const { migrate } = await environment('production');
    await migrate({ to: second });
    await expect(migrate({ command: 'down' })).rejects.toThrow('"allowDown": true');
    expect(await migrate({ command: 'status' })).toMatchObject({ executed: [first, second] });
    expect(await migrate({ command: 'down', allowDown: true })).toMatchObject({ reverted: [{ name: second }], executed: [first] });
  });
});
