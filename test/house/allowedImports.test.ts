import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { allowedImportLines, allowedImports, circularImports, forbiddenImports, importsOf } from './allowedImports.ts';

// Test files in test/load are left out, because tests may import anything.
const files = globSync('{functions,lib,migrations,scripts,local,test/load}/**/*.ts')
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => !file.endsWith('.test.ts'));

it('has only the allowed imports', () => {
  expect(files.length).toBeGreaterThan(60);
  expect(files.flatMap((file) => forbiddenImports(file))).toEqual([]);
});

it('CONTRIBUTING.md lists the allowed imports', () => {
  const [, shown] = /<!-- imports -->\n\n([\s\S]*?)\n\n<!-- \/imports -->/.exec(readFileSync('CONTRIBUTING.md', 'utf8')) ?? [];
  expect(shown).toBe(allowedImportLines());
});

it('finds every kind of import', () => {
  const source = `
    import { a } from './a.ts';
    import type { B } from './b.ts';
    export { c } from './c.ts';
    export * from './d.ts';
    const e = await import('./e.ts');
    import fs from 'node:fs';`;
  expect(importsOf('lib/orders/x.ts', source)).toEqual(['a', 'b', 'c', 'd', 'e'].map((name) => `lib/orders/${name}.ts`));
});

it.each([
  ['lib/http/x.ts', '../database/database.ts'],
  ['lib/products/x.ts', '../orders/placeOrder.ts'],
  ['lib/orders/x.ts', '../http/problem.ts'],
  ['lib/config.ts', './log.ts'],
  ['functions/x.ts', '../lib/models/index.ts'],
  ['functions/x.ts', '../lib/migrator/migrate.ts'],
  ['migrations/x.ts', '../lib/config.ts'],
  ['lib/log.ts', '../local/state.ts'],
  ['local/x.ts', '../lib/database/database.ts'],
  ['local/x.ts', '../test/load/run.ts'],
  ['local/x.ts', '../scripts/build.ts'],
  ['test/load/x.ts', '../../lib/database/database.ts'],
  ['lib/stray.ts', './config.ts'],
  ['lib/orders/x.ts', '../../test/products/x.ts'],
])('reports that %s may not import %s', (file, target) => {
  expect(forbiddenImports(file, `import type { X } from '${target}';`)).toHaveLength(1);
});

it('has no circular imports between folders', () => {
  const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
    (allowedImports[from] ?? []).some((next) => next === to || (!seen.has(next) && reaches(next, to, seen.add(next))));
  const circular = Object.keys(allowedImports).filter((part) => reaches(part, part));
  expect(circular).toEqual([]);
});

it('has no circular imports between files, except among models, because their associations refer to each other', () => {
  const checked = new Set(files.filter((file) => !file.startsWith('lib/models/')));
  expect(circularImports(files, (file) => (checked.has(file) ? importsOf(file) : []))).toEqual([]);
});

it('finds a circular import', () => {
  const imports: Readonly<Record<string, readonly string[]>> = { a: ['b', 'd'], b: ['c'], c: ['a'], d: ['c'] };
  expect(circularImports(Object.keys(imports), (file) => imports[file] ?? [])).toEqual(['a -> b -> c -> a']);
});

it('only lib/config.ts reads process.env in the deployed code', async () => {
  const { readFile } = await import('node:fs/promises');
  const shipped = files.filter((file) => /^(functions|lib|migrations)\//.test(file));
  const readers = [];
  for (const file of shipped) if ((await readFile(file, 'utf8')).includes('process.env')) readers.push(file);
  expect(readers).toEqual(['lib/config.ts']);
});
