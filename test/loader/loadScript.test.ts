import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeEach, expect, it } from 'vitest';
import { cacheName, packCache } from '../../lib/loader/cacheFile.ts';
import { codeCacheUse } from '../../lib/loader/codeCacheUse.ts';
import { compileScript, loadScript } from '../../lib/loader/loadScript.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

const ofVitest = Error.prepareStackTrace;
const source = (answer: number) => Buffer.from(`(function(exports,require,module){\nexports.handler=()=>${answer};\n})`);
const folder = await temporaryFolder(afterAll);
const file = path.join(folder, 'one.cjs');
// Compiles the script under another name. Otherwise V8 would reuse the code that this process has just compiled, and ignore the cache.
const dataOf = (content: Buffer) => compileScript(content, path.join(folder, 'maker.cjs')).createCachedData();
const cacheOf = (content: Buffer) => packCache(content, dataOf(content));
const answer = () => {
  const { handler } = loadScript(file);
  return typeof handler === 'function' ? handler() : undefined;
};

beforeEach(() => writeFile(file, source(1)));
afterEach(async () => {
  Error.prepareStackTrace = ofVitest;
  await rm(cacheName(file), { recursive: true, force: true });
});

it('uses a matching code cache', async () => {
  await writeFile(cacheName(file), cacheOf(source(1)));
  expect([answer(), codeCacheUse()]).toEqual([1, 'hit']);
});

it('compiles the script without a code cache', () => {
  expect([answer(), codeCacheUse()]).toEqual([1, 'miss']);
});

it.each([0, 3, 16, 17, 100])('ignores a code cache that was truncated after %d bytes', async (bytes) => {
  await writeFile(cacheName(file), cacheOf(source(1)).subarray(0, bytes));
  expect([answer(), codeCacheUse()]).toEqual([1, 'miss']);
});

it('ignores a code cache with a changed byte, although V8 would accept it', async () => {
  const cache = cacheOf(source(1));
  cache.writeUInt8(cache.readUInt8(cache.length - 9) ^ 1, cache.length - 9);
  await writeFile(cacheName(file), cache);
  expect([answer(), codeCacheUse()]).toEqual([1, 'miss']);
});

it('ignores the code cache of another source with the same length, although V8 would accept it', async () => {
  await writeFile(cacheName(file), cacheOf(source(2)));
  expect([answer(), codeCacheUse()]).toEqual([1, 'miss']);
});

it('ignores a code cache of another version of V8', async () => {
  await writeFile(file, source(3));
  const data = dataOf(source(3));
  // The second word of V8's header is its version.
  data.writeUInt32LE(1, 4);
  await writeFile(cacheName(file), packCache(source(3), data));
  expect([answer(), codeCacheUse()]).toEqual([3, 'miss']);
});

it('ignores a file that is not a code cache, and a folder with the name of a code cache', async () => {
  await writeFile(cacheName(file), await readFile(import.meta.filename));
  expect([answer(), codeCacheUse()]).toEqual([1, 'miss']);
  await rm(cacheName(file));
  await mkdir(cacheName(file));
  expect([answer(), codeCacheUse()]).toEqual([1, 'miss']);
});

it('the name of a code cache contains the version of Node.js, the processor and whether --expose-gc is set', () => {
  expect(cacheName('/f/one.cjs')).toBe(`/f/one.${process.version}-${process.arch}.cache`);
  Reflect.set(globalThis, 'gc', () => {});
  expect(cacheName('/f/one.cjs')).toBe(`/f/one.${process.version}-${process.arch}-gc.cache`);
  Reflect.deleteProperty(globalThis, 'gc');
});
