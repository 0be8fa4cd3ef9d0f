import type { Reporter, TestModule, TestResult } from 'vitest/node';

/** Returns how many tests were skipped, with the reasons that they gave: `3 skipped: 2 need PgBouncer, 1 no reason given`. */
export function skipSummary(reasons: readonly (string | undefined)[]): string {
  const counts = Map.groupBy(reasons, (reason) => reason ?? 'no reason given');
  const parts = Array.from(counts, ([reason, { length }]) => `${length} ${reason}`);
  return parts.length === 0 ? 'Skipped: none' : `Skipped: ${reasons.length} (${parts.join('; ')})`;
}

/** Prints the skipped tests below the summary of the default reporter, which comes before it in the list. A filter (`-t`, `.only`) skips too, without a reason. */
export function skipReporter(print: (line: string) => void = console.log): Reporter {
  return {
    onTestRunEnd(modules: readonly TestModule[]) {
      const skipped = modules.flatMap((module) => [...module.children.allTests('skipped')]);
      print(skipSummary(skipped.map((test) => noteOf(test.result()))));
    },
  };
}

function noteOf(result: TestResult): string | undefined {
  return result.state === 'skipped' ? result.note : undefined;
}
