import { Script } from 'node:vm';

// Offsets in a cache's header. V8 compares the words at these offsets with its own: format, version, flags, and the snapshot of its build. Offset 8 has
// the source's length. `v8.cachedDataVersionTag()` also contains the processor's features, which V8 does not compare for a code cache.
const compared = [0, 4, 12, 16];

/** Returns the tag that V8 compares before it accepts a code cache, as 32 hexadecimal digits. A process accepts only caches with its own tag. */
export function cacheTag(): string {
  const head = new Script('0').createCachedData();
  return compared.map((at) => head.readUInt32LE(at).toString(16).padStart(8, '0')).join('');
}
