import { spawnSync } from 'node:child_process';

/** A user of the operating system. */
export interface SystemUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** The arguments of `child_process.spawn`. */
export interface CommandLine {
  readonly command: string;
  readonly args: string[];
  /** Empty if the command itself (`setpriv`) changes the user. */
  readonly user: { readonly uid?: number; readonly gid?: number };
}

let setprivWorks: boolean | undefined;

/** Whether this machine kills a child when its parent dies, even a stopped child, which cannot detect the parent's death itself. */
export function childrenDieWithParent(): boolean {
  setprivWorks ??= spawnSync('setpriv', ['--pdeathsig', 'KILL', 'true']).status === 0;
  return setprivWorks;
}

/**
 * Returns the command line that runs `command`, optionally as `user`. The kernel sends `signal` to the command when this process dies in any way,
 * even by SIGKILL. Without `setpriv` (macOS, BusyBox), returns the plain command, and the child must detect the parent's death itself.
 */
export function dyingWithParent(signal: 'INT' | 'KILL', command: string, args: readonly string[], user?: SystemUser): CommandLine {
  if (!childrenDieWithParent()) return { command, args: [...args], user: user === undefined ? {} : { uid: user.uid, gid: user.gid } };
  // A change of user resets the signal in the kernel, so setpriv changes the user before it sets the signal.
  const identity = user === undefined ? [] : ['--reuid', `${user.uid}`, '--regid', `${user.gid}`, '--clear-groups'];
  return { command: 'setpriv', args: [...identity, '--pdeathsig', signal, '--', command, ...args], user: {} };
}
