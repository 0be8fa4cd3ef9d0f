import { setTimeout as sleep } from 'node:timers/promises';
import type { Arrival } from './arrivals.ts';
import type { caller } from './caller.ts';
import type { Recorder } from './recorder.ts';

/**
 * Sends each request at its planned time, even if earlier ones are unanswered, and waits for the last response. Latencies start at the
 * planned time, so they include the delay if this process sends a request late.
 */
export async function generate(
  arrivals: readonly Arrival[],
  durationMs: number,
  { send }: Pick<ReturnType<typeof caller>, 'send'>,
  recorder: Pick<Recorder, 'add'>,
  signal: AbortSignal,
): Promise<void> {
  const began = performance.now();
  const elapsed = () => performance.now() - began;
  const pending = new Set<Promise<void>>();
  for (const arrival of arrivals) {
    const early = arrival.atMs - elapsed();
    if (early > 1) await sleep(early, undefined, { signal });
    signal.throwIfAborted();
    const answered = send(arrival).then((outcome) => {
      recorder.add(arrival, outcome, elapsed() - arrival.atMs);
      pending.delete(answered);
    });
    pending.add(answered);
  }
  await sleep(Math.max(0, durationMs - elapsed()), undefined, { signal });
  const aborted = new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }));
  await Promise.race([Promise.all(pending), aborted]);
}
