import path from 'node:path';
import * as esbuild from 'esbuild';
import { root } from '../../local/directory.ts';
import { lambdaModule, leanSequelize } from '../../scripts/bundling.ts';
import type { ProfileName } from './options.ts';

// The profiles that do not use this project's functions, and the names of their files.
const entries: Partial<Record<ProfileName, string>> = { tutorial: 'tutorial', 'sequelize-docs': 'sequelizeDocs' };

/** Bundles the profiles that do not use this project's functions into dist/load/<entry>.mjs. Each module exports four handlers. */
export async function buildProfiles(wanted: readonly ProfileName[]): Promise<void> {
  const files = wanted.flatMap((name) => entries[name] ?? []);
  if (files.length === 0) return;
  await esbuild
    .build({
      entryPoints: files.map((name) => path.join(import.meta.dirname, `profiles/${name}.ts`)),
      outdir: path.join(root, 'dist/load'),
      // The test compares the use of connections, so these profiles get the same reduced Sequelize as this project's functions.
      ...lambdaModule,
      sourcemap: false,
      keepNames: true,
      plugins: [leanSequelize],
    })
    .finally(esbuild.stop);
}
