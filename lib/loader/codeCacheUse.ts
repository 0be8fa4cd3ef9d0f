// The loader and a function's script are separate bundles. They share this value through a global symbol.
const key = Symbol.for('serverless-orders.codeCache');

/** Returns whether V8 used the function's code cache; undefined if the loader did not load the function, as in tests that run the sources. */
export function codeCacheUse(): 'hit' | 'miss' | undefined {
  const use: unknown = Reflect.get(globalThis, key);
  return use === 'hit' || use === 'miss' ? use : undefined;
}

/** Records whether V8 used the function's code cache. */
export function setCodeCacheUse(use: 'hit' | 'miss'): void {
  Reflect.set(globalThis, key, use);
}
