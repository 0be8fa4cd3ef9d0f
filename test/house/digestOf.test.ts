import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { digestOf } from '../../scripts/digestOf.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

async function clone() {
  const folder = await temporaryFolder();
  const write = (name: string, text: string) => writeFile(path.join(folder, name), text);
  await mkdir(path.join(folder, 'lib/orders'), { recursive: true });
  await write('lib/log.ts', 'log');
  await write('lib/orders/placeOrder.ts', 'place');
  await write('serverless.yml', 'service');
  return { folder, write, digest: () => digestOf(folder, ['lib/**/*', 'serverless.yml']) };
}

test('a build is current while none of its files has changed', async () => {
  const { digest, write } = await clone();
  const before = await digest();
  expect(await digest()).toBe(before);
  await write('README.md', 'not read by a build');
  await write('lib/log.ts', 'log');
  expect(await digest()).toBe(before);
});

test.each([
  ['edited', (folder: string) => writeFile(path.join(folder, 'lib/orders/placeOrder.ts'), 'place2')],
  ['added', (folder: string) => writeFile(path.join(folder, 'lib/orders/getOrder.ts'), '')],
  ['renamed', (folder: string) => rename(path.join(folder, 'lib/log.ts'), path.join(folder, 'lib/logs.ts'))],
  ['removed', (folder: string) => rm(path.join(folder, 'serverless.yml'))],
])('a build is outdated after a file was %s', async (_, change) => {
  const { folder, digest } = await clone();
  const before = await digest();
  await change(folder);
  expect(await digest()).not.toBe(before);
});
