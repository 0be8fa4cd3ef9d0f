import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { constants, Script } from 'node:vm';
import { cacheName, unpackCache } from './cacheFile.ts';
import { setCodeCacheUse } from './codeCacheUse.ts';
import { mapStackTraces } from './stackTraces.ts';

type Exports = Readonly<Record<string, unknown>>;

/** Loads the script of a built function with its code cache for this process. Without a cache, V8 compiles the script. Returns the exports. */
export function loadScript(file: string): Exports {
  const source = readFileSync(file);
  const script = compileScript(source, file, readCache(file, source));
  setCodeCacheUse(script.cachedDataRejected === false ? 'hit' : 'miss');
  mapStackTraces(file);
  return runScript(script, file);
}

/** Compiles a script, which the build wraps in one function expression. Stack traces show `filename`, which V8 also stores in a cache. */
export function compileScript(source: Buffer, filename: string, cachedData?: Buffer): Script {
  return new Script(source.toString('latin1'), {
    filename,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    ...(cachedData && { cachedData }),
  });
}

/** Runs a script as the CommonJS module `file`, which determines the script's `require` and `__dirname`. Returns its exports. */
export function runScript(script: Script, file: string): Exports {
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(file), module, file, path.dirname(file));
  return module.exports;
}

function readCache(file: string, source: Buffer): Buffer | undefined {
  try {
    return unpackCache(source, readFileSync(cacheName(file)));
  } catch {
    // No cache exists for this version of Node.js, this processor and these flags.
    return undefined;
  }
}
