import { expect, it, vi } from 'vitest';
import { log } from '../../lib/log.ts';
import { connected, messageOf, migratable, releaseOf, sends, until } from './support.ts';

const release = releaseOf({
  '1-table': sends('create table things (id int)'),
  '2-column': sends('alter table things add column note text'),
});

/** Creates a database in which a long transaction reads a table, so that DDL does not get its lock. */
async function readForLong() {
  const { migrate, url } = await migratable();
  await migrate({ to: '1-table' }, release);
  const [long, observer] = [await connected(url), await connected(url)];
  await long.query('begin; select count(*) from things');
  /** Returns how many sessions wait for this lock on the table. */
  const waiting = async (mode: 'AccessShareLock' | 'AccessExclusiveLock') =>
    (await observer.query(`select from pg_locks where relation = 'things'::regclass and mode = $1 and not granted`, [mode])).rowCount ?? 0;
  return { migrate, url, long, waiting };
}

/** Starts two sessions that read the table repeatedly. Returns a function that stops them. */
function readersOn(url: string): () => Promise<unknown> {
  let stopped = false;
  const reader = async () => {
    const client = await connected(url);
    while (!stopped) await client.query('select count(*) from things, pg_sleep(0.01)');
  };
  const readers = [reader(), reader()];
  return () => {
    stopped = true;
    return Promise.all(readers);
  };
}

it('DDL that waits for a long transaction blocks other queries only briefly, and completes when that transaction ends', async () => {
  const { migrate, url, long, waiting } = await readForLong();
  const stop = readersOn(url);
  const run = migrate({}, release);
  for (let tries = 0; tries < 2; tries++) {
    await until(() => waiting('AccessShareLock'));
    // Waits until no reading session waits any more. The DDL has then timed out: it cannot have got its lock, because the long transaction is still open.
    await until(async () => (await waiting('AccessShareLock')) === 0);
  }
  await long.query('commit');
  expect(await run).toMatchObject({ applied: [{ name: '2-column' }] });
  await stop();
});

it('DDL that gets no lock before the deadline fails with its SQLSTATE, and leaves nothing behind', async () => {
  const { migrate, waiting } = await readForLong();
  let leftMs = 60_000;
  const warned = vi.spyOn(log, 'warn');
  const tries = () => warned.mock.calls.filter(([message]) => message === 'lock not available, retrying').map(([, fields]) => fields);
  const message = messageOf(migrate({}, release, () => leftMs));
  await until(async () => tries().length > 0);
  await until(() => waiting('AccessExclusiveLock'));
  // The remaining time is not enough for another try.
  leftMs = 6_000;
  expect(await message).toMatch(
    /^2-column \(up\) failed and was rolled back: .*\(SQLSTATE 55P03\)\nNewest applied migration: 1-table\.\nLocks are held by: pid \d+ \(user orders_owner, .*\)\.$/s,
  );
  expect(tries()).toEqual([{ name: '2-column', code: '55P03', tries: 1 }]);
  warned.mockRestore();
});
