import { defineConfig } from 'vitest/config';
import { own, suite, testedEmbedded, waiting } from './vitest.shared.ts';

const clone = ['test/setup/clone.ts'];

/** `npm run test:system`: tests of whole programs, load, freezes, exhaustion, chaos, killed processes, and separate servers. */
export default defineConfig(
  suite(
    [
      ...['end-to-end/chaos', 'connections/pgBouncer', 'migrator/readers', 'end-to-end/package', 'migrator/together', 'leaks'],
      ...[
        'database/privileges',
        'migrator/killed',
        'migrator/lostSession',
        'migrations/filledTable',
        'migrator/drift',
        'database/outOfTime',
        'local/postgres',
        'local/lambda',
        'load/report',
        'http/docs',
        'end-to-end/start',
      ],
      ...['end-to-end/emptyShop', 'end-to-end/loadFreeze', 'end-to-end/loadCompare'],
    ].map((name) => `${name}.system.test.ts`),
    [
      {
        // Runs the packaged functions on their own database.
        test: { ...waiting, name: 'packaged', include: ['test/end-to-end/package.system.test.ts'], setupFiles: clone },
      },
      {
        // Runs many processes behind PgBouncer.
        test: { ...waiting, name: 'pooler', include: ['test/connections/pgBouncer.system.test.ts'], setupFiles: clone },
      },
      {
        ...own,
        test: {
          ...waiting,
          name: 'database',
          include: ['test/**/*.system.test.ts'],
          exclude: ['test/{local,load,end-to-end,connections}/**', ...testedEmbedded],
          setupFiles: clone,
          isolate: false,
        },
      },
      {
        // Tests that start servers and processes.
        test: {
          ...waiting,
          name: 'local',
          isolate: false,
          include: ['test/{local,load,end-to-end}/**/*.system.test.ts'],
          exclude: ['test/end-to-end/{package,packageWithOptions,start,emptyShop,load*}.system.test.ts'],
        },
      },
      {
        // Packages the service, too. It does not run at the same time as `packaged`, because both write to the folder .serverless.
        test: {
          ...waiting,
          name: 'released',
          include: ['test/end-to-end/packageWithOptions.system.test.ts'],
          sequence: { groupOrder: 1 },
        },
      },
      {
        // Tests whole programs. Its files take longest, so they start before the files of `connections`.
        test: {
          ...waiting,
          name: 'programs',
          isolate: false,
          include: ['test/end-to-end/{start,emptyShop,load*}.system.test.ts'],
          sequence: { groupOrder: 1 },
        },
      },
      {
        // Tests of connections: freezes, overload, readers, password rotation. They run after the first group, whose tests keep the CPU busy.
        test: {
          ...waiting,
          name: 'connections',
          isolate: false,
          include: ['test/connections/**/*.system.test.ts'],
          exclude: ['test/connections/{exhaustion,pgBouncer}.system.test.ts'],
          setupFiles: clone,
          sequence: { groupOrder: 1 },
        },
      },
      {
        // Runs 60 processes on one server, so no other test runs at the same time.
        test: {
          ...waiting,
          name: 'exhaustion',
          include: ['test/connections/exhaustion.system.test.ts'],
          setupFiles: clone,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  ),
);
