import './local/prepare.mjs';
import path from 'node:path';
import type { ViteUserConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { changeVariables } from './local/shellVariables.ts';
import { operationName } from './scripts/operationName.ts';
import { definitions } from './scripts/routes.ts';
import { sequelizeAsBuilt } from './test/setup/sequelizeAsBuilt.ts';
import { skipReporter } from './test/setup/skipReporter.ts';
import { testVariables } from './test/setup/testVariables.ts';

// Shared by vitest.config.ts (`npm test`) and vitest.system.config.ts (`npm run test:system`).

changeVariables(testVariables(process.env));

// Node caches the compiled code of the processes that tests start.
process.env['NODE_COMPILE_CACHE'] ??= path.join(import.meta.dirname, 'node_modules/.cache/compiled');

/** Adds to each handler except `migrate` the name of its operation, by which tests find the description of its responses. */
const functionNames = {
  name: 'function-names',
  transform(code: string, id: string) {
    const [, folder, verb] = /\/functions\/(?:(\w+)\/)?(\w+)\.ts$/.exec(id) ?? [];
    if (verb === undefined || verb === 'migrate') return undefined;
    const name = folder === undefined ? verb : operationName(folder, verb);
    return `${code}\nObject.assign(handler, { functionName: '${name}' });`;
  },
};

// SEQUELIZE=built runs the sources with the bundled Sequelize, which evaluates some of its modules only when they are first used.
const alias = process.env['SEQUELIZE'] === 'built' ? [{ find: /^sequelize$/, replacement: await sequelizeAsBuilt() }] : [];

/** The settings for tests that load our own modules. */
export const own = { define: definitions(), plugins: [functionNames], resolve: { alias } };

/**
 * The tests that TESTED_EMBEDDED=true leaves out of the project `database`. `.ci/run` sets this variable to repeat the project in a container, after
 * all tests have run on the embedded server. PostgreSQL's version does not affect these tests: they test HTTP, input validation, code caches, the browser, AWS's
 * clients, log lines, error messages, and `migrate` as a bundle and when it is killed. The other tests depend on the planner, the catalogue, roles or locks.
 */
export const testedEmbedded =
  process.env['TESTED_EMBEDDED'] === 'true'
    ? [
        ...['test/{http,loader}/**', 'test/{awsCall,config,secrets}.test.ts', 'test/database/secret.test.ts', 'test/leaks.system.test.ts'],
        ...['test/database/{requestLog.system,requestLog,queryLog}.test.ts', 'test/catalogue/import.system.test.ts'],
        ...['test/migrations/payload.test.ts', 'test/orders/placeOrderInput.test.ts', 'test/migrator/stage.test.ts'],
        'test/migrator/{built,connect,deploy,killed}.system.test.ts',
      ]
    : [];

// These limits are long, because a busy machine is slow. No test asserts how long it waits.
export const waiting = { expect: { poll: { timeout: 10_000 } }, testTimeout: 60_000, hookTimeout: 120_000 };

/**
 * Starts the longest files first. Otherwise a long file could start last and run alone. Keeps the files of a project together: when the next file
 * belongs to another project, Vitest starts a new worker, which loads the packages again.
 */
function longestFirst(longest: readonly string[], projects: readonly string[]) {
  const files = longest.map((name) => path.join(import.meta.dirname, 'test', name));
  const place = ({ moduleId }: TestSpecification) => (files.includes(moduleId) ? files.indexOf(moduleId) : files.length);
  const order = ({ project }: TestSpecification) => project.config.sequence.groupOrder;
  const turn = ({ project }: TestSpecification) => projects.indexOf(project.name);
  return class extends BaseSequencer {
    override async sort(specifications: TestSpecification[]): Promise<TestSpecification[]> {
      return (await super.sort(specifications)).sort(
        (one, other) => order(one) - order(other) || turn(one) - turn(other) || place(one) - place(other),
      );
    }
  };
}

type Projects = NonNullable<NonNullable<ViteUserConfig['test']>['projects']>;

/** Returns a project with the settings that every test file needs, and the project's name. */
function completed(project: Projects[number]): { readonly name: string; readonly project: Projects[number] } {
  if (typeof project !== 'object' || !('test' in project) || typeof project.test?.name !== 'string') {
    throw new Error('A project of the tests has no name. Give it one.');
  }
  const { test } = project;
  const setupFiles = ['test/setup/everyFile.ts', ...[test.setupFiles ?? []].flat()];
  const sequence = { groupOrder: test.sequence?.groupOrder ?? 0, setupFiles: 'list' } as const;
  return { name: project.test.name, project: { ...project, test: { ...test, setupFiles, sequence } } };
}

/**
 * Returns the options of a suite. `longest` lists the files that take longest, the longest first. The files of the first project start first.
 */
export function suite(longest: readonly string[], given: Projects): ViteUserConfig {
  const projects = given.map(completed);
  return {
    test: {
      // Tests mostly wait for servers and processes, so a third worker helps even on two cores. At commit ce4a9b7, `npm test` took 97 s with 3 workers
      // and 106 s with 4. Later commits made it faster.
      maxWorkers: 3,
      sequence: {
        sequencer: longestFirst(
          longest,
          projects.map(({ name }) => name),
        ),
      },
      // A worker loads these modules once, because they compile the schemas of openapi.json and asyncapi.json. It loads our other modules again for each
      // test file.
      server: { deps: { external: [/\/test\/support\/(description|eventDescription)\.ts$/] } },
      globalSetup: ['test/setup/run.ts'],
      reporters: ['default', ...(process.env['GITHUB_ACTIONS'] === 'true' ? ['github-actions'] : []), skipReporter()],
      projects: projects.map(({ project }) => project),
    },
  };
}
