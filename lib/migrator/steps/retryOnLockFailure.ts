import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf } from '../../database/failure.ts';
import { log } from '../../log.ts';
import { timeForWorkMs } from '../time.ts';

/** How long DDL waits for the lock of a table. Meanwhile, readers of the table queue behind the DDL. */
export const lockTimeoutMs = 1_000;

// A pause gives queued readers a turn before the next attempt. It is random, so that several deploys do not retry together.
const shortestPauseMs = 1_000;
const longestPauseMs = 3_000;

// lock_not_available, deadlock_detected. Both roll the transaction back, so it can be retried.
const again = ['55P03', '40P01'];

/** Whether the work failed because another session holds a lock. */
export function isLockFailure(error: unknown): boolean {
  return again.includes(codeOf(error) ?? '');
}

/** Retries `attempt` while it fails because of another session's lock, until the invocation's deadline or `limitMs`. */
export async function retryOnLockFailure<Result>(
  name: string,
  attempt: () => Promise<Result>,
  limitMs = Number.POSITIVE_INFINITY,
): Promise<Result> {
  const deadline = Date.now() + limitMs;
  for (let tries = 1; ; tries++) {
    try {
      return await attempt();
    } catch (error) {
      const code = codeOf(error);
      const pauseMs = shortestPauseMs + Math.random() * (longestPauseMs - shortestPauseMs);
      const leftMs = Math.min(timeForWorkMs(), deadline - Date.now()) - pauseMs - lockTimeoutMs;
      if (!isLockFailure(error) || leftMs < 0) throw error;
      log.warn('lock not available, retrying', { name, code, tries });
      await sleep(pauseMs);
    }
  }
}
