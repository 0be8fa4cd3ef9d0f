import path from 'node:path';
import * as esbuild from 'esbuild';
import { root } from '../../local/directory.ts';
import { lambdaModule, leanSequelize } from '../../scripts/bundling.ts';

/** Bundles Sequelize as the build does, so that tests of the sources can run with this bundle. Returns its file. */
export async function sequelizeAsBuilt(): Promise<string> {
  // The bundle is below node_modules, because Vitest does not transform modules there.
  const outfile = path.join(root, 'node_modules/.cache/sequelizeAsBuilt.mjs');
  await esbuild.build({
    ...lambdaModule,
    absWorkingDir: root,
    entryPoints: ['node_modules/sequelize/lib/index.mjs'],
    outExtension: {},
    outfile,
    // pg is not bundled, so that Sequelize and the tests use the same copy.
    external: ['pg'],
    plugins: [leanSequelize],
  });
  return outfile;
}
