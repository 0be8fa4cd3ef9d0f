import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { DatabaseAddress } from '../database/address.ts';
import { openClient } from '../database/client.ts';
import { describeError, log } from '../log.ts';
import { endEarlierWork } from './earlierWork.ts';
import { sessionSettings } from './session.ts';
import { timeForWorkMs } from './time.ts';

// Advisory locks are per database; two numbers that nothing else here uses ('orde', and 1 for the schema).
export const lockKey = { classid: 1_869_767_781, objid: 1 };

// Polled: to wait inside pg_advisory_lock while the holder runs `create index concurrently` is a deadlock (40P01), for the
// build waits for every snapshot, and the waiter has one. A poll's snapshot lasts a moment.
const pollMs = 250;
// A connection that was dropped without a word shows nothing until it is used.
const heartbeatMs = 5_000;
// A lock session that answers nothing for so long is lost, whatever the socket says; a server under load may take some seconds.
const answerTimeoutMs = 20_000;

/** Another run was there first, for as long as this one could wait. */
class LockHeldError extends Error {
  override readonly name = 'LockHeldError';
}

/** The session that held the lock is gone: somebody else may hold it now. */
export class LockLostError extends Error {
  override readonly name = 'LockLostError';
}

/** The right to change the schema, held by a session of its own. */
export interface Lock {
  /** The holder, which the server itself can ask after. */
  readonly pid: number;
  /** Throws LockLostError once the session is gone. */
  readonly check: () => void;
  release(): Promise<void>;
}

/**
 * Takes the lock, waiting for as long as the invocation allows, and ends what an earlier run left behind. When the lock's
 * session is lost later, the work of this run is cancelled.
 * @throws LockHeldError saying who holds it
 */
export async function takeLock(address: DatabaseAddress, run: string): Promise<Lock> {
  const client = await openClient(address, { applicationName: `${run} lock`, settings: sessionSettings, queryTimeoutMs: answerTimeoutMs });
  let lost: Error | undefined;
  let released = false;
  const onLost = (cause: Error) => {
    if (lost || released) return;
    lost = cause;
    log.error('the session of the migration lock is lost: this run stops', { error: describeError(cause) });
    void cancelWork(address, run);
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
    if (!told) log.info('another run of migrate is under way: waiting', { holder: await holder(client) });
    // Jitter: five that wait do not all ask at once.
    const pauseMs = pollMs * (0.5 + Math.random());
    if (timeForWorkMs() < pauseMs) {
      const waited = Math.round((Date.now() - began) / 1000);
      throw new LockHeldError(
        `Another run of migrate is under way: ${await holder(client)}. Waited ${waited} s for it and changed nothing; run the command again when it is done.`,
      );
    }
    await sleep(pauseMs);
  }
}

async function holder(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ pid: number; since: Date | null; application_name: string | null }>(
    `select pid, backend_start as since, application_name
       from pg_locks left join pg_stat_activity using (pid)
      where locktype = 'advisory' and classid = $1 and objid = $2 and objsubid = 2 and granted
        and pg_locks.database = (select oid from pg_database where datname = current_database())`,
    [lockKey.classid, lockKey.objid],
  );
  const [found] = rows;
  if (!found) return 'it ended just now';
  return `pid ${found.pid}, connected since ${found.since?.toISOString() ?? 'a time that this role may not see'}, application_name "${found.application_name ?? ''}"`;
}

async function pidOf(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  if (!rows[0]) throw new Error('pg_backend_pid() answered nothing');
  return rows[0].pid;
}

/** Over a new connection, for the lock's is gone: what runs without the lock must not go on to its end. */
async function cancelWork(address: DatabaseAddress, run: string): Promise<void> {
  try {
    const client = await openClient(address, { applicationName: `${run} cancel`, settings: {}, queryTimeoutMs: answerTimeoutMs });
    try {
      await client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = $1`,
        [`${run} work`],
      );
    } finally {
      await client.end();
    }
  } catch (error) {
    // The server is out of reach: then its record of the step fails on the missing lock, or the session's check ends it.
    log.warn('the work of this run could not be cancelled', { error: describeError(error) });
  }
}
