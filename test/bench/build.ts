import { readdir } from 'node:fs/promises';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { lambdaModule } from '../../scripts/bundling.ts';

/** Bundles the hand-written handlers like the functions, into dist/hand-written of `directory`. Returns the size of each bundle in bytes. */
export async function buildHandWritten(directory: string): Promise<Record<string, number>> {
  const source = path.join(import.meta.dirname, 'hand-written');
  const { metafile } = await esbuild.build({
    entryPoints: (await readdir(source)).map((file) => path.join(source, file)),
    outdir: path.join(directory, 'dist/hand-written'),
    ...lambdaModule,
    metafile: true,
    external: ['pg-native'],
  });
  return Object.fromEntries(Object.entries(metafile.outputs).map(([file, { bytes }]) => [path.basename(file, '.mjs'), bytes]));
}
