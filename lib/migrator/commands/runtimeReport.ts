import { cacheTag } from '../../loader/cacheTag.ts';
import { codeCacheUse } from '../../loader/codeCacheUse.ts';

/** The function's runtime. A deploy makes V8 code caches for this runtime. */
export interface RuntimeReport {
  /** Such as `v24.21.0`. */
  readonly node: string;
  readonly v8: string;
  /** As Node.js names it: `arm64` or `x64`. */
  readonly architecture: string;
  /** The tag that V8 compares before it accepts a code cache. */
  readonly cacheTag: string;
  /** The flags of Node.js on the command line, such as `--expose-gc`. */
  readonly flags: readonly string[];
  /** Whether this environment used its code cache; null if the loader did not look for one. */
  readonly codeCache: 'hit' | 'miss' | null;
}

/** Returns the runtime of this process. */
export function runtimeReport(): RuntimeReport {
  const { version: node, versions, arch: architecture, execArgv: flags } = process;
  return { node, v8: versions.v8, architecture, cacheTag: cacheTag(), flags, codeCache: codeCacheUse() ?? null };
}
