import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { migrations } from '../../migrations/index.ts';
import { seeds } from '../../migrations/seeds/index.ts';

// The built function contains only the migrations that index.ts lists. A missing one would never run.
it.each([
  ['migrations', migrations],
  ['migrations/seeds', seeds],
] as const)('%s/index.ts lists the files of its folder in order, each with the step that its file exports', async (folder, list) => {
  const files = (await readdir(folder)).filter((file) => /^\d/.test(file)).sort();
  expect(list.map(({ name }) => `${name}.ts`)).toEqual(files);
  for (const { name, step } of list) {
    const exported: Record<string, unknown> = await import(/* @vite-ignore */ path.resolve(folder, `${name}.ts`));
    expect(Object.values(exported), name).toEqual([step]);
  }
});

it('every name consists of a time and a purpose', () => {
  for (const { name } of [...migrations, ...seeds]) expect(name).toMatch(/^20\d{12}-[a-z]+(-[a-z]+)*$/);
});
