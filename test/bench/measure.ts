import type pg from 'pg';
import type { Request } from '../support/call.ts';
import { backends, Subject, type SubjectOptions } from './subject.ts';

/** The median and the interquartile range of samples. */
export interface Spread {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

export interface Measured {
  readonly wallUs: Spread;
  readonly cpuUs: Spread;
  /** The CPU time of the server process; null if the system does not report it. */
  readonly serverCpuUs: Spread | null;
  /** All samples, in order of the rounds. */
  readonly samples: Samples;
}

export interface Samples {
  readonly wallUs: number[];
  readonly cpuUs: number[];
  readonly serverCpuUs: number[];
}

export function measuredOf(samples: Samples): Measured {
  const { wallUs, cpuUs, serverCpuUs } = samples;
  const server = serverCpuUs.length > 0 ? spreadOf(serverCpuUs) : null;
  return { wallUs: spreadOf(wallUs), cpuUs: spreadOf(cpuUs), serverCpuUs: server, samples };
}

export function spreadOf(samples: readonly number[]): Spread {
  const sorted = samples.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN);
  return { median: at(0.5), low: at(0.25), high: at(0.75) };
}

/** A subject to measure, and the request that it gets. */
export interface Case extends SubjectOptions {
  readonly request: Request;
}

// The number of requests in one sample. The CPU clock is too coarse for a single request.
const block = 10;

/** Runs the cases in turn, each in its own process, so that other load on the machine affects all of them equally. */
export async function interleaved(
  cases: Readonly<Record<string, Case>>,
  rounds: number,
  client: pg.Client,
): Promise<Record<string, Measured>> {
  const entries = [];
  for (const [name, { request, ...options }] of Object.entries(cases)) {
    const before = await backends(client);
    const { subject } = await Subject.start(options);
    // The first requests warm up the compiler and the caches.
    await subject.run({ kind: 'block', request, count: Math.min(600, rounds * 25) });
    await subject.findBackend(client, before);
    entries.push({ name, request, subject, samples: { wallUs: [], cpuUs: [], serverCpuUs: [] } as Samples });
  }
  for (let round = 0; round < rounds; round++) {
    // The order of the cases alternates, so that no case always comes first.
    for (const { request, subject, samples } of round % 2 === 0 ? entries : entries.toReversed()) {
      const before = subject.serverCpuUs();
      const { wallUs = 0, cpuUs = 0 } = await subject.run({ kind: 'block', request, count: block });
      const after = subject.serverCpuUs();
      samples.wallUs.push(wallUs);
      samples.cpuUs.push(cpuUs);
      if (before !== undefined && after !== undefined) samples.serverCpuUs.push((after - before) / block);
    }
  }
  await Promise.all(entries.map(({ subject }) => subject.stop()));
  return Object.fromEntries(entries.map(({ name, samples }) => [name, measuredOf(samples)]));
}
