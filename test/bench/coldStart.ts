import { type Case, type Measured, measuredOf, type Samples } from './measure.ts';
import { Subject } from './subject.ts';

/** The figures in the log lines of a function's first request. */
export interface FirstRequest {
  readonly connectionsOpened: number;
  readonly statements: number;
  /** Whether V8 used the code cache; missing if the function has none. */
  readonly codeCache?: 'hit' | 'miss';
}

/** Measures cold starts in turn, from the start of the process to the first response. `first` is from the log of our function's first request. */
export async function coldStarts(cases: Readonly<Record<string, Case>>, rounds: number) {
  const entries = Object.entries(cases).map(([name, options]) => ({
    name,
    options,
    samples: { wallUs: [], cpuUs: [], serverCpuUs: [] } as Samples,
  }));
  let first: FirstRequest | undefined;
  // The first round only fills the file system's cache.
  for (let round = -1; round < rounds; round++) {
    for (const { options, samples } of entries) {
      const { subject, wallUs, cpuUs, log } = await Subject.start(options, options.request);
      const line = log()
        .split('\n')
        .find((text) => text.includes('"message":"request"'));
      if (line) first ??= JSON.parse(line);
      await subject.stop();
      if (round < 0) continue;
      samples.wallUs.push(wallUs);
      samples.cpuUs.push(cpuUs);
    }
  }
  const measured: Record<string, Measured> = Object.fromEntries(entries.map(({ name, samples }) => [name, measuredOf(samples)]));
  return { measured, first };
}
