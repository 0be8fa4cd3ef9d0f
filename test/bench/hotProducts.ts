import type { Case } from './measure.ts';
import { Subject } from './subject.ts';

interface Hot {
  readonly environments: number;
  readonly runs: number;
  readonly ms: number;
}

/**
 * Measures the orders per second of environments that all order the same 3 products. The cases take turns: only one case's environments
 * work at a time. Returns a sample for each run.
 */
export async function hotProducts(
  cases: Readonly<Record<string, Case>>,
  { environments, runs, ms }: Hot,
): Promise<Record<string, number[]>> {
  const entries = await Promise.all(
    Object.entries(cases).map(async ([name, { request, ...options }]) => {
      const started = await Promise.all(Array.from({ length: environments }, () => Subject.start(options)));
      const loop = async (forMs: number) => {
        const answers = await Promise.all(started.map(({ subject }) => subject.run({ kind: 'loop', request, ms: forMs })));
        return answers.reduce((sum, { count = 0 }) => sum + count, 0);
      };
      return { name, started, loop, perSecond: [] as number[] };
    }),
  );
  // The first loops warm up the compiler and the caches.
  for (const { loop } of entries) await loop(1_000);
  for (let run = 0; run < runs; run++) {
    for (const { loop, perSecond } of entries) perSecond.push(((await loop(ms)) * 1_000) / ms);
  }
  await Promise.all(entries.flatMap(({ started }) => started.map(({ subject }) => subject.stop())));
  return Object.fromEntries(entries.map(({ name, perSecond }) => [name, perSecond]));
}
