import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { stop as stopEsbuild } from 'esbuild';
import { build } from './build.ts';
import { digestOf } from './digestOf.ts';

const root = path.join(import.meta.dirname, '..');

// Everything that a build reads: more rather than less, since one too many costs 3 s, and one too few runs old code.
const sources = [
  '{functions,lib,migrations,scripts}/**/*',
  'serverless.yml',
  'openapi.json',
  'package-lock.json',
  'node_modules/.package-lock.json',
];
// Not the code caches: only a build for a package makes them, and a cache that does not fit is ignored.
const results = ['dist/functions/*.{mjs,cjs,map,json,html}', 'dist/migrations.json'];

/**
 * Sees that dist/ below `taskRoot` holds the functions as their sources are now. Builds only when something has changed since the last
 * time: a build is 3 s of two cores, this is 0.1 s. The end of a build is marked last, so that one that was killed is done again.
 * Rejects with esbuild's own report when the code does not build.
 */
export async function currentBuild(taskRoot = root): Promise<void> {
  const mark = path.join(root, 'dist/built');
  const last = await readFile(mark, 'utf8').catch(() => undefined);
  // Looked at before the build: what is edited meanwhile makes the next one.
  const of = await digestOf(root, sources);
  if (last !== `${of} ${await digestOf(root, results)}`) {
    await rm(mark, { force: true });
    // The compiler's process would otherwise stay as long as this one.
    await build().finally(stopEsbuild);
    // Written aside and renamed, so that a concurrent reader finds the whole file or none.
    const own = `${mark}.${process.pid}`;
    await writeFile(own, `${of} ${await digestOf(root, results)}`);
    await rename(own, mark);
  }
  if (taskRoot === root) return;
  const to = path.join(taskRoot, 'dist');
  await mkdir(to, { recursive: true });
  for (const result of ['functions', 'migrations.json'])
    await cp(path.join(root, 'dist', result), path.join(to, result), { recursive: true });
}
