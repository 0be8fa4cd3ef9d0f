import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { log } from '../../log.ts';
import { timeForWorkMs } from '../time.ts';
import { applicationPrefix } from './session.ts';

// Longer than client_connection_check_interval: within that interval, the server itself ends the statement of a killed client.
const graceMs = 4_000;
const pollMs = 200;
const terminationMs = 5_000;

// Only the holder of the lock opens sessions with this name. This run now holds the lock and has not opened one yet, so all belong to earlier holders.
const others = `datname = current_database() and application_name like '${applicationPrefix} % work'`;

/**
 * Ends the work of earlier holders of the lock. When a run is killed, its lock becomes free, but its statement continues until the server notices.
 * First waits for these sessions to end, then terminates them.
 */
export async function endEarlierWork(client: pg.Client): Promise<void> {
  const deadline = Date.now() + Math.min(graceMs, Math.max(0, timeForWorkMs()));
  while ((await pids(client)).length > 0 && Date.now() < deadline) await sleep(pollMs);
  const left = await pids(client);
  if (left.length === 0) return;
  log.warn('ending sessions of an earlier run', { pids: left });
  await client.query(`select pg_terminate_backend(pid) from pg_stat_activity where ${others}`);
  const end = Date.now() + terminationMs;
  while ((await pids(client)).length > 0) {
    if (Date.now() > end)
      throw new Error(
        `An earlier run of migrate is still working and could not be terminated: pid ${(await pids(client)).join(', ')}. Nothing was changed. Run the command again when its session has ended.`,
      );
    await sleep(pollMs);
  }
}

async function pids(client: pg.Client): Promise<number[]> {
  const { rows } = await client.query<{ pid: number }>(`select pid from pg_stat_activity where ${others} order by pid`);
  return rows.map(({ pid }) => pid);
}
