import { access, constants, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { Failure, messageOf } from './failure.ts';

/** The clone's folder. */
export const root = path.join(import.meta.dirname, '..');

/** The folder of everything that a local run keeps: `LOCAL_DIRECTORY`, by default `.local/` in the clone. */
export function localDirectory(): string {
  return path.resolve(process.env['LOCAL_DIRECTORY'] || path.join(root, '.local'));
}

/** The same folder, made when missing. Throws a Failure where this user cannot write. */
export async function madeLocalDirectory(): Promise<string> {
  const directory = localDirectory();
  try {
    await mkdir(directory, { recursive: true });
    await access(directory, constants.W_OK);
  } catch (cause) {
    throw new Failure(
      `Cannot write in ${directory}, which may be another user's; LOCAL_DIRECTORY names another folder. ${messageOf(cause)}`,
      { cause },
    );
  }
  return directory;
}
