import { access, constants, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { Failure, messageOf } from './failure.ts';

/** The folder of this clone of the repository. */
export const root = path.join(import.meta.dirname, '..');

/** Returns the folder for all files of a local run: `LOCAL_DIRECTORY`, or `.local/` in the clone. */
export function localDirectory(): string {
  return path.resolve(process.env['LOCAL_DIRECTORY'] || path.join(root, '.local'));
}

/** Returns `localDirectory()` and creates this folder if it is missing. Throws a Failure if this user cannot write to it. */
export async function madeLocalDirectory(): Promise<string> {
  const directory = localDirectory();
  try {
    await mkdir(directory, { recursive: true });
    await access(directory, constants.W_OK);
  } catch (cause) {
    throw new Failure(
      `Cannot write to ${directory}, which may belong to another user; set LOCAL_DIRECTORY to another folder. ${messageOf(cause)}`,
      { cause },
    );
  }
  return directory;
}
