import { parse } from 'yaml';
import { z } from 'zod';

const service = z.object({ params: z.record(z.string(), z.looseObject({ architecture: z.string().optional() }).nullable()) });

// Lambda's names of architectures, each with Node.js's name (process.arch).
const nodeNames: Readonly<Record<string, string>> = { arm64: 'arm64', x86_64: 'x64' };

interface CodeCachesOfPackage {
  /** The Node.js program to make code caches for; undefined if this machine cannot make them. */
  readonly codeCachesFor: string | undefined;
  /** A line of output. */
  readonly line: string;
}

/**
 * Decides whether this machine can make the code caches of a package. The machine must have the architecture that serverless.yml or `--param architecture=`
 * names. `flags` are the flags of `serverless package`.
 */
export function codeCachesOfPackage(serverlessYml: string, flags: readonly string[], arch: string = process.arch): CodeCachesOfPackage {
  const { params } = service.parse(parse(serverlessYml, { logLevel: 'silent' }));
  const given = flags.findLast((flag) => /^(--param=)?architecture=/.test(flag))?.replace(/^.*=/, '');
  const stage = stageOf(flags) ?? 'dev';
  const wanted = given ?? params[stage]?.architecture ?? params['default']?.architecture ?? 'arm64';
  if (nodeNames[wanted] === arch)
    return { codeCachesFor: process.execPath, line: `code caches for Node.js ${process.version} on ${wanted}` };
  return {
    codeCachesFor: undefined,
    line: `no code caches: the functions run on ${wanted} and this machine is ${arch}. Cold starts take longer. Package on ${wanted} to get code caches: see docs/deploy.md, "Code caches"`,
  };
}

/** Returns the stage in the flags `--stage dev`, `--stage=dev`, `-s dev` or `-s=dev`. */
function stageOf(flags: readonly string[]): string | undefined {
  for (const [index, flag] of flags.entries()) {
    const [found, value] = /^(?:--stage|-s)(?:=(.*))?$/.exec(flag) ?? [];
    if (found !== undefined) return value ?? flags[index + 1];
  }
  return undefined;
}
