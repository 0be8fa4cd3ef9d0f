import { spawnSync } from 'node:child_process';

/** A system user by number. */
export interface SystemUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** What `child_process.spawn` needs. */
export interface CommandLine {
  readonly command: string;
  readonly args: string[];
  /** Set where Node itself has to change the user. */
  readonly user: { readonly uid?: number; readonly gid?: number };
}

let setprivWorks: boolean | undefined;

/** Whether this machine ends a child with its parent, also a child that is stopped and so cannot notice by itself. */
export function childrenDieWithParent(): boolean {
  setprivWorks ??= spawnSync('setpriv', ['--pdeathsig', 'KILL', 'true']).status === 0;
  return setprivWorks;
}

/**
 * The command line that runs `command`, as `user` where given, and sends it `signal` when this process dies in any way,
 * SIGKILL included. Where the machine has no `setpriv` (macOS, BusyBox) it is the plain command, and a child has to notice by itself.
 */
export function dyingWithParent(signal: 'INT' | 'KILL', command: string, args: readonly string[], user?: SystemUser): CommandLine {
  if (!childrenDieWithParent()) return { command, args: [...args], user: user === undefined ? {} : { uid: user.uid, gid: user.gid } };
  // The kernel forgets the signal at a change of user: setpriv changes the user first and asks for the signal afterwards.
  const identity = user === undefined ? [] : ['--reuid', `${user.uid}`, '--regid', `${user.gid}`, '--clear-groups'];
  return { command: 'setpriv', args: [...identity, '--pdeathsig', signal, '--', command, ...args], user: {} };
}
