import { setTimeout as sleep } from 'node:timers/promises';
import { onTestFinished, vi } from 'vitest';

/** A clock that stands still until the test moves it. */
export interface OwnClock {
  /** Moves the clock, and ends the timers that are due by then. */
  readonly pass: (ms: number) => void;
  /** Moves `Date.now` alone and ends no timer: the time went by in something else. */
  readonly move: (ms: number) => void;
  /** Milliseconds, as `Date.now` says them. */
  readonly now: () => number;
  /** How far the test has moved it. */
  readonly passedMs: () => number;
}

/**
 * Gives `Date.now`, `performance.now` and `setTimeout` of this process a clock of the test's own, until the test is over: what remains of an invocation, and
 * when a client gives up, then depends on the test and not on the machine. Network, promises and `node:timers/promises` go on as always.
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

/** Waits until `holds` does, for as long as the test may run. Unlike `vi.waitUntil` it moves no clock. */
export async function untilTrue(holds: () => boolean): Promise<void> {
  let isOver = false;
  onTestFinished(() => {
    isOver = true;
  });
  while (!holds() && !isOver) await sleep(2);
}
