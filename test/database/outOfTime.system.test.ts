import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { QueryTypes } from 'sequelize';
import { beforeAll, expect, inject, it } from 'vitest';
import type { Database } from '../../lib/database/types.ts';
import { withDatabase } from '../../lib/database/withDatabase.ts';
import { duringInvocation } from '../../lib/invocation.ts';
import { fileClient } from '../support/fileClient.ts';
import { ownClock } from '../support/ownClock.ts';

// Connects as superuser, who sees the sessions of other roles.
const url = new URL(inject('adminUrl'));
url.pathname = new URL(process.env['DATABASE_URL'] ?? '').pathname;
const admin = fileClient({ connectionString: url.href });
beforeAll(async () => {
  await admin.query('create table marks (id int); grant all on marks to orders_api');
  // Removes the role's time limits, so that the server does not end the sessions before the function does.
  for (const limit of ['statement_timeout', 'idle_in_transaction_session_timeout']) {
    await admin.query(`alter role orders_api in database "${url.pathname.slice(1)}" set ${limit} = 0`);
  }
});

/** Runs `work` in an invocation with 20 s of remaining time. */
const invocation = <Result>(work: (db: Database) => Promise<Result>) => {
  const end = Date.now() + 20_000;
  return duringInvocation({ requestId: 'test', remainingMs: () => end - Date.now() }, () => withDatabase(work));
};

const backend = async ({ sequelize }: Database) => {
  const [row] = await sequelize.query<{ pid: number }>('select pg_backend_pid() as pid', { type: QueryTypes.SELECT });
  return row?.pid;
};
const stateOf = async (pid: number | undefined): Promise<string | undefined> =>
  (await admin.query('select state from pg_stat_activity where pid = $1', [pid])).rows[0]?.state;

/** Tells the test that `work` has reached this call, and then waits forever. */
type Pause = () => Promise<never>;

it.each<[string, string, (db: Database, pause: Pause) => Promise<unknown>]>([
  ['a statement that still runs', 'active', ({ sequelize }) => sequelize.query('select pg_sleep(60)')],
  [
    'a statement that still runs in a transaction',
    'active',
    ({ sequelize }) =>
      sequelize.transaction(async (transaction) => {
        await sequelize.query('insert into marks values (1)', { transaction });
        await sequelize.query('select pg_sleep(60)', { transaction });
      }),
  ],
  [
    'an open transaction',
    'idle in transaction',
    ({ sequelize }, pause) =>
      sequelize.transaction(async (transaction) => {
        await sequelize.query('insert into marks values (2)', { transaction });
        await pause();
      }),
  ],
  [
    'a connection that is never released',
    'idle in transaction',
    async ({ sequelize }, pause) => {
      const connection = await sequelize.connectionManager.getConnection({ type: 'write', useMaster: true });
      if (connection instanceof pg.Client) await connection.query('begin');
      await pause();
    },
  ],
])('after a timeout with %s, nothing is committed and the next invocation gets another connection', async (_, state, work) => {
  const clock = ownClock();
  let before: number | undefined;
  let isPaused = false;
  const late = invocation(async (db) => {
    before ??= await backend(db);
    return work(db, () => {
      isPaused = true;
      return new Promise<never>(() => {});
    });
  });
  late.catch(() => {});
  const isUsed = async () => (state === 'active' || isPaused) && before !== undefined && (await stateOf(before)) === state;
  while (!(await isUsed())) await sleep(2);
  clock.pass(20_000);
  await expect(late).rejects.toMatchObject({ code: 'overloaded' });
  const after = await invocation(backend);
  expect(after).not.toBe(before);
  // While a statement runs, the server does not notice that the client is gone. In the other cases, the session ends by itself.
  if (state === 'active') {
    expect(await stateOf(before)).toBe('active');
    await admin.query('select pg_terminate_backend($1)', [before]);
  }
  while ((await stateOf(before)) !== undefined) await sleep(10);
  expect((await admin.query('select id from marks')).rows).toEqual([]);
});

it('rejects further statements of an invocation that has ended', async () => {
  const clock = ownClock();
  let goOn = () => {};
  const paused = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const rest: unknown[] = [];
  const late = invocation(async ({ sequelize }) => {
    await paused;
    return sequelize.query('insert into marks values (3)').catch((error: unknown) => rest.push(error));
  });
  late.catch(() => {});
  // Waits until Sequelize exists, so that `late` has begun its work when its time runs out.
  await invocation(backend);
  clock.pass(20_000);
  await expect(late).rejects.toMatchObject({ code: 'overloaded' });
  const other = invocation(backend);
  goOn();
  expect(await other).toBeTypeOf('number');
  while (rest.length === 0) await sleep(2);
  expect(rest).toEqual([new Error('The invocation has ended')]);
  expect((await admin.query('select id from marks')).rows).toEqual([]);
});
