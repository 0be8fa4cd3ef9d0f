import { spawnSync } from 'node:child_process';
import { Failure } from '../failure.ts';
import type { SystemUser } from '../process/parentDeath.ts';

function idOf(flag: '-u' | '-g', name: string): number | undefined {
  const { status, stdout } = spawnSync('id', [flag, name], { encoding: 'utf8' });
  return status === 0 ? Number(stdout.trim()) : undefined;
}

/**
 * Returns the system user for the server: `postgres` if it exists, otherwise `nobody`. Returns undefined if this process is not root: only root
 * needs another user, because PostgreSQL does not run as root. Never adds a user to the system.
 */
export function serverUser(): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    const uid = idOf('-u', name);
    const gid = idOf('-g', name);
    if (uid !== undefined && gid !== undefined && uid !== 0) return { name, uid, gid };
  }
  throw new Failure(
    'PostgreSQL does not run as root, and this system has no user "postgres" or "nobody"; add one of them, or start as another user',
  );
}

/** Whether `user` can run this program. Tries to run the program, because access lists, mount options and missing libraries matter too. */
export function canRun(user: SystemUser | undefined, program: string): boolean {
  return spawnSync(program, ['--version'], { ...identityOf(user), cwd: '/', stdio: 'ignore' }).status === 0;
}

/** Whether `user` can enter this directory and write to it. */
export function canWrite(user: SystemUser | undefined, directory: string): boolean {
  const script = 'cd "$1" && test -w .';
  return spawnSync('/bin/sh', ['-c', script, 'sh', directory], { ...identityOf(user), cwd: '/', stdio: 'ignore' }).status === 0;
}

/** Returns the options of `child_process` for running a program as `user`, or as this process's user if undefined. */
export function identityOf(user: SystemUser | undefined): { uid?: number; gid?: number } {
  return user === undefined ? {} : { uid: user.uid, gid: user.gid };
}
