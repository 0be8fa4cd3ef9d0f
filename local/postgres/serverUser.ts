import { spawnSync } from 'node:child_process';
import { Failure } from '../failure.ts';
import type { SystemUser } from '../process/parentDeath.ts';

function idOf(flag: '-u' | '-g', name: string): number | undefined {
  const { status, stdout } = spawnSync('id', [flag, name], { encoding: 'utf8' });
  return status === 0 ? Number(stdout.trim()) : undefined;
}

/**
 * The system user that runs the server: PostgreSQL refuses root. Undefined when this process is not root and so runs it itself.
 * No user is ever added to the system: it is `postgres` where that exists, otherwise `nobody`.
 */
export function serverUser(): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    const uid = idOf('-u', name);
    const gid = idOf('-g', name);
    if (uid !== undefined && gid !== undefined && uid !== 0) return { name, uid, gid };
  }
  throw new Failure(
    'PostgreSQL does not run as root, and this system has neither a user "postgres" nor a user "nobody"; add one, or start as another user',
  );
}

/** Whether `user` can run this program. Tried, not computed: access lists, mount options and missing libraries count too. */
export function canRun(user: SystemUser | undefined, program: string): boolean {
  return spawnSync(program, ['--version'], { ...identityOf(user), cwd: '/', stdio: 'ignore' }).status === 0;
}

/** Whether `user` can enter this directory and write in it. */
export function canWrite(user: SystemUser | undefined, directory: string): boolean {
  const script = 'cd "$1" && test -w .';
  return spawnSync('/bin/sh', ['-c', script, 'sh', directory], { ...identityOf(user), cwd: '/', stdio: 'ignore' }).status === 0;
}

/** What `child_process` needs to run a program as `user`; as this process's own user without one. */
export function identityOf(user: SystemUser | undefined): { uid?: number; gid?: number } {
  return user === undefined ? {} : { uid: user.uid, gid: user.gid };
}
