import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { describeError, log } from '../../log.ts';
import { timeForWorkMs } from '../time.ts';
import { connectWithRetry, type OwnerAddress } from './connect.ts';
import { endEarlierWork } from './earlierWork.ts';
import { describeSession, type Session } from './lockHolders.ts';
import { openClient } from './openClient.ts';
import { sessionSettings } from './session.ts';

/** The key of the migration lock, an advisory lock of the database. It has two parts: the text 'orde' as a number, and 1 for the schema. */
export const lockKey = { classid: 1_869_767_781, objid: 1 };

// The lock is polled, because waiting inside pg_advisory_lock could deadlock (40P01): the waiting session keeps a snapshot, and the holder's `create
// index concurrently` waits for every snapshot. A poll keeps its snapshot only for a moment.
const pollMs = 250;
// A connection that was dropped silently is noticed only when it is used.
const heartbeatMs = 5_000;
// If the lock's session gets no response for this long, the lock counts as lost. A busy server may take some seconds.
const answerTimeoutMs = 20_000;

/** Another run held the migration lock until this run's deadline. */
class LockHeldError extends Error {
  override readonly name = 'LockHeldError';
}

/** The session of the lock is gone, so another run may hold the lock now. */
export class LockLostError extends Error {
  override readonly name = 'LockLostError';
}

/** The migration lock, held by its own session. */
export interface Lock {
  /** The process ID of the session's backend. The statement that records a step checks that this process holds the lock. */
  readonly pid: number;
  /** Throws LockLostError once the session is gone. */
  readonly check: () => void;
  release(): Promise<void>;
}

/**
 * Waits for the lock until the invocation's deadline, takes it, and ends the work of earlier runs. If the lock's session is lost later, this run's work
 * is cancelled.
 *
 * Any role that can connect to the database can take an advisory lock, including `orders_api`. So a client with the password of `orders_api` can delay a
 * deploy. An open transaction on a table has the same effect. The harm is limited: a waiting run ends at its deadline, changes nothing, and names the
 * session in its error. The alternative is a lock on a table of the owner, which other roles could not take. But an older release would not take that table lock.
 * @throws LockHeldError with the holder's session; ConnectError
 */
export async function takeLock(owner: OwnerAddress, run: string): Promise<Lock> {
  const client = await connectWithRetry(owner, (address) =>
    openClient(address, { applicationName: `${run} lock`, settings: sessionSettings, queryTimeoutMs: answerTimeoutMs }),
  );
  let lost: Error | undefined;
  let released = false;
  const onLost = (cause: Error) => {
    if (lost || released) return;
    lost = cause;
    log.error('migration lock lost, stopping', { error: describeError(cause) });
    // Closes this connection first, because migrate may hold only two connections: one for the work, and one that cancels the work.
    void client.end().catch(() => undefined);
    void cancelWork(owner, run);
  };
  client.on('error', onLost);
  client.on('end', () => onLost(new Error('the server ended the session')));
  const check = () => {
    if (lost) throw new LockLostError('The session that holds the migration lock is gone, so this run stops.', { cause: lost });
  };
  try {
    await wait(client);
    await endEarlierWork(client);
    const pid = await pidOf(client);
    const heartbeat = setInterval(() => client.query('select 1').catch(onLost), heartbeatMs);
    return {
      pid,
      check,
      release: async () => {
        released = true;
        clearInterval(heartbeat);
        await client.end().catch(() => undefined);
      },
    };
  } catch (error) {
    released = true;
    await client.end().catch(() => undefined);
    throw error;
  }
}

async function wait(client: pg.Client): Promise<void> {
  const began = Date.now();
  for (let told = false; ; told = true) {
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1, $2) as mine', [lockKey.classid, lockKey.objid]);
    if (rows[0]?.mine) return;
    if (!told) log.info('waiting for another run of migrate', { holder: await holder(client) });
    // Jitter, so that waiting runs do not poll together.
    const pauseMs = pollMs * (0.5 + Math.random());
    if (timeForWorkMs() < pauseMs) {
      const waited = Math.round((Date.now() - began) / 1000);
      throw new LockHeldError(
        `Another run of migrate holds the lock: ${await holder(client)}. This run waited ${waited} s and changed nothing. Run the command again when the other run is done.`,
      );
    }
    await sleep(pauseMs);
  }
}

async function holder(client: pg.Client): Promise<string> {
  const { rows } = await client.query<Session>(
    `select pid, usename as "user", current_database() as database, application_name as application, backend_start as since
       from pg_locks left join pg_stat_activity using (pid)
      where locktype = 'advisory' and classid = $1 and objid = $2 and objsubid = 2 and granted
        and pg_locks.database = (select oid from pg_database where datname = current_database())`,
    [lockKey.classid, lockKey.objid],
  );
  return rows[0] ? describeSession(rows[0]) : 'its session has just ended';
}

async function pidOf(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  if (!rows[0]) throw new Error('pg_backend_pid() returned no row');
  return rows[0].pid;
}

/** Cancels this run's work over a new connection, because work without the lock must not complete. */
async function cancelWork(owner: OwnerAddress, run: string): Promise<void> {
  try {
    const client = await connectWithRetry(owner, (address) =>
      openClient(address, { applicationName: `${run} cancel`, settings: {}, queryTimeoutMs: answerTimeoutMs }),
    );
    try {
      await client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = $1`,
        [`${run} work`],
      );
    } finally {
      await client.end();
    }
  } catch (error) {
    // If the cancellation fails, the step is still not recorded, because the statement that writes the record checks the lock's holder. If the server
    // has lost this client, client_connection_check_interval ends the step's statement.
    log.warn('cancelling this run failed', { error: describeError(error) });
  }
}
