import path from 'node:path';
import * as esbuild from 'esbuild';
import { root } from '../../local/directory.ts';
import { unusedBySequelize } from '../../scripts/bundling.ts';
import type { ProfileName } from './options.ts';

// The profiles that have code of their own.
const entries: Partial<Record<ProfileName, string>> = { tutorial: 'tutorial', 'sequelize-docs': 'sequelizeDocs' };

/** Bundles those of the profiles that are ways of others into dist/load/<entry>.mjs; each exports four handlers. */
export async function buildProfiles(wanted: readonly ProfileName[]): Promise<void> {
  const files = wanted.flatMap((name) => entries[name] ?? []);
  if (files.length === 0) return;
  await esbuild
    .build({
      entryPoints: files.map((name) => path.join(import.meta.dirname, `profiles/${name}.ts`)),
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
    })
    .finally(esbuild.stop);
}
