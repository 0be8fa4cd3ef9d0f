import { execFile } from 'node:child_process';
import { access, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { root } from '../../local/directory.ts';
import { messageOf } from '../../local/failure.ts';
import type { StageRuntime } from '../deploy/stageRuntime.ts';
import { flagSets } from './makeCodeCaches.ts';

const run = promisify(execFile);
const cacheTagModule = pathToFileURL(path.join(root, 'lib/loader/cacheTag.ts')).href;
const installMs = 300_000;

interface CacheTarget {
  /** The Node.js program to make code caches with. */
  readonly node: string;
  /** A line of output, which warns if the stage will not use the caches. */
  readonly line: string;
}

/**
 * Returns a Node.js program of the stage's version: the program of this process, or a program that is installed from npm. If the installation fails,
 * returns the program of this process with a warning, because a cache that does not match only makes cold starts slower.
 */
export async function nodeForRuntime(runtime: StageRuntime, install = installNode): Promise<CacheTarget> {
  const { node: version, architecture, cacheTag, flags } = runtime;
  let node = process.execPath;
  if (version !== process.version) {
    try {
      node = await install(version);
    } catch (cause) {
      return {
        node,
        line: `WARNING: the stage will not use the code caches, which are for Node.js ${process.version}. It runs on ${version}, which could not be installed from npm. ${firstLine(cause)}`,
      };
    }
  }
  const line = `code caches for Node.js ${version} on ${process.arch}`;
  // If the deployed release has another architecture than this package, the tags always differ, so they are not compared.
  if (architecture !== process.arch) return { node, line };
  const tags = await Promise.all(flagSets.map((set) => tagOf(node, set)));
  if (tags.includes(cacheTag)) return { node, line };
  return {
    node,
    line: `WARNING: ${line}. The stage will not use them, because its build of V8 or its flags differ (stage: tag ${cacheTag}, flags ${flags.join(' ') || 'none'}; here: tags ${tags.join(' and ')}). See docs/deploy.md, "Code caches"`,
  };
}

/** Installs a version of Node.js for this machine from npm into dist/node/, without running install scripts. Returns the program. */
async function installNode(version: string): Promise<string> {
  const folder = path.join(root, 'dist/node', version);
  // npm's package `node` takes its program from one of these packages.
  const name = `${process.platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node'}-${process.platform}-${process.arch}`;
  const program = path.join(folder, 'node_modules', name, 'bin/node');
  await mkdir(folder, { recursive: true });
  const flags = ['--no-save', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund'];
  await access(program).catch(() =>
    run('npm', ['install', '--prefix', folder, ...flags, `${name}@${version.slice(1)}`], { timeout: installMs }),
  );
  return program;
}

/** Returns the tag of the code caches that a Node.js program with these flags makes and accepts. */
async function tagOf(node: string, flags: readonly string[]): Promise<string> {
  const program = `console.log((await import(${JSON.stringify(cacheTagModule)})).cacheTag())`;
  const { stdout } = await run(node, [...flags, '--input-type=module', '--eval', program], { env: {} });
  return stdout.trim();
}

function firstLine(error: unknown): string {
  return (
    messageOf(error)
      .split('\n')
      .find((text) => /npm error (?!code )\S+ \S/.test(text)) ?? messageOf(error)
  ).slice(0, 300);
}
