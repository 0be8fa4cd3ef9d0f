import { execFile } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isRefusal } from '../../scripts/codeCache/isRefusal.ts';
import { makeCodeCaches } from '../../scripts/codeCache/makeCodeCaches.ts';
import { codeCachesOfPackage } from '../../scripts/codeCache/packagedFor.ts';
import { currentBuild } from '../../scripts/currentBuild.ts';
import { eventOf } from '../support/call.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

const run = promisify(execFile);
const cacheTagModule = pathToFileURL('lib/loader/cacheTag.ts').href;
const taskRoot = await temporaryFolder(afterAll);
const functions = path.join(taskRoot, 'dist/functions');
const caches = async () => (await readdir(functions)).filter((file) => file.endsWith('.cache')).sort();

beforeAll(async () => {
  await currentBuild(taskRoot);
  await makeCodeCaches(functions);
}, 300_000);

/** Returns the output of a function's first invocation, in a process with these flags of Node.js. */
async function firstLine(name: string, flags: readonly string[]): Promise<{ codeCache?: string; status?: number }> {
  const program = `const { handler } = await import(${JSON.stringify(path.join(functions, `${name}.mjs`))});
    await handler(${JSON.stringify(eventOf({ rawPath: '/nothing' }))}, { awsRequestId: '1', getRemainingTimeInMillis: () => 9000 });`;
  const { stdout } = await run(process.execPath, [...flags, '--input-type=module', '--eval', program], { env: { STAGE: 'test' } });
  return JSON.parse(stdout.split('\n')[0] ?? '');
}

it('makes a code cache of every function for each set of flags, with the name that the loader looks for', async () => {
  const of = `${process.version}-${process.arch}`;
  const names = (await readdir('functions')).filter((file) => file.endsWith('.ts')).map((file) => path.basename(file, '.ts'));
  expect(await caches()).toEqual(names.flatMap((name) => [`${name}.${of}-gc.cache`, `${name}.${of}.cache`]).sort());
});

it.each([[[]], [['--expose-gc']], [['--max-old-space-size=300', '--max-semi-space-size=8', '--enable-source-maps']]])(
  'a process with the flags %j uses the code cache and logs the hit in its first line',
  async (flags) => {
    expect(await firstLine('defaultRoute', flags)).toMatchObject({ codeCache: 'hit', status: 404 });
  },
);

it('if another flag that V8 compares is set, the process does not use the code cache, and the function still responds', async () => {
  expect(await firstLine('defaultRoute', ['--stack-size=800'])).toMatchObject({ codeCache: 'miss', status: 404 });
});

it('stack traces name the source files, with and without a code cache', async () => {
  const event = JSON.stringify({ version: '1.0' });
  const program = `const { handler } = await import(${JSON.stringify(path.join(functions, 'getProduct.mjs'))});
    await handler(${event}, { awsRequestId: '1', getRemainingTimeInMillis: () => 9000 }).catch((error) => console.error(error.stack));`;
  const stack = async (flags: readonly string[]) =>
    (await run(process.execPath, [...flags, '--input-type=module', '--eval', program], { env: { STAGE: 'test' } })).stderr;
  for (const flags of [[], ['--stack-size=800']]) {
    const text = await stack(flags);
    expect(text).toMatch(/UnexpectedEventError: Expected an API Gateway HTTP API event/);
    expect(text).toMatch(/at (\w+\.)?requireHttpEvent \(\S+\/lib\/http\/event\.ts:\d+:\d+\)/);
  }
});

it('the V8 tag in a code cache equals the tag of a process with the same flags, and differs from the tag of a process with other flags', async () => {
  const program = `console.log((await import(${JSON.stringify(cacheTagModule)})).cacheTag())`;
  const tagWith = async (flags: readonly string[]) =>
    (await run(process.execPath, [...flags, '--input-type=module', '--eval', program])).stdout.trim();
  const tagIn = async (suffix: string) => {
    const file = await readFile(path.join(functions, `defaultRoute.${process.version}-${process.arch}${suffix}.cache`));
    // V8's header follows the loader's header.
    return [0, 4, 12, 16]
      .map((at) =>
        file
          .readUInt32LE(16 + at)
          .toString(16)
          .padStart(8, '0'),
      )
      .join('');
  };
  const [plain, gc] = [await tagIn(''), await tagIn('-gc')];
  expect(await Promise.all([[], ['--expose-gc'], ['--max-old-space-size=300']].map(tagWith))).toEqual([plain, gc, plain]);
  expect([plain, gc]).not.toContain(await tagWith(['--stack-size=800']));
});

it('makes no code cache if the function rejects the request, because V8 has then compiled hardly any code', async () => {
  await writeFile(path.join(functions, 'docs.cjs'), '(function(exports){ exports.handler = async () => ({ statusCode: 422 }) })');
  await expect(makeCodeCaches(functions, { names: ['docs'] })).rejects.toThrow(/code cache of docs could not be made.*was rejected/s);
});

it('makes a code cache if the function finds no rows', async () => {
  await writeFile(path.join(functions, 'docs.cjs'), '(function(exports){ exports.handler = async () => ({ statusCode: 404 }) })');
  await makeCodeCaches(functions, { names: ['docs'] });
  expect(await caches()).toContain(`docs.${process.version}-${process.arch}.cache`);
});

it.each([400, 401, 403, 415, 422])('treats the status %d as a rejected request', (statusCode) => {
  expect(isRefusal({ statusCode })).toBe(true);
});

it.each([
  [200, 'ok'],
  [403, 'unknown-customer'],
  [404, 'not-found'],
  [409, 'insufficient-stock'],
  [500, 'internal'],
])('does not treat %d %s as a rejected request', (statusCode, code) => {
  expect(isRefusal({ statusCode, body: JSON.stringify({ code }) })).toBe(false);
});

it('does not treat an error of the function as a rejected request', () => {
  expect(isRefusal(new Error('no row'))).toBe(false);
});

it('making code caches fails with the name of the function that cannot be loaded', async () => {
  await writeFile(path.join(functions, 'defaultRoute.cjs'), '(function(){ throw new Error("broken") })');
  await expect(makeCodeCaches(functions, { names: ['defaultRoute'] })).rejects.toThrow(
    /code cache of defaultRoute could not be made.*broken/s,
  );
});

it("a package contains code caches only if this machine has the functions' architecture", () => {
  const yml = 'params: { default: { architecture: arm64 }, production: { architecture: x86_64 } }';
  const node = { codeCachesFor: process.execPath };
  expect(codeCachesOfPackage(yml, [], 'arm64')).toMatchObject(node);
  expect(codeCachesOfPackage(yml, [], 'x64')).toMatchObject({ codeCachesFor: undefined, line: expect.stringContaining('no code caches') });
  for (const flags of [['--stage', 'production'], ['--stage=production'], ['-s', 'production'], ['-s=production']])
    expect(codeCachesOfPackage(yml, flags, 'x64')).toMatchObject(node);
  expect(codeCachesOfPackage(yml, ['--stage', 'production', '--param', 'architecture=arm64'], 'arm64')).toMatchObject(node);
});
