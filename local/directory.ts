import { mkdir } from 'node:fs/promises';
import path from 'node:path';

/** The clone's folder. */
export const root = path.join(import.meta.dirname, '..');

/** The folder of everything that a local run keeps: `LOCAL_DIRECTORY`, by default `.local/` in the clone. */
export function localDirectory(): string {
  return path.resolve(process.env['LOCAL_DIRECTORY'] || path.join(root, '.local'));
}

/** The same folder, made when missing. */
export async function madeLocalDirectory(): Promise<string> {
  const directory = localDirectory();
  await mkdir(directory, { recursive: true });
  return directory;
}
