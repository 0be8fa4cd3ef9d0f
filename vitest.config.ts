import { defineConfig } from 'vitest/config';
import { own, suite, testedEmbedded, waiting } from './vitest.shared.ts';

const system = 'test/**/*.system.test.ts';

/** `npm test`: every test that a contributor needs before a commit. vitest.system.config.ts has the long tests. */
export default defineConfig(
  suite(
    [
      ...['migrations/commands', 'migrator/deploy', 'http/description', 'migrator/stage', 'migrator/connect', 'migrations/seeds'],
      ...['events/parking', 'migrator/concurrentIndex', 'orders/concurrency', 'http/pageSize'],
      ...['database/unreachable', 'payments/recordPayment', 'database/failure'],
      ...['database/secret', 'orders/heldProduct', 'awsCall', 'reports/reportPages', 'migrations/wayBack'],
      ...['local/gatewayStaysUp', 'local/deploySteps', 'house/openapi', 'house/lintMigration', 'house/deployParameters'],
    ].map((name) => `${name}.test.ts`),
    [
      {
        // Each file has a clone of the migrated database.
        ...own,
        test: {
          ...waiting,
          name: 'database',
          include: ['test/**/*.test.ts'],
          exclude: ['test/house/**', 'test/local/**', 'test/load/**', system, ...testedEmbedded],
          setupFiles: ['test/setup/clone.ts'],
          isolate: false,
        },
      },
      {
        // Tests the local gateway, the local Lambda, and modules of the commands and of the load test.
        test: { ...waiting, name: 'local', isolate: false, include: ['test/{local,load}/**/*.test.ts'], exclude: [system] },
      },
      // Tests the rules of the code base and pure functions, without a database.
      { ...own, test: { ...waiting, name: 'house', isolate: false, include: ['test/house/**/*.test.ts'] } },
    ],
  ),
);
