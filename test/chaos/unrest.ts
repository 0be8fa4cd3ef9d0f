import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { Fleet } from './fleet.ts';
import type { Shop } from './shop.ts';

interface Unrest {
  /** The average number of requests between two kills. It counts requests, not time, so that the speed of the machine does not matter. */
  readonly requestsPerKill: number;
  /** The average number of requests between two ended sessions. */
  readonly requestsPerTermination: number;
  /** The number of server crashes, spread over the run. */
  readonly crashes: number;
  /** Returns the number of requests so far. */
  readonly requests: () => number;
  /** Returns the progress of the run, from 0 to 1. */
  readonly progress: () => number;
  readonly signal: AbortSignal;
}

/** Kills environments, ends sessions and crashes the server until the signal is aborted. Returns how often each happened. */
export async function causeUnrest(shop: Shop, fleet: Fleet, unrest: Unrest) {
  const { requestsPerKill, requestsPerTermination, crashes, requests, progress, signal } = unrest;
  const counts = { environmentsKilled: 0, sessionsTerminated: 0, serverCrashes: 0 };
  /** Waits for about `every` requests. Returns false if the run is over. */
  const during = async (every: number) => {
    const goal = requests() + every * (0.5 + Math.random());
    while (requests() < goal) if (!(await pause(2, signal))) return false;
    return pause(5, signal);
  };
  const killer = async () => {
    while (await during(requestsPerKill)) if (fleet.killOne()) counts.environmentsKilled++;
  };
  const terminator = async () => {
    const sessions = endingSessions(shop);
    while (await during(requestsPerTermination)) counts.sessionsTerminated += await sessions.endOne();
    await sessions.close();
  };
  const crasher = async () => {
    for (let crash = 1; crash <= crashes; crash++) {
      while (progress() < crash / (crashes + 1)) if (!(await pause(2, signal))) return;
      await shop.crash();
      counts.serverCrashes++;
    }
  };
  await Promise.all([killer(), terminator(), crasher()]);
  return counts;
}

/** Ends sessions of environments. Uses one connection, because connecting each time took too long on a busy machine. */
function endingSessions(shop: Shop) {
  let connected: Promise<pg.Client> | undefined;
  const close = async () => {
    const client = connected;
    connected = undefined;
    await (await client)?.end();
  };
  return {
    /** Ends a random session. Returns the number of ended sessions: 0 while the server is down. */
    endOne: async () => {
      try {
        connected ??= shop.connect();
        const { rowCount } = await (await connected).query(
          `select pg_terminate_backend(pid) from pg_stat_activity
            where datname = 'orders' and usename = 'orders_api' order by random() limit 1`,
        );
        return rowCount ?? 0;
      } catch {
        await close().catch(() => {});
        return 0;
      }
    },
    close: () => close().catch(() => {}),
  };
}

/** Waits for about `ms` milliseconds. Returns false if the run is over. */
async function pause(ms: number, signal: AbortSignal): Promise<boolean> {
  await sleep(ms * (0.5 + Math.random()), undefined, { signal }).catch(() => {});
  return !signal.aborted;
}
