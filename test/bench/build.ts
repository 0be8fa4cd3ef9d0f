import { readdir } from 'node:fs/promises';
import path from 'node:path';
import * as esbuild from 'esbuild';

/** Bundles the hand-written handlers as the functions are bundled, into dist/hand-written of `directory`. Returns each one's bytes. */
export async function buildHandWritten(directory: string): Promise<Record<string, number>> {
  const source = path.join(import.meta.dirname, 'hand-written');
  const { metafile } = await esbuild.build({
    entryPoints: (await readdir(source)).map((file) => path.join(source, file)),
    outdir: path.join(directory, 'dist/hand-written'),
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    minify: true,
    sourcemap: 'linked',
    sourcesContent: false,
    metafile: true,
    external: ['pg-native'],
    banner: { js: "import{createRequire as createRequireHere}from'node:module';const require=createRequireHere(import.meta.url);" },
  });
  return Object.fromEntries(Object.entries(metafile.outputs).map(([file, { bytes }]) => [path.basename(file, '.mjs'), bytes]));
}
