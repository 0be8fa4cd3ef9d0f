import { expect, it } from 'vitest';
import { migrations } from '../../migrations/index.ts';
import { schemaOf } from '../support/databaseSchema.ts';
import { messageOf, migratable, releaseOf, sends } from './support.ts';

// plan.system.test.ts tests values, non-transactional migrations and locks.

const names = migrations.map(({ name }) => name);

it('shows the exact SQL of every pending migration, and changes nothing', async () => {
  const { migrate, sequelize } = await migratable();
  const before = await schemaOf(sequelize);
  const report = await migrate({ command: 'plan' });
  expect(report).toMatchObject({ command: 'plan', applied: [], executed: [], pending: names, schema: null });
  expect(report.statements?.map(({ name }) => name)).toEqual(names);
  expect(report.statements?.find(({ name }) => name.endsWith('add-discount-code-to-orders'))).toEqual({
    name: '20250203110000-add-discount-code-to-orders',
    sql: [
      'ALTER TABLE "public"."orders" ADD COLUMN "discount_code" VARCHAR(50);',
      'create index orders_discount_code_idx on orders (discount_code) where discount_code is not null',
    ],
    transactional: true,
  });
  expect(await schemaOf(sequelize)).toEqual(before);
  expect((await sequelize.query(`select to_regclass('"SequelizeMeta"') as store`))[0]).toEqual([{ store: null }]);
});

it('plans no migration after `to`, and starts at the first pending one', async () => {
  const { migrate } = await migratable();
  await migrate({ to: names[1] });
  const report = await migrate({ command: 'plan', to: names[3] });
  expect(report.statements?.map(({ name }) => name)).toEqual(names.slice(2, 4));
});

it('names the migration that would fail, with its SQLSTATE', async () => {
  const { migrate } = await migratable();
  const release = releaseOf({ '1-table': sends('create table things ()'), '2-wrong': sends('select 1 / 0') });
  expect(await messageOf(migrate({ command: 'plan' }, release))).toMatch(
    /^2-wrong \(up\) failed and was rolled back: division by zero \(SQLSTATE 22012\)/,
  );
});
