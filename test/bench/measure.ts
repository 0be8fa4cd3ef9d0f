import { createHistogram } from 'node:perf_hooks';

/** Medians of one subject's runs, in microseconds. */
export interface Measured {
  readonly wallUs: number;
  readonly cpuUs: number;
}

/**
 * Runs the subjects in turn, so that what disturbs the machine disturbs them all alike, and returns their medians.
 * CPU is this process's: the server's is another process.
 */
export async function interleaved(
  subjects: Readonly<Record<string, () => Promise<unknown>>>,
  rounds: number,
): Promise<Record<string, Measured>> {
  const entries = Object.entries(subjects).map(([name, run]) => ({ name, run, wall: createHistogram(), cpu: createHistogram() }));
  for (let round = -Math.ceil(rounds / 5); round < rounds; round++) {
    for (const { run, wall, cpu } of entries) {
      const before = process.cpuUsage();
      const began = process.hrtime.bigint();
      await run();
      const wallNs = process.hrtime.bigint() - began;
      const { user, system } = process.cpuUsage(before);
      // The first rounds warm up the compiler and the caches.
      if (round < 0) continue;
      wall.record(wallNs > 0n ? wallNs : 1n);
      cpu.record(Math.max(1, user + system));
    }
  }
  return Object.fromEntries(
    entries.map(({ name, wall, cpu }) => [name, { wallUs: Math.round(wall.percentile(50) / 1_000), cpuUs: cpu.percentile(50) }]),
  );
}
