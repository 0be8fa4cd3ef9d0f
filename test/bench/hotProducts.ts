import { type Case, spreadOf } from './measure.ts';
import { Subject } from './subject.ts';

interface Hot {
  readonly environments: number;
  readonly runs: number;
  readonly ms: number;
}

/** Measures the orders per second of environments that all order the same 3 products, for each case in turn. Returns medians of `runs`. */
export async function hotProducts(cases: Readonly<Record<string, Case>>, { environments, runs, ms }: Hot): Promise<Record<string, number>> {
  const perSecond: Record<string, number[]> = {};
  for (let run = 0; run < runs; run++) {
    for (const [name, { request, ...options }] of Object.entries(cases)) {
      const started = await Promise.all(Array.from({ length: environments }, () => Subject.start(options)));
      await Promise.all(started.map(({ subject }) => subject.run({ kind: 'loop', request, ms: ms / 5 })));
      const answers = await Promise.all(started.map(({ subject }) => subject.run({ kind: 'loop', request, ms })));
      await Promise.all(started.map(({ subject }) => subject.stop()));
      const orders = answers.reduce((sum, { count = 0 }) => sum + count, 0);
      perSecond[name] = [...(perSecond[name] ?? []), (orders * 1_000) / ms];
    }
  }
  return Object.fromEntries(Object.entries(perSecond).map(([name, samples]) => [name, spreadOf(samples).median]));
}
