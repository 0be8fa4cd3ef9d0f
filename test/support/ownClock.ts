import { setTimeout as sleep } from 'node:timers/promises';
import { onTestFinished, vi } from 'vitest';

/** A clock that stands still until the test moves it. */
export interface OwnClock {
  /** Moves the clock, and fires the timers that are due by then. */
  readonly pass: (ms: number) => void;
  /** Moves only `Date.now` and fires no timer, as if the process had been busy for this time. */
  readonly move: (ms: number) => void;
  /** The current time of the clock, in milliseconds like `Date.now`. */
  readonly now: () => number;
  /** The total time by which the test has moved the clock. */
  readonly passedMs: () => number;
}

/**
 * Replaces the clock of `Date.now`, `performance.now` and `setTimeout` until the test ends. The test then decides how much of an invocation's
 * time remains and when a client times out. Network, promises and `node:timers/promises` are not affected.
 */
export function ownClock(): OwnClock {
  vi.useFakeTimers({ toFake: ['Date', 'performance', 'setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const began = Date.now();
  return {
    pass: (ms) => void vi.advanceTimersByTime(ms),
    move: (ms) => void vi.setSystemTime(Date.now() + ms),
    now: () => Date.now(),
    passedMs: () => Date.now() - began,
  };
}

/** Waits until `holds` returns true or the test ends. Unlike `vi.waitUntil`, it does not move the clock. */
export async function untilTrue(holds: () => boolean): Promise<void> {
  let isOver = false;
  onTestFinished(() => {
    isOver = true;
  });
  while (!holds() && !isOver) await sleep(2);
}
