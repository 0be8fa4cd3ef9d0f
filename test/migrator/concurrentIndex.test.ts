import { describe, expect, it } from 'vitest';
import { readIndexCreation } from '../../lib/migrator/steps/concurrentIndex.ts';
import { alone, connected, messageOf, migratable, releaseOf, sends, until } from './support.ts';

const table = {
  '1-table': sends(
    `create table things (id int, "Name" text, gone boolean not null default false); insert into things select n, 'n' from generate_series(1, 1000) as n`,
  ),
};
const index = 'create unique index concurrently "Things_idx" on things (lower("Name"), id desc) where not gone';
const release = releaseOf({ ...table, '2-index': alone(index) });

async function prepared() {
  const { migrate, url } = await migratable();
  await migrate({ to: '1-table' }, release);
  const client = await connected(url);
  const identity = async () => (await client.query(`select indexrelid, indisvalid from pg_index where indrelid = 'things'::regclass`)).rows;
  return { migrate, url, client, identity };
}

it('a valid index of the same definition from a killed run is recorded without building it again', async () => {
  const { migrate, client, identity } = await prepared();
  await client.query(index);
  const before = await identity();
  expect(await migrate({}, release)).toMatchObject({ applied: [{ name: '2-index' }], pending: [] });
  expect(await identity()).toEqual(before);
  await client.end();
});

it('an INVALID index from a killed run is dropped and rebuilt', async () => {
  const { migrate, client, identity } = await prepared();
  await client.query(`update things set id = 1`);
  await expect(client.query(index)).rejects.toThrow('could not create unique index');
  await client.query(
    'update things set id = n from (select ctid as place, row_number() over () as n from things) as numbered where things.ctid = place',
  );
  expect(await identity()).toMatchObject([{ indisvalid: false }]);
  expect((await migrate({ command: 'verify' }, release)).problems).toEqual([
    { name: '"Things_idx"', code: 'invalid-index', message: expect.stringContaining('things is INVALID') },
  ]);
  await migrate({}, release);
  expect(await identity()).toMatchObject([{ indisvalid: true }]);
  expect((await migrate({ command: 'verify' }, release)).problems).toEqual([]);
  await client.end();
});

it('an index with the same name but another definition is rejected', async () => {
  const { migrate, client } = await prepared();
  await client.query('create unique index "Things_idx" on things (id)');
  const message = await messageOf(migrate({}, release));
  expect(message).toMatch(
    /^2-index \(up\) failed and is not recorded; .*Another index has the name "Things_idx": its definition is "unique USING btree \(id\)", but the migration needs "unique USING btree \(lower/s,
  );
  expect(await migrate({ command: 'status' }, release)).toMatchObject({ pending: ['2-index'] });
  await client.end();
});

it('waits for an older transaction without a time limit, unlike other DDL', async () => {
  const { migrate, url, client, identity } = await prepared();
  const observer = await connected(url);
  await client.query('begin isolation level repeatable read; select count(*) from things');
  const run = migrate({}, release);
  // By the server's own clock: still waiting after more than the second that other DDL waits for.
  await until(
    async () =>
      (
        await observer.query(
          `select from pg_stat_activity where datname = current_database() and query like '%index concurrently%'
              and wait_event_type = 'Lock' and clock_timestamp() - query_start > '1.2 s'`,
        )
      ).rowCount,
  );
  await client.query('commit');
  await run;
  expect(await identity()).toMatchObject([{ indisvalid: true }]);
  await observer.end();
  await client.end();
});

it('continues after the statement at which it was interrupted', async () => {
  const { migrate, client } = await prepared();
  const two = 'create index concurrently second_idx on things (id)';
  const broken = releaseOf({ ...table, '2-two': alone(index, 'create index concurrently second_idx on things (no_such_column)') });
  expect(await messageOf(migrate({}, broken))).toMatch(
    /^2-two \(up\) failed and is not recorded; the statements that it completed stay.*SQLSTATE 42703\)\nIn place now: 1-table\.$/s,
  );
  const mended = releaseOf({ ...table, '2-two': alone(index, two) });
  expect(await migrate({}, mended)).toMatchObject({ applied: [{ name: '2-two' }] });
  await client.end();
});

it('is reverted statement by statement', async () => {
  const { migrate, client, identity } = await prepared();
  const both = releaseOf({
    ...table,
    '2-index': { transactional: false, up: [index], down: ['drop index concurrently if exists "Things_idx"'] },
  });
  await migrate({}, both);
  expect(await migrate({ command: 'down' }, both)).toMatchObject({ reverted: [{ name: '2-index' }] });
  expect(await identity()).toEqual([]);
  await client.end();
});

describe('a statement', () => {
  it.each([
    ['create index concurrently a on b (c)', { unique: false, index: 'a', table: 'b', rest: '(c)' }],
    [
      '  CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS "A b" ON ONLY s."t t" USING gin (c)',
      { unique: true, index: '"A b"', table: 's."t t"', rest: 'USING gin (c)' },
    ],
    ['drop index concurrently a', undefined],
    ['create index a on b (c)', undefined],
  ])('%s is parsed', (sql, parts) => {
    expect(readIndexCreation(sql)).toEqual(parts);
  });

  it.each(['create index concurrently on b (c)', 'create index concurrently if not exists on b (c)'])(
    '%s has no index name and is rejected',
    (sql) => {
      expect(() => readIndexCreation(sql)).toThrow('Name the index');
    },
  );
});
