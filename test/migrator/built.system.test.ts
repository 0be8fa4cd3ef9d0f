import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readStore } from '../../lib/migrator/steps/store.ts';
import { projectConfig } from '../../local/functions.ts';
import { type Lambda, lambda } from '../../local/lambda/lambda.ts';
import { checksumOf, checksums } from '../../migrations/checksums.ts';
import { currentBuild } from '../../scripts/currentBuild.ts';
import { emptyDatabase } from '../support/emptyDatabase.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

// Tests the deployed form of the function: bundled, in a separate process.
const { url, sequelize } = await emptyDatabase();
const taskRoot = await temporaryFolder(afterAll);
let functions: Lambda;

beforeAll(async () => {
  await currentBuild(taskRoot);
  const variables = { STAGE: 'production', DATABASE_URL: url, MIGRATION_DATABASE_URL: url };
  functions = lambda({ config: await projectConfig(), taskRoot, variables });
});
afterAll(() => functions.stop());

async function invoke(payload: object) {
  const { functionError, payload: answer } = await functions.invoke('migrate', JSON.stringify(payload));
  return { functionError, answer: JSON.parse(answer) };
}

it('reports a failed migration as a FunctionError that contains its name, its SQLSTATE and the migrations that stay applied', async () => {
  await sequelize.query('create table users ()');
  const [first] = Object.keys(checksums);
  expect(await invoke({})).toMatchObject({
    functionError: 'Unhandled',
    answer: {
      errorType: 'MigrationError',
      errorMessage: expect.stringMatching(
        new RegExp(
          `^20241007090100-create-users \\(up\\) failed and was rolled back: .*\\(SQLSTATE 42P07\\)\\nNewest applied migration: ${first}\\.$`,
        ),
      ),
    },
  });
  expect((await invoke({ command: 'status' })).answer).toMatchObject({ executed: [first] });
  await sequelize.query('drop table users');
});

it('the built function has the same checksums of migrations as the sources', async () => {
  expect(await invoke({ command: 'up' })).toMatchObject({ answer: { pending: [], ahead: [] } });
  expect(await readStore(sequelize, 'SequelizeMeta')).toEqual(Object.entries(checksums).map(([name, checksum]) => ({ name, checksum })));
  expect((await invoke({ command: 'verify' })).answer).toMatchObject({ problems: [] });
});

it('status reports the runtime of the function', async () => {
  const { answer } = await invoke({ command: 'status' });
  const { version: node, versions, arch: architecture } = process;
  const flags = expect.arrayContaining([]);
  // Builds for tests have no code caches.
  expect(answer.runtime).toEqual({
    node,
    v8: versions.v8,
    architecture,
    cacheTag: expect.stringMatching(/^[0-9a-f]{32}$/),
    flags,
    codeCache: 'miss',
  });
});

it('the build writes the hash by which a deploy detects changed migrations', async () => {
  expect(JSON.parse(await readFile(path.join(taskRoot, 'dist/migrations.json'), 'utf8'))).toEqual({ hash: checksumOf(checksums) });
});
