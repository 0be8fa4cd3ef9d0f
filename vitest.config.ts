import './local/prepare.mjs';
import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { changeVariables, testVariables } from './local/shellVariables.ts';
import { definitions } from './scripts/routes.ts';

changeVariables(testVariables(process.env));

const define = definitions();

// For the processes of the tests, which are many: the commands' own code, with its types stripped, and the packages are compiled once.
process.env['NODE_COMPILE_CACHE'] ??= path.join(import.meta.dirname, 'node_modules/.cache/compiled');

/** Tells what a test calls by its name, as Lambda does: a function does not know it, and its answers are compared with their description. */
const functionNames = {
  name: 'function-names',
  transform(code: string, id: string) {
    const [, name] = /\/functions\/(\w+)\.ts$/.exec(id) ?? [];
    return name === undefined || name === 'migrate' ? undefined : `${code}\nObject.assign(handler, { functionName: '${name}' });`;
  },
};

// Those that take more than 5 s, what mostly waits between what mostly computes.
const longest = [
  ...['end-to-end/chaos', 'database/unreachable', 'connections/pgBouncer', 'migrator/readers', 'end-to-end/package', 'migrator/together'],
  ...['leaks', 'http/description', 'migrator/stage', 'migrator/killed', 'migrator/time', 'orders/concurrency', 'migrator/lostSession'],
  ...['local/postgres', 'local/lambda', 'load/report', 'http/docs', 'end-to-end/start', 'end-to-end/loadCompare', 'end-to-end/loadFreeze'],
].map((name) => path.join(import.meta.dirname, `test/${name}.test.ts`));

/** The longest files first, so that the others run beside them: without this they would be begun when the others are done. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => (longest.includes(moduleId) ? longest.indexOf(moduleId) : longest.length);
    const order = ({ project }: TestSpecification) => project.config.sequence.groupOrder;
    return (await super.sort(files)).sort((one, other) => order(one) - order(other) || place(one) - place(other));
  }
}

// What is waited for comes when the machine gets to it: a second, which is the default, is no part of what a test says.
const waiting = { expect: { poll: { timeout: 10_000 } } };

/** A file with a database of its own, and many processes on it. */
const cloning = { ...waiting, setupFiles: ['test/setup/clone.ts'], testTimeout: 60_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    // Most of the time goes by in waiting for servers and processes: two cores are not busy with two files at once.
    maxWorkers: 4,
    sequence: { sequencer: LongestFirst },
    // It reads openapi.json and compiles its schemas: once for each worker, not for each file, which has our other modules for itself.
    server: { deps: { external: [/\/test\/support\/description\.ts$/] } },
    globalSetup: ['test/setup/run.ts'],
    projects: [
      {
        define,
        plugins: [functionNames],
        // What needs no database: the shape of the house, and rules that are functions of their input.
        test: { ...waiting, name: 'house', isolate: false, include: ['test/house/**/*.test.ts'], testTimeout: 30_000 },
      },
      {
        define,
        plugins: [functionNames],
        test: {
          ...waiting,
          name: 'database',
          include: ['test/**/*.test.ts'],
          exclude: ['test/house/**', 'test/local/**', 'test/end-to-end/**', 'test/connections/**', 'test/load/**'],
          setupFiles: ['test/setup/clone.ts'],
          isolate: false,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        // Of the end-to-end tests, the one that runs packed functions on a database of its own.
        test: { ...cloning, name: 'packaged', include: ['test/end-to-end/package.test.ts'] },
      },
      {
        // Many processes behind a pooler, which may take their time: beside what keeps a time they would be in its way.
        test: { ...cloning, name: 'pooler', include: ['test/connections/pgBouncer.test.ts'] },
      },
      {
        // What freezes, reaps and waits: not beside what takes the processors all the time.
        test: {
          ...cloning,
          name: 'connections',
          isolate: false,
          include: ['test/connections/**/*.test.ts'],
          exclude: ['test/connections/{exhaustion,pgBouncer}.test.ts'],
          sequence: { groupOrder: 1 },
        },
      },
      {
        // What is to be ready, or to have nothing to do, at a time: beside files that mostly wait, where in the main part it would share with
        // three that compute.
        test: {
          ...waiting,
          name: 'programs',
          isolate: false,
          include: ['test/end-to-end/{start,load*}.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        // What measures many processes on one server: by itself.
        test: { ...cloning, name: 'exhaustion', include: ['test/connections/exhaustion.test.ts'], sequence: { groupOrder: 2 } },
      },
      {
        // What starts its own servers and processes.
        test: {
          ...waiting,
          name: 'local',
          isolate: false,
          include: ['test/local/**/*.test.ts', 'test/end-to-end/**/*.test.ts', 'test/load/**/*.test.ts'],
          exclude: ['test/end-to-end/{package,start,load*}.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
