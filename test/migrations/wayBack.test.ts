import { beforeAll, describe, expect, it } from 'vitest';
import { type StepRunner, stepRunner } from '../../lib/migrator/steps/stepRunner.ts';
import { migrations } from '../../migrations/index.ts';
import { schemaOf } from '../support/databaseSchema.ts';
import { emptyDatabase } from '../support/emptyDatabase.ts';

const { sequelize } = await emptyDatabase();
const names = migrations.map(({ name }) => name);
/** The schema after each migration, by name. */
const after = new Map<string, string[]>();
let untouched: string[];
let schema: StepRunner;

beforeAll(async () => {
  untouched = await schemaOf(sequelize);
  schema = stepRunner(sequelize, 'SequelizeMeta', migrations);
  for (const name of names) {
    await schema.umzug.up({ to: name });
    after.set(name, await schemaOf(sequelize));
  }
});

it('every migration changes the schema', () => {
  const snapshots = [untouched, ...after.values()].map((lines) => lines.join('\n'));
  expect(new Set(snapshots).size).toBe(names.length + 1);
});

// The newest migration comes first, because `down` reverts migrations in this order. Each test starts with the schema that the previous test has left.
describe.each([...names.keys()].reverse().map((position) => ({ name: names[position] ?? '', before: names[position - 1] })))(
  '$name',
  ({ name, before }) => {
    it('is reverted exactly by its down', async () => {
      await schema.umzug.down();
      expect(schema.reverted.at(-1)?.name).toBe(name);
      expect(await schemaOf(sequelize)).toEqual(before === undefined ? untouched : after.get(before));
    });
  },
);

it('applying all migrations again gives the same schema, and reverting all again gives an empty schema', async () => {
  await schema.umzug.up();
  expect(await schemaOf(sequelize)).toEqual(after.get(names.at(-1) ?? ''));
  await schema.umzug.down({ to: 0 });
  expect(await schemaOf(sequelize)).toEqual(untouched);
  expect(await schema.recorded()).toEqual([]);
});
