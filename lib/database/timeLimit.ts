import { currentInvocation } from '../invocation.ts';

// Reserved for the response: a 503 before the deadline is better than one more attempt.
const reserveMs = 2_000;
// Outside an invocation: in a test or a script.
const defaultRemainingMs = 10_000;
/** The shortest useful wait. */
export const shortestMs = 250;

/** Returns the milliseconds left for the database before the response must be written. */
export function databaseTimeMs(): number {
  return (currentInvocation()?.remainingMs() ?? defaultRemainingMs) - reserveMs;
}

/**
 * Returns the time limit of one operation: `limitMs`, but at most half of the remaining time. After a silently dropped connection, as much
 * time is left for an attempt on a new one.
 */
export function boundedMs(limitMs: number): number {
  return Math.max(shortestMs, Math.min(limitMs, Math.floor(databaseTimeMs() / 2)));
}
