import { z } from 'zod';
import { Failure, messageOf } from '../../local/failure.ts';
import { planArrivals } from './arrivals.ts';
import { caller } from './caller.ts';
import { generate } from './generate.ts';
import type { Options } from './options.ts';
import type { Progress } from './progress.ts';
import { Recorder } from './recorder.ts';
import type { ProfileResult } from './result.ts';

const page = z.object({ items: z.array(z.object({ id: z.int() })) });

/** Sends the load to a deployed stage. Throws a Failure if the stage does not list its products. */
export async function runDeployed(
  { url, token }: NonNullable<Options['deployed']>,
  options: Options,
  progress: Progress,
  signal: AbortSignal,
): Promise<ProfileResult> {
  const productIds = await productsOf(url);
  const recorder = new Recorder();
  // A stage keeps idempotency keys for ever, so each run needs keys of its own.
  const callers = caller({ url, tokens: token === undefined ? [] : [token], productIds, runId: `load-${Date.now()}` });
  const watching = progress.watch('deployed', () => ({ counts: recorder.counts(), sample: undefined, slots: null }));
  const cpuBefore = process.cpuUsage();
  const began = performance.now();
  try {
    await generate(planArrivals(options.scenario, options.rate, options.durationS), options.durationS * 1000, callers, recorder, signal);
  } finally {
    watching.end();
    callers.close();
  }
  const wallMs = performance.now() - began;
  const { user, system } = process.cpuUsage(cpuBefore);
  const counts = recorder.counts();
  return {
    ...{ name: 'deployed', ...counts, samples: [], broken: [] },
    ...{ concurrency: null, coldStarts: null, peakEnvironments: null, peakConnections: null, refused: null, statementsPerRequest: null },
    ordersPerSecond: Math.round((counts.orders / (wallMs / 1000)) * 10) / 10,
    harnessCores: Math.round((user + system) / 10 / wallMs) / 100,
  };
}

async function productsOf(url: string): Promise<number[]> {
  try {
    const response = await fetch(`${url}/products?inStock=true&limit=100`, { signal: AbortSignal.timeout(10_000) });
    if (!response.ok) throw new Error(`GET /products answered ${response.status}`);
    return page.parse(await response.json()).items.map(({ id }) => id);
  } catch (cause) {
    throw new Failure(`--url ${url} does not list products in this API's format: ${messageOf(cause).split('\n')[0]}`, { cause });
  }
}
