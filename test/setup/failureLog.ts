import { Logger } from '@aws-lambda-powertools/logger';

/** How many entries a failed test shows. */
const shown = 10;

type Entry = readonly [level: 'warn' | 'error', ...given: readonly unknown[]];

/**
 * Records the warnings and errors that the functions in this process log, even those below POWERTOOLS_LOG_LEVEL. `take` returns and clears the latest
 * entries, so that a failed test can show the cause of a 500. `stop` ends the recording.
 */
export function failureLog(): { readonly take: () => readonly Entry[]; readonly stop: () => void } {
  let entries: readonly Entry[] = [];
  const stops = (['warn', 'error'] as const).map((level) => {
    const logged = Logger.prototype[level];
    Logger.prototype[level] = function (...given) {
      entries = [...entries.slice(1 - shown), [level, ...given]];
      Reflect.apply(logged, this, given);
    };
    return () => {
      Logger.prototype[level] = logged;
    };
  });
  return {
    take: () => {
      const taken = entries;
      entries = [];
      return taken;
    },
    stop: () => {
      for (const restore of stops) restore();
    },
  };
}
