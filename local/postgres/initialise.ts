import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chown, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { Failure } from '../failure.ts';
import { dyingWithParent, type SystemUser } from '../process/parentDeath.ts';

/** The database superuser of one data directory. */
export interface Superuser {
  readonly user: string;
  readonly password: string;
}

const superuserFile = z.object({ user: z.string(), password: z.string() });

interface Place {
  /** The caller's folder, which contains the password. */
  readonly directory: string;
  /** The folder of the server's files: `directory`, or a substitute. */
  readonly home: string;
  readonly initdb: string;
  readonly user: SystemUser | undefined;
  /** Whether the data must survive a power cut. If so, initdb writes every file to the disk, which takes seconds. */
  readonly isSynced: boolean;
}

async function exists(file: string): Promise<boolean> {
  return (await stat(file).catch(() => undefined)) !== undefined;
}

/**
 * Returns the data directory in `home` and its superuser. Initialises the data directory if it does not exist. If the password of an existing data
 * directory cannot be read: throws, or replaces the data directory if it is in a substitute folder.
 */
export async function initialised(place: Place): Promise<{ data: string; superuser: Superuser }> {
  const data = path.join(place.home, 'data');
  const passwordFile = path.join(place.directory, 'superuser.json');
  if (await exists(data)) {
    const content = await readFile(passwordFile, 'utf8').catch(() => undefined);
    if (content !== undefined) return { data, superuser: superuserFile.parse(JSON.parse(content)) };
    if (place.home === place.directory) throw new Error(`${passwordFile}, the password for the data in ${data}, is missing`);
    // The data is in a substitute folder, which remains when its clone is deleted. So the data may belong to an earlier clone with the same path.
    await rm(data, { recursive: true });
  }
  const superuser = { user: 'postgres', password: randomBytes(24).toString('base64url') };
  await writeFile(passwordFile, JSON.stringify(superuser), { mode: 0o600 });
  await initdb(place, data, superuser);
  return { data, superuser };
}

/** Initialises the data under another name and renames it, so that a killed run never leaves an incomplete data directory. */
async function initdb({ home, initdb, user, isSynced }: Place, data: string, superuser: Superuser): Promise<void> {
  const fresh = path.join(home, 'data.new');
  const password = path.join(home, 'password.new');
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { mode: 0o700 });
  await writeFile(password, superuser.password, { mode: 0o600 });
  if (user !== undefined) for (const file of [fresh, password]) await chown(file, user.uid, user.gid);
  try {
    const line = dyingWithParent(
      'KILL',
      initdb,
      [
        ...['-D', fresh, '--username', superuser.user, '--pwfile', password, '--auth', 'scram-sha-256', '--encoding', 'UTF8'],
        // PostgreSQL's built-in locale, so that sort order and case rules do not depend on the machine's locales.
        ...['--locale', 'C', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8', '--no-instructions'],
        ...(isSynced ? [] : ['--no-sync']),
      ],
      user,
    );
    const child = spawn(line.command, line.args, { ...line.user, cwd: home, env: serverEnvironment(), detached: true });
    const [complaint, , [code]] = await Promise.all([text(child.stderr), text(child.stdout), once(child, 'close')]);
    if (code !== 0) throw new Failure(`PostgreSQL could not be initialised in ${home}: ${reasonIn(complaint)}`);
    await rename(fresh, data);
  } finally {
    await rm(password, { force: true });
    await rm(fresh, { recursive: true, force: true });
  }
}

/** Returns the reason in initdb's output, whose last lines are only about the clean-up. */
function reasonIn(complaint: string): string {
  const lines = complaint.trim().split('\n');
  const fault = lines.findLast((line) => /\b(FATAL|PANIC|error):/.test(line)) ?? lines.at(-1) ?? '';
  return fault.replace(/^.*?(FATAL|PANIC|error): +/, '') || 'initdb printed no reason';
}

/** Returns the server's environment variables, without the developer's PGPORT, PGDATA or locale. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], LC_ALL: 'C' };
}
