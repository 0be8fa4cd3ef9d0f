import { createHash } from 'node:crypto';
import { chmod, chown, lstat, mkdir, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Failure, messageOf } from '../failure.ts';
import type { SystemUser } from '../process/parentDeath.ts';
import { canWrite } from './serverUser.ts';
import { stopStaleServer } from './staleServer.ts';

/**
 * Returns the folder that replaces `directory` if the server's user cannot enter `directory`, for example because a parent folder is only for root. The name
 * depends on `directory`, so that two clones never share a folder.
 */
async function substituteFor(directory: string): Promise<string> {
  const key = createHash('sha256')
    .update(await realpath(directory))
    .digest('hex')
    .slice(0, 16);
  return path.join(tmpdir(), `serverless-orders-${key}`);
}

/** Creates a private folder of the server's user. Throws if it already belongs to another user. */
async function privateFolder(folder: string, user: SystemUser): Promise<void> {
  // Not recursive: with `recursive`, Node 24 never returns if the system reports ENOENT, as it does in /proc.
  await mkdir(folder, { mode: 0o700 }).catch((cause) => {
    if (cause.code === 'EEXIST') return;
    throw new Failure(
      `The folder ${folder} for PostgreSQL could not be created; set TMPDIR or LOCAL_DIRECTORY to another folder. ${messageOf(cause)}`,
      { cause },
    );
  });
  // Another user may have created a folder or a link with this name in /tmp.
  const found = await lstat(folder);
  if (!found.isDirectory() || (found.uid !== 0 && found.uid !== user.uid)) {
    throw new Failure(`${folder} belongs to another user (uid ${found.uid}): start as that user, or delete the folder`);
  }
  await chown(folder, user.uid, user.gid);
  await chmod(folder, 0o700);
}

/**
 * Returns the folder for the server's files: `directory` if the server's user can write to it, otherwise a substitute under the system's temporary
 * directory. Creates a missing folder with mode 0700, owned by that user.
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
    `The system user "${user.name}" cannot write to ${directory} or ${substitute}; set TMPDIR to a folder that this user can enter`,
  );
}

/** Removes all files of this directory's servers, including the substitute folder. First stops a server that an earlier run left running. */
export async function removePostgres(directory: string): Promise<void> {
  const substitute = await substituteFor(directory).catch(() => undefined);
  for (const home of [substitute, directory]) {
    if (home === undefined) continue;
    await stopStaleServer(path.join(home, 'data'));
    await rm(home, { recursive: true, force: true });
  }
}
