import path from 'node:path';
import * as esbuild from 'esbuild';
import { root } from '../../local/directory.ts';
import { lambdaModule, leanSequelize } from '../../scripts/bundling.ts';
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
      // What is compared is the use of connections: these get our small Sequelize, and so our cold start, as a present.
      ...lambdaModule,
      sourcemap: false,
      keepNames: true,
      plugins: [leanSequelize],
    })
    .finally(esbuild.stop);
}
