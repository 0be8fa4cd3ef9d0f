import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** SHA-256 of each migration's source, by name. Line endings count as one, so that a checkout on Windows has the same. */
export function readChecksums(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder).filter((file) => /^\d+-.*\.ts$/.test(file));
  return Object.fromEntries(
    files.sort().map((file) => [path.basename(file, '.ts'), sha256(readFileSync(path.join(folder, file), 'utf8'))]),
  );
}

/** One checksum of all of them: what a deploy compares to know whether there is anything to migrate. */
export function checksumOf(checksums: Readonly<Record<string, string>>): string {
  return sha256(JSON.stringify(Object.entries(checksums)));
}

function sha256(text: string): string {
  return createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex');
}

/** The checksums of the sources beside this file. A bundle has no sources: scripts/bundling.ts puts the result in this module's place. */
export const checksums = readChecksums(import.meta.dirname);
