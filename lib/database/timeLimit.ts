import { currentInvocation } from '../invocation.ts';

// Reserved for the response: a 503 before the deadline is better than one more attempt.
const reserveMs = 2_000;
// The remaining time that is assumed in tests and scripts, which run outside an invocation.
const defaultRemainingMs = 10_000;
/** The shortest useful wait. */
export const shortestMs = 250;

/** Returns the milliseconds left for the database before the response must be written. */
export function databaseTimeMs(): number {
  return (currentInvocation()?.remainingMs() ?? defaultRemainingMs) - reserveMs;
}

/**
 * Returns the time limit of one operation: `limitMs`, but at most half of the remaining time. If a connection was dropped silently, the other half is
 * left for an attempt on a new connection.
 */
export function boundedMs(limitMs: number): number {
  return Math.max(shortestMs, Math.min(limitMs, Math.floor(databaseTimeMs() / 2)));
}
