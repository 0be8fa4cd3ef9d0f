import { currentInvocation } from '../invocation.ts';

// Lambda's longest; outside of an invocation, in a test or a script, nobody is in a hurry.
const lambdaLimitMs = 900_000;
// Left for the end: roll back, close two connections, write the answer, or say to CloudFormation what went wrong.
const reserveMs = 5_000;
// A step that has less cannot be expected to finish: the lock's wait (1 s) and one more try at it are in there.
const shortestStepMs = 3_000;

/** Not enough of the invocation is left. What was applied stays, and the next run goes on from there. */
export class OutOfTimeError extends Error {
  override readonly name = 'OutOfTimeError';
}

/** Milliseconds that work may still take, the end of the invocation left out. */
export function timeForWorkMs(): number {
  return Math.floor((currentInvocation()?.remainingMs() ?? lambdaLimitMs) - reserveMs);
}

/** @throws OutOfTimeError when a step that takes at least `neededMs` clearly cannot finish in this invocation */
export function refuseWithoutTime(name: string, neededMs = 0): void {
  const leftMs = timeForWorkMs();
  if (leftMs >= Math.max(shortestStepMs, neededMs)) return;
  const needed = neededMs > shortestStepMs ? `, and it needs at least ${Math.ceil(neededMs / 1000)} s` : '';
  throw new OutOfTimeError(
    `${name} was not begun: ${Math.max(0, Math.round(leftMs / 1000))} s of this invocation are left for it${needed}. Run the command again to go on from there.`,
  );
}
