import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { Failure } from '../failure.ts';
import type { SystemUser } from '../process/parentDeath.ts';
import { identityOf } from './serverUser.ts';

const links = z.array(z.object({ target: z.string() }));

/** Whether a process with this memory map (`/proc/<pid>/maps`) uses musl, the C library of Alpine. */
export function usesMusl(maps: string): boolean {
  return /\/(ld-musl-[^/]*|libc\.musl-[^/]*)$/m.test(maps);
}

function mapsOfThisProcess(): string {
  try {
    return readFileSync('/proc/self/maps', 'utf8');
  } catch {
    return '';
  }
}

/** Whether the links to libraries, which the package's install script creates, are missing. */
function lacksLinks(folder: string): boolean {
  try {
    const listed = links.parse(JSON.parse(readFileSync(path.join(folder, 'native/pg-symlinks.json'), 'utf8')));
    return listed.some(({ target }) => !existsSync(path.join(folder, target)));
  } catch {
    return false;
  }
}

/** Returns an error that says why this program of the npm package does not run on this machine, with the remedy. */
export function cannotRun(
  { name, folder, program }: { readonly name: string; readonly folder: string; readonly program: string },
  user: SystemUser | undefined,
  onMusl = usesMusl(mapsOfThisProcess()),
): Failure {
  if (onMusl)
    return new Failure(
      'PostgreSQL comes as an npm package that requires glibc, but this Linux uses musl, like Alpine. Use a Debian image, such as docs/Dockerfile; npm test can also use a container: TEST_DATABASE=container',
    );
  if (lacksLinks(folder))
    return new Failure(
      `PostgreSQL is not installed completely: the install script of ${name} did not run. Run: npm rebuild --ignore-scripts=false ${name}`,
    );
  const { error, stderr, signal, status } = spawnSync(program, ['--version'], { ...identityOf(user), cwd: '/', encoding: 'utf8' });
  const reason = error?.message ?? (stderr?.trim() || `it ended with ${signal ?? status}`);
  return new Failure(`PostgreSQL does not run here: ${reason}`);
}
