import { currentInvocation } from '../invocation.ts';

// Lambda's maximum. It is also the limit outside an invocation: in a test or a script.
const lambdaLimitMs = 900_000;
// Reserved for the end of the run: roll back, close two connections, respond.
const reserveMs = 5_000;
// A step needs at least this: the lock timeout (1 s) and one retry.
const shortestStepMs = 3_000;

/** The invocation has too little time left. Applied migrations stay, and the next run continues after them. */
export class OutOfTimeError extends Error {
  override readonly name = 'OutOfTimeError';
}

/** Returns the milliseconds left for work. */
export function timeForWorkMs(): number {
  return Math.floor((currentInvocation()?.remainingMs() ?? lambdaLimitMs) - reserveMs);
}

/** @throws OutOfTimeError if a step that takes at least `neededMs` cannot finish in this invocation */
export function refuseWithoutTime(name: string, neededMs = 0): void {
  const leftMs = timeForWorkMs();
  if (leftMs >= Math.max(shortestStepMs, neededMs)) return;
  const needed = neededMs > shortestStepMs ? `, and it needs at least ${Math.ceil(neededMs / 1000)} s` : '';
  throw new OutOfTimeError(
    `${name} was not started: this invocation has ${Math.max(0, Math.round(leftMs / 1000))} s left${needed}. Run the command again to continue.`,
  );
}
