import { createHash } from 'node:crypto';
import { chmod, chown, lstat, mkdir, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Failure, messageOf } from '../failure.ts';
import type { SystemUser } from '../process/parentDeath.ts';
import { canWrite } from './serverUser.ts';
import { stopStaleServer } from './staleServer.ts';

/**
 * Where the server's files go when `directory` lies where its user cannot enter (root in a 0700 folder): a folder of that
 * directory's own, so that two clones never share one.
 */
async function substituteFor(directory: string): Promise<string> {
  const key = createHash('sha256')
    .update(await realpath(directory))
    .digest('hex')
    .slice(0, 16);
  return path.join(tmpdir(), `serverless-orders-${key}`);
}

/** Makes a private folder of the server's user. Throws when another user's folder is already there. */
async function privateFolder(folder: string, user: SystemUser): Promise<void> {
  // Not recursive: Node 24 never ends where the system refuses a folder with ENOENT, as /proc does.
  await mkdir(folder, { mode: 0o700 }).catch((cause) => {
    if (cause.code === 'EEXIST') return;
    throw new Failure(
      `PostgreSQL needs a folder of its own, and ${folder} cannot be made; TMPDIR or LOCAL_DIRECTORY names another place. ${messageOf(cause)}`,
      { cause },
    );
  });
  // Anyone may make a folder of this name under /tmp before us, or a link to elsewhere.
  const found = await lstat(folder);
  if (!found.isDirectory() || (found.uid !== 0 && found.uid !== user.uid)) {
    throw new Failure(`${folder} belongs to another user (uid ${found.uid}): start as that user, or remove it`);
  }
  await chown(folder, user.uid, user.gid);
  await chmod(folder, 0o700);
}

/**
 * The folder that holds the server's files: `directory` itself where the server's user can write in it, otherwise a
 * folder of this directory's own under the system's temporary directory. Made when missing, mode 0700, owned by that user.
 */
export async function serverHome(directory: string, user: SystemUser | undefined): Promise<string> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  if (user === undefined) return directory;
  await privateFolder(directory, user);
  if (canWrite(user, directory)) return directory;
  const substitute = await substituteFor(directory);
  await privateFolder(substitute, user);
  if (canWrite(user, substitute)) return substitute;
  throw new Failure(
    `The system user "${user.name}" can write neither in ${directory} nor in ${substitute}; set TMPDIR to a folder that it can enter`,
  );
}

/** Removes all that servers of this directory left, its substitute folder too, and first stops one that an earlier run left running. */
export async function removePostgres(directory: string): Promise<void> {
  const substitute = await substituteFor(directory).catch(() => undefined);
  for (const home of [substitute, directory]) {
    if (home === undefined) continue;
    await stopStaleServer(path.join(home, 'data'));
    await rm(home, { recursive: true, force: true });
  }
}
