import { defineConfig } from 'vitest/config';
import { own, suite, waiting } from './vitest.shared.ts';

const system = 'test/**/*.system.test.ts';

/** `npm test`: what a contributor needs to know. Long tests are in vitest.system.config.ts. */
export default defineConfig(
  suite(
    [
      ...['migrator/drift', 'migrations/commands', 'database/outOfTime', 'house/lintMigration', 'migrator/deploy', 'migrations/seeds'],
      ...['migrator/concurrentIndex', 'http/description', 'orders/concurrency', 'migrator/plan'],
      ...['migrator/connect', 'events/parking', 'orders/transitions', 'migrator/stage', 'migrator/time', 'house/openapi'],
    ].map((name) => `${name}.test.ts`),
    [
      // Rules of the code base and pure functions, without a database.
      { ...own, test: { ...waiting, name: 'house', isolate: false, include: ['test/house/**/*.test.ts'] } },
      {
        // Each file has a clone of the migrated database.
        ...own,
        test: {
          ...waiting,
          name: 'database',
          include: ['test/**/*.test.ts'],
          exclude: ['test/house/**', 'test/local/**', 'test/load/**', system],
          setupFiles: ['test/setup/clone.ts'],
          isolate: false,
        },
      },
      {
        // The local gateway, the local Lambda and parts of the programs.
        test: { ...waiting, name: 'local', isolate: false, include: ['test/{local,load}/**/*.test.ts'], exclude: [system] },
      },
    ],
  ),
);
