import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { dataModules, lambdaProvides, unusedBySequelize } from './bundling.ts';

const root = path.join(import.meta.dirname, '..');

/**
 * Bundles every file of functions/ into dist/functions/<name>.mjs of `taskRoot`, with its source map and the data modules beside it.
 * Rejects with esbuild's own report, file and line, when the code does not build.
 */
export async function build(taskRoot = root): Promise<esbuild.Metafile> {
  const outdir = path.join(taskRoot, 'dist/functions');
  await rm(outdir, { recursive: true, force: true });
  await mkdir(outdir, { recursive: true });
  const names = (await readdir(path.join(root, 'functions'))).filter((file) => file.endsWith('.ts'));
  const result = await esbuild.build({
    absWorkingDir: root,
    entryPoints: names.map((file) => `functions/${file}`),
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    minify: true,
    sourcemap: 'linked',
    // Sources stay out of the map: it names file and line, and is a quarter of the size.
    sourcesContent: false,
    legalComments: 'none',
    metafile: true,
    logLevel: 'silent',
    plugins: [unusedBySequelize, dataModules(outdir), lambdaProvides],
    // Sequelize and pg are CommonJS and call `require` for Node's own modules. A long name: minified ones are short, and met this one once.
    banner: { js: "import{createRequire as createRequireHere}from'node:module';const require=createRequireHere(import.meta.url);" },
  });
  return result.metafile;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    const { outputs } = await build();
    for (const [file, { bytes }] of Object.entries(outputs)) {
      if (file.endsWith('.mjs')) console.log(`${file}  ${Math.ceil(bytes / 1024)} KiB`);
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
