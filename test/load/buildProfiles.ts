import path from 'node:path';
import * as esbuild from 'esbuild';
import { root } from '../../local/directory.ts';
import { unusedBySequelize } from '../../scripts/bundling.ts';

/** Bundles the ways of others that are compared with ours into dist/load/<profile>.mjs; each exports four handlers. */
export async function buildProfiles(): Promise<void> {
  await esbuild.build({
    entryPoints: ['tutorial', 'sequelizeDocs'].map((name) => path.join(import.meta.dirname, `profiles/${name}.ts`)),
    outdir: path.join(root, 'dist/load'),
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    // What is compared is the use of connections: these get our small Sequelize, and so our cold start, as a present.
    minify: true,
    keepNames: true,
    logLevel: 'silent',
    plugins: [unusedBySequelize],
    banner: { js: "import{createRequire as createRequireHere}from'node:module';const require=createRequireHere(import.meta.url);" },
  });
}
