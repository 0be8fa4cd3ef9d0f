import path from 'node:path';
import * as esbuild from 'esbuild';
import { lambdaModule, leanSequelize } from '../../scripts/bundling.ts';

const root = path.join(import.meta.dirname, '../..');

/** Bundles Sequelize as the build does, with the replaced packages, for tests that run the sources. Returns the bundle's file. */
export async function sequelizeAsBuilt(): Promise<string> {
  // The bundle is below node_modules, because Vitest does not transform modules there.
  const outfile = path.join(root, 'node_modules/.cache/sequelizeAsBuilt.mjs');
  await esbuild.build({
    ...lambdaModule,
    absWorkingDir: root,
    entryPoints: ['node_modules/sequelize/lib/index.mjs'],
    outExtension: {},
    outfile,
    // pg is not bundled, so that Sequelize and the tests use the same package.
    external: ['pg'],
    plugins: [leanSequelize],
  });
  return outfile;
}
