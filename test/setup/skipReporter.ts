import type { Reporter, TestModule, TestResult } from 'vitest/node';

interface Counts {
  readonly passed: number;
  readonly failed: number;
  /** The reason of each skipped test; undefined if `-t`, `.only` or `.skip` skipped it. */
  readonly skipped: readonly (string | undefined)[];
}

/** Returns the last lines of a run: its counts, and why tests were skipped, as in `3 skipped: 2 need PgBouncer, 1 needs Chromium`. */
export function closingLines({ passed, failed, skipped }: Counts): [counts: string, reasons: string] {
  const counts = Map.groupBy(skipped, (reason) => reason ?? 'without a reason');
  const reasons = Array.from(counts, ([reason, { length }]) => `${length} ${length === 1 ? reason : reason.replace(/^needs /, 'need ')}`);
  const after = reasons.length === 0 ? '' : `: ${reasons.join(', ')}`;
  return [`${passed} passed, ${failed} failed, ${skipped.length} skipped`, `${skipped.length} skipped${after}`];
}

/** Prints the closing lines below the default reporter's summary. It must therefore come after that reporter in the list of reporters. */
export function skipReporter(print: (line: string) => void = console.log): Reporter {
  return {
    onTestRunEnd(modules: readonly TestModule[], unhandledErrors) {
      const tests = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result()));
      // A file counts as failed if its tests could not be collected or a hook failed.
      const brokenFiles = modules.filter((module) => module.errors().length > 0).length;
      const lines = closingLines({
        passed: tests.filter(({ state }) => state === 'passed').length,
        failed: tests.filter(({ state }) => state === 'failed').length + brokenFiles + unhandledErrors.length,
        skipped: tests.filter(({ state }) => state === 'skipped').map(reasonOf),
      });
      for (const line of lines) print(line);
    },
  };
}

function reasonOf(result: TestResult): string | undefined {
  return result.state === 'skipped' ? result.note : undefined;
}
