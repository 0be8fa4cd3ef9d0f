import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Returns the SHA-256 of each migration's source, by name. Line endings do not matter, so a checkout on Windows has the same checksums. */
export function readChecksums(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder).filter((file) => /^\d+-.*\.ts$/.test(file));
  return Object.fromEntries(
    files.sort().map((file) => [path.basename(file, '.ts'), sha256(readFileSync(path.join(folder, file), 'utf8'))]),
  );
}

/** Returns one checksum of all migrations. A deploy runs `up` when this checksum has changed. */
export function checksumOf(checksums: Readonly<Record<string, string>>): string {
  return sha256(JSON.stringify(Object.entries(checksums)));
}

function sha256(text: string): string {
  return createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex');
}

/** The checksums of the sources in this folder. A bundle has no sources, so scripts/bundling.ts replaces this module with the computed checksums. */
export const checksums = readChecksums(import.meta.dirname);
