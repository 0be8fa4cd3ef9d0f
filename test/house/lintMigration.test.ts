import { DataTypes } from 'sequelize';
import { describe, expect, it } from 'vitest';
import type { Migration } from '../../migrations/migration.ts';
import { lintMigration } from '../../scripts/lint/lintMigration.ts';

const lint = (step: Migration) => lintMigration({ name: '20310101000000-try', step });
const sends = (up: string, reasons: Pick<Migration, 'contract' | 'safe'> = {}): Migration => ({
  ...reasons,
  up: async ({ sequelize, transaction }) => void (await sequelize.query(up, { transaction })),
  down: async () => {},
});

describe('rejects', () => {
  it.each([
    ['adding-required-field', 'alter table orders add column note text not null', 'nullable, fill it, set not null'],
    ['adding-not-nullable-field', 'alter table orders alter column discount_code set not null', 'check (column is not null) not valid'],
    ['require-concurrent-index-creation', 'create index orders_note_idx on orders (note)', 'create index concurrently'],
    ['require-concurrent-index-deletion', 'drop index orders_discount_code_idx', 'drop index concurrently if exists'],
    ['changing-column-type', 'alter table orders alter column discount_code type text', 'Expand and contract'],
    ['ban-drop-column', 'alter table orders drop column discount_code', '`contract`'],
    ['renaming-column', 'alter table orders rename column discount_code to code', 'three deploys'],
    ['ban-drop-table', 'drop table order_items', '`contract`'],
    ['renaming-table', 'alter table orders rename to sales', 'a view with the new name'],
    ['adding-foreign-key-constraint', 'alter table orders add constraint o_fkey foreign key (user_id) references users (id)', 'not valid'],
    ['constraint-missing-not-valid', 'alter table orders add constraint o_check check (id > 0)', 'not valid'],
    ['disallowed-unique-constraint', 'alter table orders add constraint o_key unique (discount_code)', 'unique using index'],
    ['concurrently-in-transaction', 'create index concurrently orders_note_idx on orders (note)', '`transactional: false`'],
    ['empty', ' ', 'write its `up`'],
  ])('%s, with the remedy', async (rule, sql, way) => {
    const found = await lint(sends(sql));
    expect(found.map((line) => line.split(': ')[1])).toContain(rule);
    expect(found.find((line) => line.startsWith(`migrations/20310101000000-try.ts: ${rule}: `))).toContain(way);
  });

  it('a syntax error', async () => {
    expect(await lint(sends('alter tabel orders'))).toContainEqual(
      expect.stringMatching(/^migrations\/20310101000000-try\.ts: syntax-error: /),
    );
  });

  it('a required column in SQL that Sequelize generates', async () => {
    const add: Migration = {
      up: async ({ queryInterface, transaction }) =>
        void (await queryInterface.addColumn('orders', 'note', { type: DataTypes.TEXT, allowNull: false }, { transaction })),
      down: async () => {},
    };
    expect(await lint(add)).toEqual([expect.stringContaining('adding-required-field')]);
  });

  it('a non-transactional statement that is not safe to repeat', async () => {
    expect(await lint({ transactional: false, up: ['update orders set note = 1'], down: [] })).toEqual([
      expect.stringContaining('not-repeatable'),
    ]);
  });

  it('an empty reason, and a superfluous reason', async () => {
    expect(await lint(sends('alter table orders drop column note', { contract: ' ' }))).toEqual([
      expect.stringContaining('ban-drop-column'),
    ]);
    expect(await lint(sends('alter table orders add column note text', { safe: { 'changing-column-type': 'no rows' } }))).toEqual([
      expect.stringContaining('`safe` gives a reason for changing-column-type'),
    ]);
  });
});

describe('accepts', () => {
  it.each([
    ['a nullable column', 'alter table orders add column note text'],
    ['a column with a constant default', 'alter table orders add column gift boolean not null default false'],
    ['a constraint that is not validated yet', 'alter table orders add constraint o_check check (id > 0) not valid'],
    ['the validation of a constraint', 'alter table orders validate constraint o_check'],
    [
      'a new table with its index',
      'create table notes (id bigint primary key, text varchar(20) not null); create index notes_text_idx on notes (text)',
    ],
    ['a constraint that uses an existing index', 'alter table orders add constraint o_key unique using index o_idx'],
    ['an update of rows', `update categories set name = 'x' where id = 1`],
    ['statements that change no table', `do $$ begin create role some_api; end $$; grant select on products to some_api`],
  ])('%s', async (_, sql) => {
    expect(await lint(sends(sql))).toEqual([]);
  });

  it('an index built and dropped concurrently', async () => {
    expect(
      await lint({
        transactional: false,
        up: ['create index concurrently a_idx on orders (id)', 'drop index concurrently if exists b_idx'],
        down: [],
      }),
    ).toEqual([]);
  });

  it('a dropped or renamed column or table, if `contract` gives a reason', async () => {
    for (const sql of ['alter table orders drop column note', 'alter table orders rename column note to text', 'drop table notes'])
      expect(await lint(sends(sql, { contract: 'nothing has read or written it since release 12' }))).toEqual([]);
  });

  it('a violation of any other rule, if `safe` gives a reason', async () => {
    expect(
      await lint(sends('create index a_idx on categories (name)', { safe: { 'require-concurrent-index-creation': 'ten rows' } })),
    ).toEqual([]);
  });
});
