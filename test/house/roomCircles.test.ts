import { globSync } from 'node:fs';
import { expect, it } from 'vitest';
import { circularImports, importsOf } from './allowedImports.ts';

// A room is a folder or a file directly in one of these root folders.
const roots = ['lib/migrator', 'local', 'scripts'];

type Files = Readonly<Record<string, readonly string[]>>;

/** Returns the circular imports among the rooms of `root`. `files` has the imports of each file. */
function roomCircles(root: string, files: Files): string[] {
  const roomOf = (file: string) => file.slice(root.length + 1).split('/')[0] ?? '';
  const rooms = Map.groupBy(Object.keys(files), roomOf);
  return circularImports([...rooms.keys()], (room) => {
    const targets = rooms.get(room)?.flatMap((file) => files[file] ?? []) ?? [];
    return targets
      .filter((target) => target.startsWith(`${root}/`))
      .map(roomOf)
      .filter((other) => other !== room);
  });
}

it.each(roots)('%s has no circular imports between its folders and files', (root) => {
  const files = globSync(`${root}/**/*.ts`).map((file) => file.replaceAll('\\', '/'));
  expect(files.length).toBeGreaterThan(10);
  expect(roomCircles(root, Object.fromEntries(files.map((file) => [file, importsOf(file)])))).toEqual([]);
});

it.each<[string, Files]>([
  ['two folders', { 'lib/x/a/1.ts': ['lib/x/b/1.ts'], 'lib/x/b/2.ts': ['lib/x/a/2.ts'] }],
  ['a file and a folder', { 'lib/x/a.ts': ['lib/x/b/1.ts'], 'lib/x/b/2.ts': ['lib/x/c.ts'], 'lib/x/c.ts': ['lib/x/a.ts'] }],
])('finds a circle of %s', (_, files) => {
  expect(roomCircles('lib/x', files)).toHaveLength(1);
});

it('accepts imports within a folder and from outside the root', () => {
  expect(roomCircles('lib/x', { 'lib/x/a/1.ts': ['lib/x/a/2.ts', 'lib/log.ts'], 'lib/x/a/2.ts': ['lib/x/a/1.ts'] })).toEqual([]);
});
