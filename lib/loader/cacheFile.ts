import { crc32 } from 'node:zlib';

// The file begins with the checksums of the source and of V8's data. This head has 16 bytes to keep V8's data aligned, because V8 copies unaligned data.
const headBytes = 16;

/**
 * Returns the file name of the code cache that this process needs for a function's script. V8 rejects a cache that was made by another version, on
 * another architecture or with other flags. Lambda's bootstrap may pass the flag `--expose-gc`.
 */
export function cacheName(script: string): string {
  return `${script.replace(/\.cjs$/, '')}.${process.version}-${process.arch}${'gc' in globalThis ? '-gc' : ''}.cache`;
}

/** Returns the content of a cache file: V8's data, with the checksums that `unpackCache` verifies. */
export function packCache(source: Uint8Array, data: Uint8Array): Buffer {
  const head = Buffer.alloc(headBytes);
  head.writeUInt32LE(crc32(source), 0);
  head.writeUInt32LE(crc32(data), 4);
  return Buffer.concat([head, data]);
}

/**
 * Returns V8's data from a cache file; undefined if the file is truncated, damaged or belongs to another source. V8 itself compares only the
 * length of the source and does not verify its data.
 */
export function unpackCache(source: Uint8Array, file: Buffer): Buffer | undefined {
  if (file.length <= headBytes || file.readUInt32LE(0) !== crc32(source)) return undefined;
  const data = file.subarray(headBytes);
  return file.readUInt32LE(4) === crc32(data) ? data : undefined;
}
