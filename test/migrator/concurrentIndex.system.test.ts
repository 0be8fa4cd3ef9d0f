import { expect, it } from 'vitest';
import { index, prepared, release, table } from './indexRelease.ts';
import { alone, connected, messageOf, releaseOf, until } from './support.ts';

it('rejects an existing index with the same name but another definition', async () => {
  const { migrate, client } = await prepared();
  await client.query('create unique index "Things_idx" on things (id)');
  const message = await messageOf(migrate({}, release));
  expect(message).toMatch(
    /^2-index \(up\) failed and is not recorded; .*Another index has the name "Things_idx": its definition is "unique USING btree \(id\)", but the migration needs "unique USING btree \(lower/s,
  );
  expect(await migrate({ command: 'status' }, release)).toMatchObject({ pending: ['2-index'] });
});

it('an index that is built concurrently waits for an older transaction without a time limit, unlike other DDL', async () => {
  const { migrate, url, client, identity } = await prepared();
  const observer = await connected(url);
  await client.query('begin isolation level repeatable read; select count(*) from things');
  const run = migrate({}, release);
  // The statement still waits after 1.2 s on the server's clock. Other DDL waits for at most 1 s.
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
});

it('continues a failed migration after its last completed statement', async () => {
  const { migrate } = await prepared();
  const two = 'create index concurrently second_idx on things (id)';
  const broken = releaseOf({ ...table, '2-two': alone(index, 'create index concurrently second_idx on things (no_such_column)') });
  expect(await messageOf(migrate({}, broken))).toMatch(
    /^2-two \(up\) failed and is not recorded; the statements that it completed stay.*SQLSTATE 42703\)\nNewest applied migration: 1-table\.$/s,
  );
  const mended = releaseOf({ ...table, '2-two': alone(index, two) });
  expect(await migrate({}, mended)).toMatchObject({ applied: [{ name: '2-two' }] });
});

it('reverts a migration that runs outside a transaction', async () => {
  const { migrate, identity } = await prepared();
  const both = releaseOf({
    ...table,
    '2-index': { transactional: false, up: [index], down: ['drop index concurrently if exists "Things_idx"'] },
  });
  await migrate({}, both);
  expect(await migrate({ command: 'down' }, both)).toMatchObject({ reverted: [{ name: '2-index' }] });
  expect(await identity()).toEqual([]);
});
