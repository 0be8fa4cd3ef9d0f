import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { stop as stopEsbuild } from 'esbuild';
import { root } from '../local/directory.ts';
import { Failure, messageOf, oneLine } from '../local/failure.ts';
import { build } from './build.ts';
import { digestOf } from './digestOf.ts';

// The files that a build reads. A superfluous entry costs at most an extra build of 3 s. A missing entry would let old code run.
const sources = [
  '{functions,lib,migrations,scripts}/**/*',
  'serverless.yml',
  'openapi.json',
  'package-lock.json',
  'node_modules/.package-lock.json',
];
// The files that a build writes, except code caches. `npm run build` and `npm run package` make code caches, and a function ignores a cache of other code.
const results = ['dist/functions/*.{mjs,cjs,map,json,html}', 'dist/migrations.json'];

/** Builds the functions, then writes the mark: the given digest of the sources, and the digest of the results. */
async function buildAndMark(mark: string, of: string): Promise<void> {
  await rm(mark, { force: true });
  // Stops esbuild's own process, which would otherwise run as long as this process.
  await build().finally(stopEsbuild);
  // Written to another file and renamed, so that a concurrent reader finds the whole file or none.
  const own = `${mark}.${process.pid}`;
  await writeFile(own, `${of} ${await digestOf(root, results)}`);
  await rename(own, mark);
}

/**
 * Brings dist/ below `taskRoot` up to date with the sources. Builds only if a file has changed: a build takes 3 s on two cores, the check 0.1 s.
 * Writes a mark after each build, so that the next call repeats a killed build. Throws a Failure with esbuild's report if the code does not build.
 */
export async function currentBuild(taskRoot = root): Promise<void> {
  const mark = path.join(root, 'dist/built');
  const last = await readFile(mark, 'utf8').catch(() => undefined);
  // Computed before the build, so that an edit during the build causes another build.
  const of = await digestOf(root, sources);
  if (last !== `${of} ${await digestOf(root, results)}`) {
    await buildAndMark(mark, of).catch((cause) => {
      throw new Failure(`The build of the functions failed. ${oneLine(messageOf(cause))}`, { cause });
    });
  }
  if (taskRoot === root) return;
  const to = path.join(taskRoot, 'dist');
  await mkdir(to, { recursive: true });
  // Leaves out code caches, which another command may have written or may be writing.
  const filter = (from: string) => !from.endsWith('.cache');
  for (const result of ['functions', 'migrations.json'])
    await cp(path.join(root, 'dist', result), path.join(to, result), { recursive: true, filter });
}
