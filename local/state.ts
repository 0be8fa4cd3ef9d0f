import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { Failure } from './failure.ts';
import type { DatabaseUrls } from './postgres/ordersDatabase.ts';
import { isLocked, takeLock } from './process/lock.ts';

const running = z.object({
  /** The process of `npm start`. */
  pid: z.int(),
  /** Of the gateway. */
  url: z.string(),
  /** Of Lambda's Invoke API; missing until everything runs. */
  lambdaUrl: z.string().optional(),
  /** The connections to the database; missing until everything runs. */
  databases: z.object({ owner: z.string(), api: z.string() }).optional(),
});

/** What a running `npm start` says of itself. */
export type Running = z.infer<typeof running>;

const stateFile = (directory: string) => path.join(directory, 'state.json');
const lockFile = (directory: string) => path.join(directory, 'lock');

/** Makes this process the one `npm start` of the directory. Undefined when another is; otherwise the function that ends it. */
export function claimDirectory(directory: string): (() => Promise<void>) | undefined {
  const release = takeLock(lockFile(directory));
  if (release === undefined) return undefined;
  return async () => {
    await rm(stateFile(directory), { force: true });
    release();
  };
}

/** Writes the state for other commands, mode 0600: it holds the database's passwords. */
export async function writeState(directory: string, state: Running): Promise<void> {
  const fresh = `${stateFile(directory)}.new`;
  await rm(fresh, { force: true });
  await writeFile(fresh, JSON.stringify(state, undefined, 2), { mode: 0o600 });
  await rename(fresh, stateFile(directory));
}

/** The `npm start` that runs on this directory; undefined when none does, also when one was killed and left its state. */
export async function runningState(directory: string): Promise<Running | undefined> {
  if (!isLocked(lockFile(directory))) return undefined;
  const content = await readFile(stateFile(directory), 'utf8').catch(() => undefined);
  return content === undefined ? undefined : running.parse(JSON.parse(content));
}

/** The connections to the database of the running `npm start`. Throws a Failure when there is none, or not yet. */
export async function runningDatabases(directory: string): Promise<DatabaseUrls> {
  const state = await runningState(directory);
  if (state === undefined) throw new Failure('npm start is not running here; start it in another terminal first');
  if (state.databases === undefined) throw new Failure('npm start is not ready yet; try again in a moment');
  return state.databases;
}
