import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { Failure } from './failure.ts';
import type { DatabaseUrls } from './postgres/ordersDatabase.ts';
import { isLocked, takeLock } from './process/lock.ts';

const running = z.object({
  /** The process of `npm start`. */
  pid: z.int(),
  /** The gateway's URL. */
  url: z.string(),
  /** The URL of Lambda's Invoke API; missing until everything runs. */
  lambdaUrl: z.string().optional(),
  /** The URLs of the database; missing until everything runs. */
  databases: z.object({ owner: z.string(), api: z.string() }).optional(),
});

/** The state that a running `npm start` writes for other commands. */
export type Running = z.infer<typeof running>;

const stateFile = (directory: string) => path.join(directory, 'state.json');
const lockFile = (directory: string) => path.join(directory, 'lock');

/** Claims the directory for this `npm start`. Returns a function that releases it; undefined if another process has claimed it. */
export function claimDirectory(directory: string): (() => Promise<void>) | undefined {
  const release = takeLock(lockFile(directory));
  if (release === undefined) return undefined;
  return async () => {
    await rm(stateFile(directory), { force: true });
    release();
  };
}

/** Writes the state for other commands, with mode 0600 because it contains the database's passwords. */
export async function writeState(directory: string, state: Running): Promise<void> {
  const fresh = `${stateFile(directory)}.new`;
  await rm(fresh, { force: true });
  await writeFile(fresh, JSON.stringify(state, undefined, 2), { mode: 0o600 });
  await rename(fresh, stateFile(directory));
}

/**
 * Returns the state of the `npm start` that runs on this directory; undefined if none runs. Ignores the state that a killed `npm start` left
 * behind.
 */
export async function runningState(directory: string): Promise<Running | undefined> {
  if (!isLocked(lockFile(directory))) return undefined;
  const content = await readFile(stateFile(directory), 'utf8').catch(() => undefined);
  return content === undefined ? undefined : running.parse(JSON.parse(content));
}

/** Returns the URLs of the running `npm start`. Throws a Failure if none runs, with `alternative` at its end, or if it is not ready yet. */
export async function runningUrls(directory: string, alternative = ''): Promise<{ databases: DatabaseUrls; lambdaUrl: string }> {
  const state = await runningState(directory);
  if (state === undefined) throw new Failure(`npm start is not running here; start it in another terminal first${alternative}`);
  const { databases, lambdaUrl } = state;
  if (databases === undefined || lambdaUrl === undefined) throw new Failure('npm start is not ready yet; try again in a moment');
  return { databases, lambdaUrl };
}
