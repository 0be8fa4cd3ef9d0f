import { describe, expect, it } from 'vitest';
import { MigrationError } from '../../lib/migrator/steps/migrationError.ts';
import { stepRunner } from '../../lib/migrator/steps/stepRunner.ts';
import type { Migration, Named } from '../../migrations/migration.ts';
import { schemaOf } from '../support/databaseSchema.ts';
import { emptyDatabase } from '../support/emptyDatabase.ts';

/** Returns steps that run the given statements. Without a statement for `down`, the step drops the table that has the step's name. */
function steps(...ways: readonly (readonly [name: string, up: string, down?: string])[]): Named<Migration>[] {
  return ways.map(([name, up, down = `drop table ${name}`]) => ({
    name,
    step: {
      up: async ({ sequelize, transaction }) => void (await sequelize.query(up, { transaction })),
      down: async ({ sequelize, transaction }) => void (await sequelize.query(down, { transaction })),
    },
  }));
}

const first = ['first', 'create table first ()'] as const;
const third = ['third', 'create table third ()'] as const;
const failing = ['second', 'create table second (id int); insert into second values (1); select 1 / 0'] as const;

describe('a step that fails', () => {
  it('is rolled back, and the earlier steps stay', async () => {
    const { sequelize } = await emptyDatabase();
    const { umzug, recorded, applied } = stepRunner(sequelize, 'SequelizeMeta', steps(first, failing, third));
    await expect(umzug.up()).rejects.toThrow();
    expect(applied.map(({ name }) => name)).toEqual(['first']);
    expect(await recorded()).toEqual(['first']);
    expect((await schemaOf(sequelize)).filter((line) => line.startsWith('table'))).toEqual([expect.stringContaining('first')]);
  });

  it('is named in the error, together with its direction, the server’s message and the SQLSTATE', async () => {
    const { sequelize } = await emptyDatabase();
    const error = await stepRunner(sequelize, 'SequelizeMeta', steps(failing))
      .umzug.up()
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      message: expect.stringContaining('second (up) failed and was rolled back: division by zero (SQLSTATE 22012)'),
    });
    // umzug wraps the error that a step throws.
    let cause: unknown = error;
    while (cause instanceof Error && !(cause instanceof MigrationError)) cause = cause.cause;
    expect(cause).toBeInstanceOf(MigrationError);
  });

  it('can be corrected: the next run applies it and the steps after it', async () => {
    const { sequelize } = await emptyDatabase();
    await stepRunner(sequelize, 'SequelizeMeta', steps(first, failing, third))
      .umzug.up()
      .catch(() => undefined);
    const repaired = stepRunner(sequelize, 'SequelizeMeta', steps(first, ['second', 'create table second ()'], third));
    await repaired.umzug.up();
    expect(repaired.applied.map(({ name }) => name)).toEqual(['second', 'third']);
  });

  it('in its down leaves the schema and the record unchanged', async () => {
    const { sequelize } = await emptyDatabase();
    const stuck = stepRunner(
      sequelize,
      'SequelizeMeta',
      steps(first, ['second', 'create table second ()', 'drop table second; select 1 / 0']),
    );
    await stuck.umzug.up();
    const before = await schemaOf(sequelize);
    await expect(stuck.umzug.down()).rejects.toThrow('second (down) failed and was rolled back: division by zero');
    expect(stuck.reverted).toEqual([]);
    expect(await schemaOf(sequelize)).toEqual(before);
    expect(await stuck.recorded()).toEqual(['first', 'second']);
  });
});

it('a step and its record share one transaction: if the step cannot be recorded, it is rolled back', async () => {
  const { sequelize } = await emptyDatabase();
  const long = 'x'.repeat(256);
  await expect(stepRunner(sequelize, 'SequelizeMeta', steps([long, 'create table first ()'])).umzug.up()).rejects.toThrow('SQLSTATE 22001');
  expect((await schemaOf(sequelize)).filter((line) => line.startsWith('table'))).toEqual([]);
});

it('a seed cannot be reverted, and the error names the reason', async () => {
  const { sequelize } = await emptyDatabase();
  const seeds = stepRunner(sequelize, 'SequelizeData', [{ name: 'rows', step: { up: async () => {} } }]);
  await seeds.umzug.up();
  await expect(seeds.umzug.down()).rejects.toThrow('rows (down) failed and was rolled back: the step has no down');
  expect(await seeds.recorded()).toEqual(['rows']);
});

it('migrations and seeds have separate records', async () => {
  const { sequelize } = await emptyDatabase();
  const [schema, data] = [stepRunner(sequelize, 'SequelizeMeta', steps(first)), stepRunner(sequelize, 'SequelizeData', steps(third))];
  await schema.umzug.up();
  await data.umzug.up();
  const [rows] = await sequelize.query(
    `select (select array_agg(name) from "SequelizeMeta") as meta, (select array_agg(name) from "SequelizeData") as data`,
  );
  expect(rows).toEqual([{ meta: ['first'], data: ['third'] }]);
});
