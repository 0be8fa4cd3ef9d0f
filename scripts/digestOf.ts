import { createHash } from 'node:crypto';
import { glob, readFile } from 'node:fs/promises';
import path from 'node:path';

/** Returns one SHA-256 of the names and contents of all matching files below `folder`. Any edited, added, renamed or deleted file changes it. */
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
