import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { root } from '../local/directory.ts';
import { Failure, messageOf } from '../local/failure.ts';
import { isAlive } from '../local/process/isAlive.ts';
import { checksumOf, readChecksums } from '../migrations/checksums.ts';
import { parseFlags } from './arguments.ts';
import { bundleOptions, dataModules, lambdaModule, lambdaProvides, leanSequelize, migrationChecksums } from './bundling.ts';
import { makeCodeCaches } from './codeCache/makeCodeCaches.ts';
import { docsPage } from './docsPage.ts';
import { reportFailure } from './reportFailure.ts';
import { definitions } from './routes.ts';

/**
 * Bundles every file of functions/ into dist/functions/<name>.cjs below `taskRoot`. Writes the source maps, the loaders <name>.mjs and the other
 * files of the functions to the same folder, and the migrations' hash to dist/migrations.json.
 * `codeCachesFor` is the Node.js program to make V8 code caches for. Without it, the build makes no code caches and deletes those of an earlier build.
 * Rejects with esbuild's report if the code does not build.
 */
export async function build(taskRoot = root, { codeCachesFor }: BuildOptions = {}): Promise<esbuild.Metafile> {
  const dist = path.join(taskRoot, 'dist');
  await removeAbandoned(dist);
  // Each file is written to another folder and then renamed, so that an environment that starts during a build never reads half a file. The
  // other folder is as deep as dist/functions, because source maps contain relative paths.
  const outdir = path.join(dist, `functions.${process.pid}`);
  try {
    return await buildInto(outdir, dist, codeCachesFor);
  } finally {
    await rm(outdir, { recursive: true, force: true });
  }
}

interface BuildOptions {
  readonly codeCachesFor?: string | undefined;
}

async function buildInto(outdir: string, dist: string, codeCachesFor: string | undefined): Promise<esbuild.Metafile> {
  const names = (await readdir(path.join(root, 'functions'))).filter((file) => file.endsWith('.ts'));
  const result = await esbuild.build({
    ...lambdaModule,
    absWorkingDir: root,
    entryPoints: names.map((file) => `functions/${file}`),
    outdir,
    // The output is a script, because V8 cannot make a code cache of an ES module that has run. The banner and footer turn the script into a function with the
    // parameters of a CommonJS module, which lib/loader calls.
    outExtension: { '.js': '.cjs' },
    format: 'cjs',
    metafile: true,
    define: { ...definitions(), 'import.meta.dirname': '__dirname' },
    plugins: [leanSequelize, migrationChecksums, dataModules(outdir), lambdaProvides],
    banner: { js: '(function(exports,require,module,__filename,__dirname){' },
    footer: { js: '})' },
  });
  await writeLoaders(outdir, names);
  await writeFile(path.join(outdir, 'openapi.json'), JSON.stringify(JSON.parse(await readFile(path.join(root, 'openapi.json'), 'utf8'))));
  await writeFile(path.join(outdir, 'docs.html'), docsPage());
  if (codeCachesFor !== undefined) await makeCodeCaches(outdir, { node: codeCachesFor });
  const written = await readdir(outdir);
  const functions = path.join(dist, 'functions');
  await mkdir(functions, { recursive: true });
  for (const file of written) await rename(path.join(outdir, file), path.join(functions, file));
  // Removes files that only an earlier build wrote. This step is last, because a process that still runs the earlier build may load these files.
  for (const file of await readdir(functions)) if (!written.includes(file)) await rm(path.join(functions, file), { recursive: true });
  // The hash is a property of the resource Migrations (infra/migrations.yml). CloudFormation invokes `up` only if a property has changed.
  const hash = checksumOf(readChecksums(path.join(root, 'migrations')));
  await writeFile(path.join(outdir, 'migrations.json'), JSON.stringify({ hash }));
  await rename(path.join(outdir, 'migrations.json'), path.join(dist, 'migrations.json'));
  const outputs = Object.entries(result.metafile.outputs).map(([file, output]) => [`dist/functions/${path.basename(file)}`, output]);
  return { ...result.metafile, outputs: Object.fromEntries(outputs) };
}

/** Writes <function>.mjs, the module that Lambda loads, next to each function's script. All these modules have the same content. */
async function writeLoaders(outdir: string, sources: readonly string[]): Promise<void> {
  const { outputFiles } = await esbuild.build({ ...bundleOptions, absWorkingDir: root, entryPoints: ['lib/loader/main.ts'], write: false });
  const [loader] = outputFiles;
  if (!loader) throw new Error('esbuild returned no output for lib/loader/main.ts');
  await Promise.all(sources.map((source) => writeFile(path.join(outdir, source.replace(/\.ts$/, '.mjs')), loader.contents)));
}

/** Removes the folders of killed builds. */
async function removeAbandoned(dist: string): Promise<void> {
  for (const entry of await readdir(dist).catch(() => [])) {
    const pid = /^functions\.(\d+)$/.exec(entry)?.[1];
    if (pid !== undefined && !isAlive(Number(pid))) await rm(path.join(dist, entry), { recursive: true, force: true });
  }
}

/** Lists the files in a function's bundle, largest first, each with the imports that lead to it. Throws for an unknown function. */
function why(metafile: esbuild.Metafile, name: string): Promise<string> {
  const outputs = Object.fromEntries(Object.entries(metafile.outputs).filter(([file]) => path.basename(file) === `${name}.cjs`));
  if (Object.keys(outputs).length === 0)
    throw new Failure(`There is no function ${name}. Pass the name of a function, such as --why placeOrder`);
  return esbuild.analyzeMetafile({ ...metafile, outputs }, { verbose: true });
}

/** `npm run build`. */
async function main(): Promise<void> {
  const usage = 'npm run build -- [--why [function]]';
  const { values, positionals } = parseFlags(usage, { why: { type: 'boolean', default: false } }, 1);
  if (positionals.length > 0 && !values.why) throw new Failure(`Unexpected argument '${positionals[0]}'. Usage: ${usage}`);
  const metafile = await build(root, values.why ? {} : { codeCachesFor: process.execPath }).catch((cause) => {
    throw new Failure(messageOf(cause), { cause });
  });
  if (values.why) console.log(await why(metafile, positionals[0] ?? 'listProducts'));
  for (const [file, { bytes }] of Object.entries(metafile.outputs)) {
    if (file.endsWith('.cjs')) console.log(`${file}  ${Math.ceil(bytes / 1024)} KiB`);
  }
}

if (import.meta.main) await main().catch(reportFailure);
