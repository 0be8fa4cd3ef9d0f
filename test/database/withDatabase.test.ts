import { expect, it } from 'vitest';
import { database } from '../../lib/database/database.ts';
import { withDatabase } from '../../lib/database/withDatabase.ts';
import { PublicError } from '../../lib/errors.ts';
import { duringInvocation } from '../../lib/invocation.ts';
import { freshFunction } from '../support/freshFunction.ts';
import { ownClock } from '../support/ownClock.ts';
import { tcpProxy, through } from '../support/tcpProxy.ts';

function within<Result>(remainingMs: number, work: () => Promise<Result>): Promise<Result> {
  const deadline = Date.now() + remainingMs;
  return duringInvocation({ requestId: 'test', remainingMs: () => deadline - Date.now() }, work);
}

it('retries on a new connection when the old one was terminated, so that the caller gets no error', async () => {
  const { sequelize } = await database();
  let tries = 0;
  const work = () =>
    withDatabase(async (db) => {
      tries++;
      // Ends its own session at the first attempt, so the response of this statement is lost.
      await db.sequelize.query(tries === 1 ? 'select pg_terminate_backend(pg_backend_pid())' : 'select 1');
      return 'done';
    });
  expect(await within(60_000, work)).toBe('done');
  expect(tries).toBe(2);
  await expect(sequelize.query('select 1')).resolves.toBeDefined();
});

it('does not reuse a connection whose session has ended, even if the connection closes later', async () => {
  const proxy = await tcpProxy();
  proxy.forNew('end late');
  await freshFunction('listProducts', { DATABASE_URL: through(proxy, process.env['DATABASE_URL'] ?? '') });
  const fresh = await import('../../lib/database/withDatabase.ts');
  let tries = 0;
  await fresh.withDatabase(({ sequelize }) =>
    sequelize.query(tries++ === 0 ? 'select pg_terminate_backend(pg_backend_pid())' : 'select 1'),
  );
  expect([tries, proxy.taken()]).toEqual([2, 2]);
});

it('does not retry an error that a retry cannot change', async () => {
  let tries = 0;
  const work = withDatabase(async (db) => {
    tries++;
    await db.sequelize.query('select 1 / 0');
  });
  await expect(work).rejects.toThrow(/division by zero/);
  expect(tries).toBe(1);
});

it('gives up early enough for a 503', async () => {
  const clock = ownClock();
  const begun: number[] = [];
  const work = within(2_500, () =>
    withDatabase(async () => {
      begun.push(clock.passedMs());
      clock.move(200);
      throw Object.assign(new Error('remaining connection slots are reserved'), { code: '53300' });
    }),
  );
  await expect(work).rejects.toThrow(PublicError);
  await expect(work).rejects.toMatchObject({ kind: 'unavailable', code: 'overloaded' });
  // Of the 2.5 s, 2 s are reserved for the response. A third try begins only if its random pause ends within the other 0.5 s.
  expect([
    [0, 200],
    [0, 200, 400],
  ]).toContainEqual(begun);
});
