import { setTimeout as sleep } from 'node:timers/promises';
import type { GetFunctionConfigurationCommandOutput } from '@aws-sdk/client-lambda';
import { Failure } from '../../local/failure.ts';

/** How long to wait for a function, and how often to ask for its state. */
export interface ActivePatience {
  readonly longestMs: number;
  readonly everyMs: number;
}

/**
 * Whether Lambda rejected an invocation because the function is Inactive or Pending. Lambda removes the network interfaces of a function
 * that was not invoked for weeks. The next invocation fails, and Lambda creates them again:
 * https://docs.aws.amazon.com/lambda/latest/dg/functions-states.html
 */
export function isNotActive(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.name === 'ResourceNotReadyException' || (error.name === 'ResourceConflictException' && /\bPending\b/.test(error.message));
}

/**
 * Waits until the function's state is Active. Throws a Failure if the state becomes Failed or if the wait takes longer than `longestMs`. Also throws the
 * client's errors.
 */
export async function untilActive(
  name: string,
  state: () => Promise<Pick<GetFunctionConfigurationCommandOutput, 'State' | 'StateReason'>>,
  { longestMs, everyMs }: ActivePatience,
  say: (line: string) => void,
): Promise<void> {
  const end = performance.now() + longestMs;
  for (let last = ''; ; ) {
    const { State = 'Active', StateReason = 'no reason' } = await state();
    if (State === 'Active') return;
    if (State === 'Failed') throw new Failure(`${name} is Failed: ${StateReason}. Correct the cause, then deploy again`);
    if (performance.now() >= end)
      throw new Failure(`${name} is still ${State} after ${Math.round(longestMs / 1000)} s: ${StateReason}. Run the command again later`);
    if (State !== last) say(`${name} is ${State}; waiting until it is Active`);
    last = State;
    await sleep(everyMs);
  }
}
