import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { checksums } from '../../migrations/checksums.ts';

const file = path.join(import.meta.dirname, 'migrationChecksums.json');
const recorded: Readonly<Record<string, string>> = JSON.parse(readFileSync(file, 'utf8'));

it('no recorded migration has changed, not even in a comment, because `up` stops on a database that has run the old text', () => {
  expect(Object.keys(recorded).filter((name) => checksums[name] !== recorded[name])).toEqual([]);
});

// To record a finished migration: `npx vitest run --project house test/house/migrationChecksums.test.ts -u`. This never changes a recorded checksum.
it('every migration has a recorded checksum', async () => {
  await expect(`${JSON.stringify({ ...checksums, ...recorded }, null, 2)}\n`).toMatchFileSnapshot(file);
});
