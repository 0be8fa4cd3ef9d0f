import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { ReplayPosition, ReplayRequest } from '../../lib/events/replayRequest.ts';
import { Failure, messageOf } from '../../local/failure.ts';

/** Invokes `publishEvents` with a payload. Returns its response, or `throttled` if the function already runs. */
export type Invoke = (payload: Readonly<Record<string, unknown>>) => Promise<unknown>;
export const throttled = Symbol('throttled');

const answer = z.object({
  published: z.int(),
  refused: z.int(),
  after: z.object({ publishedAt: z.string(), id: z.int() }).nullable(),
});

// `publishEvents` has one environment, so a replay must wait until a scheduled run ends: at most 74 s, the function's timeout. With eventDelaySeconds
// below 60, the next scheduled run may start seconds later, and the replay may have to wait for that run too.
const pauseMs = 1_000;
const maxThrottled = 300;

/** How many events a replay published, and how many the bus rejected. */
export interface Total {
  readonly published: number;
  readonly refused: number;
}

/**
 * Publishes events again, one invocation after the other, and reports the progress. Waits while a scheduled run of `publishEvents` is active.
 * Throws a Failure if an invocation fails or the deployed release cannot replay.
 */
export async function replay(
  invoke: Invoke,
  request: ReplayRequest,
  say: (line: string) => void,
  wait: (ms: number) => Promise<unknown> = sleep,
): Promise<Total> {
  const total = { published: 0, refused: 0 };
  let after: ReplayPosition | null = null;
  do {
    const position: ReplayPosition | null = after;
    const done = await invokeInTurn(() => invoke({ replay: { ...request, ...(position && { after: position }) } }), wait).catch(
      (cause: unknown) => {
        // Does not suggest a later `--from`, because it could omit events. Example: event 2 of an order was published at 9:00. Event 1 was parked and
        // published only at 10:00. A replay sends both when it reaches 10:00, to keep the sequence. If the replay fails at 9:30, neither is sent, and a
        // repetition with `--from 9:30` would omit event 2.
        const progress = position && `${countOf(total)} before the failure. Repeat the same command: consumers remove duplicates by id`;
        throw new Failure(`${messageOf(cause)}${progress ? `. ${progress}` : ''}`, { cause });
      },
    );
    const answered = answer.safeParse(done);
    if (!answered.success)
      throw new Failure(
        'The deployed release of publishEvents does not support replays. Nothing was published again. Deploy this release first.',
      );
    const { published, refused, after: next } = answered.data;
    total.published += published;
    total.refused += refused;
    after = next;
    if (after) say(`${countOf(total)}, up to ${after.publishedAt}`);
  } while (after);
  return total;
}

async function invokeInTurn(invoke: () => Promise<unknown>, wait: (ms: number) => Promise<unknown>): Promise<unknown> {
  for (let tries = 0; tries < maxThrottled; tries++) {
    const result = await invoke();
    if (result !== throttled) return result;
    // With jitter, so that two replays do not collide again.
    await wait(pauseMs * (0.5 + Math.random()));
  }
  throw new Failure('publishEvents has been busy for five minutes. Try again later.');
}

/** Returns "12 events published again, 1 rejected". */
export function countOf({ published, refused }: Total): string {
  return `${published} event${published === 1 ? '' : 's'} published again${refused > 0 ? `, ${refused} rejected (see the log of publishEvents)` : ''}`;
}
