import { readFileSync } from 'node:fs';
import * as esbuild from 'esbuild';
import { expect, it } from 'vitest';
import { checksumOf, checksums } from '../../migrations/checksums.ts';
import { bundleOptions, migrationChecksums } from '../../scripts/bundling.ts';

it('a bundle contains the checksums of the migrations, and reads no file to compute them', async () => {
  const { outputFiles } = await esbuild.build({
    ...bundleOptions,
    stdin: { contents: `export { checksums } from './migrations/checksums.ts'`, resolveDir: '.' },
    write: false,
    plugins: [migrationChecksums],
  });
  const code = outputFiles[0]?.text ?? '';
  expect(code).not.toContain('node:fs');
  const bundled: { checksums?: unknown } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  expect(bundled.checksums).toEqual(checksums);
});

it('a change of any checksum changes the hash that a deploy compares', () => {
  const [first = '', second = ''] = Object.keys(checksums);
  const others = [{ ...checksums, [first]: 'other' }, { ...checksums, 'zzz-new': 'x' }, { [second]: checksums[second] ?? '' }];
  expect(new Set([checksums, ...others].map(checksumOf)).size).toBe(4);
});

it('every migration has a checksum of its name and content', () => {
  expect(Object.keys(checksums).length).toBeGreaterThan(10);
  for (const name of Object.keys(checksums)) expect(readFileSync(`migrations/${name}.ts`, 'utf8')).not.toBe('');
  expect(new Set(Object.values(checksums)).size).toBe(Object.keys(checksums).length);
});
