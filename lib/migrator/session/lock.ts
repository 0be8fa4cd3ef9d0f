import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { openClient } from '../../database/pool/client.ts';
import { describeError, log } from '../../log.ts';
import { timeForWorkMs } from '../time.ts';
import { connectPatiently, type OwnerAddress } from './connect.ts';
import { endEarlierWork } from './earlierWork.ts';
import { describeSession, type Session } from './lockHolders.ts';
import { sessionSettings } from './session.ts';

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
 *
 * The lock is an advisory one, and anyone who may connect to the database can take it, the role `orders_api` too. That lets whoever has its
 * password hold up a deploy, as a transaction that it leaves open on any of its tables does as well. The harm is bounded the same way: the
 * run ends in its time, changes nothing, and its error names the session and its user. A lock on a table of the owner's would keep others
 * out, but not the releases that are there already, which know of no other lock.
 * @throws LockHeldError saying who holds it; ConnectError
 */
export async function takeLock(owner: OwnerAddress, run: string): Promise<Lock> {
  const client = await connectPatiently(owner, (address) =>
    openClient(address, { applicationName: `${run} lock`, settings: sessionSettings, queryTimeoutMs: answerTimeoutMs }),
  );
  let lost: Error | undefined;
  let released = false;
  const onLost = (cause: Error) => {
    if (lost || released) return;
    lost = cause;
    log.error('the session of the migration lock is lost: this run stops', { error: describeError(cause) });
    // First of all: the connection that cancels the work is the second one, not the third.
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
  const { rows } = await client.query<Session>(
    `select pid, usename as "user", current_database() as database, application_name as application, backend_start as since
       from pg_locks left join pg_stat_activity using (pid)
      where locktype = 'advisory' and classid = $1 and objid = $2 and objsubid = 2 and granted
        and pg_locks.database = (select oid from pg_database where datname = current_database())`,
    [lockKey.classid, lockKey.objid],
  );
  return rows[0] ? describeSession(rows[0]) : 'it ended just now';
}

async function pidOf(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  if (!rows[0]) throw new Error('pg_backend_pid() answered nothing');
  return rows[0].pid;
}

/** Over a new connection, for the lock's is gone: what runs without the lock must not go on to its end. */
async function cancelWork(owner: OwnerAddress, run: string): Promise<void> {
  try {
    const client = await connectPatiently(owner, (address) =>
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
    // The server is out of reach: then its record of the step fails on the missing lock, or the session's check ends it.
    log.warn('the work of this run could not be cancelled', { error: describeError(error) });
  }
}
