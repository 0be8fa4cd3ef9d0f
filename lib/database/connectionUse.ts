import { currentInvocation } from '../invocation.ts';

// Since when an invocation waits for a connection. A try that fails ends no wait: the next goes on with it, pauses included.
const waitingSince = new WeakMap<object, number>();

/** The invocation under way begins to wait for a connection. */
export function acquireBegins(): void {
  const use = currentInvocation()?.database;
  if (use && !waitingSince.has(use)) waitingSince.set(use, performance.now());
}

/** It has one. */
export function acquireEnds(): void {
  const use = currentInvocation()?.database;
  if (!use) return;
  const since = waitingSince.get(use) ?? performance.now();
  use.acquireMs += performance.now() - since;
  waitingSince.delete(use);
}

/** A physical connection was opened for it. */
export function connectionOpened(): void {
  const use = currentInvocation()?.database;
  if (use) use.connectionsOpened++;
}

/** Its work is begun, for the first time or again. */
export function noteAttempt(attempt: number): void {
  const use = currentInvocation()?.database;
  if (use) use.attempts = Math.max(use.attempts, attempt);
}
