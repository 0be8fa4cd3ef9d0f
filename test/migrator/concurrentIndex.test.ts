import { describe, expect, it } from 'vitest';
import { readIndexCreation } from '../../lib/migrator/steps/concurrentIndex.ts';
import { index, prepared, release } from './indexRelease.ts';

// concurrentIndex.system.test.ts tests conflicts, locks and interruptions.

it('keeps a valid index that a killed run has built, and records its migration', async () => {
  const { migrate, client, identity } = await prepared();
  await client.query(index);
  const before = await identity();
  expect(await migrate({}, release)).toMatchObject({ applied: [{ name: '2-index' }], pending: [] });
  expect(await identity()).toEqual(before);
});

it('drops and rebuilds an INVALID index that a killed run has left', async () => {
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
