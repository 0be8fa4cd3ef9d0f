import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';

interface Entry {
  readonly name: string;
  /** The compressed size. */
  readonly packedBytes: number;
  readonly content: Buffer;
}

/** Returns the files of a zip. The central directory at its end lists their names and positions: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT */
export function entriesOf(file: string): readonly Entry[] {
  const zip = readFileSync(file);
  const end = zip.lastIndexOf('PK\u0005\u0006');
  const entries: Entry[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let count = zip.readUInt16LE(end + 10); count > 0; count--) {
    const [method, packedBytes] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)];
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
    const local = zip.readUInt32LE(at + 42);
    const begin = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(begin, begin + packedBytes);
    entries.push({
      name: zip.subarray(at + 46, at + 46 + (nameLength ?? 0)).toString(),
      packedBytes,
      content: method === 0 ? packed : inflateRawSync(packed),
    });
    at += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0);
  }
  return entries;
}
