import { createHash } from 'node:crypto';
import { glob, readFile } from 'node:fs/promises';
import path from 'node:path';

/** One SHA-256 of the names and contents of all files below `folder` that match. Another when one is edited, added, renamed or gone. */
export async function digestOf(folder: string, patterns: readonly string[]): Promise<string> {
  const names: string[] = [];
  for await (const entry of glob(patterns, { cwd: folder, withFileTypes: true })) {
    if (entry.isFile()) names.push(path.relative(folder, path.join(entry.parentPath, entry.name)));
  }
  const hash = createHash('sha256');
  for (const name of names.sort()) {
    const content = await readFile(path.join(folder, name));
    hash.update(`${name} ${content.length}\n`).update(content);
  }
  return hash.digest('hex');
}
