import path from 'node:path';
import * as esbuild from 'esbuild';
import { lambdaModule, leanSequelize } from '../../scripts/bundling.ts';

const root = path.join(import.meta.dirname, '../..');

/** Bundles Sequelize as the functions have it, with its stand-ins, into a module for tests that run on the sources. Returns its file. */
export async function sequelizeAsBuilt(): Promise<string> {
  // Below node_modules: Vitest takes such a module as it is.
  const outfile = path.join(root, 'node_modules/.cache/sequelizeAsBuilt.mjs');
  await esbuild.build({
    ...lambdaModule,
    absWorkingDir: root,
    entryPoints: ['node_modules/sequelize/lib/index.mjs'],
    outExtension: {},
    outfile,
    // The one that the tests import.
    external: ['pg'],
    plugins: [leanSequelize],
  });
  return outfile;
}
