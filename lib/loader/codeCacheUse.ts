// The loader and a function's script are bundles of their own; the global symbol is what they share.
const key = Symbol.for('serverless-orders.codeCache');

/** Returns whether V8 used the function's code cache; undefined if the loader did not load the function, as in tests of the sources. */
export function codeCacheUse(): 'hit' | 'miss' | undefined {
  const use: unknown = Reflect.get(globalThis, key);
  return use === 'hit' || use === 'miss' ? use : undefined;
}

export function setCodeCacheUse(use: 'hit' | 'miss'): void {
  Reflect.set(globalThis, key, use);
}
