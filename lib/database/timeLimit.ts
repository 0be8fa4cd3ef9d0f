import { currentInvocation } from '../invocation.ts';

// Left for the answer: a 503 in time is worth more than one more try.
const reserveMs = 2_000;
// Outside of an invocation, in a test or a script.
const defaultRemainingMs = 10_000;
/** A wait that is shorter decides nothing but that it was too short. */
export const shortestMs = 250;

/** Milliseconds that may still be spent on the database before the answer has to be written. */
export function databaseTimeMs(): number {
  return (currentInvocation()?.remainingMs() ?? defaultRemainingMs) - reserveMs;
}

/**
 * How long to wait for one thing: `limitMs`, but never more than half of what remains. So a connection that was dropped
 * without a word costs one wait, and as much time is left for what a fresh one is to do.
 */
export function boundedMs(limitMs: number): number {
  return Math.max(shortestMs, Math.min(limitMs, Math.floor(databaseTimeMs() / 2)));
}
