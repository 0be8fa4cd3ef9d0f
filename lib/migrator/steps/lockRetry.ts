import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf } from '../../database/failure.ts';
import { log } from '../../log.ts';
import { timeForWorkMs } from '../time.ts';

/** How long DDL waits for a table. Readers that come after it queue behind it: for so long, and no longer. */
export const lockTimeoutMs = 1_000;

// Readers that queued get a turn of at least as long before the next try, and tries of several deploys do not fall together.
const shortestPauseMs = 1_000;
const longestPauseMs = 3_000;

// lock_not_available; deadlock_detected. After either the whole transaction is undone, and may begin anew.
const again = ['55P03', '40P01'];

/** Whether the work failed only on a lock that somebody else holds. */
export function isLockFailure(error: unknown): boolean {
  return again.includes(codeOf(error) ?? '');
}

/** Runs `attempt` again for as long as it fails on a lock that somebody else holds, and the invocation and `limitMs` allow. */
export async function patiently<Result>(name: string, attempt: () => Promise<Result>, limitMs = Number.POSITIVE_INFINITY): Promise<Result> {
  const deadline = Date.now() + limitMs;
  for (let tries = 1; ; tries++) {
    try {
      return await attempt();
    } catch (error) {
      const code = codeOf(error);
      const pauseMs = shortestPauseMs + Math.random() * (longestPauseMs - shortestPauseMs);
      const leftMs = Math.min(timeForWorkMs(), deadline - Date.now()) - pauseMs - lockTimeoutMs;
      if (!isLockFailure(error) || leftMs < 0) throw error;
      log.warn('a table is in use: trying again', { name, code, tries });
      await sleep(pauseMs);
    }
  }
}
