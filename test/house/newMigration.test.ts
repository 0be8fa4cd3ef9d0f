import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { newMigration } from '../../scripts/newMigration.ts';

const index = readFileSync('migrations/index.ts', 'utf8');
const now = new Date('2031-02-03T04:05:06.789Z');

it('a new migration is named by its time and purpose, and is imported and listed last', () => {
  const made = newMigration('add-example-of-this-test', index, now);
  expect(made.name).toBe('20310203040506-add-example-of-this-test');
  expect(made.source).toMatch(
    /^import type \{ Migration \} from '\.\/migration\.ts';\n\nexport const addExampleOfThisTest: Migration = \{\n {2}async up\(.*async down\(/s,
  );
  const added = made.index.split('\n').filter((line) => !index.split('\n').includes(line));
  expect(added).toEqual([
    `import { addExampleOfThisTest } from './20310203040506-add-example-of-this-test.ts';`,
    `  { name: '20310203040506-add-example-of-this-test', step: addExampleOfThisTest },`,
  ]);
  expect(made.index).toMatch(/step: addExampleOfThisTest \},\n\];\n$/);
});

it('a new migration sorts after the last one, even if the last one has a time in the future', () => {
  const once = newMigration('first', index, new Date('2031-12-31T23:59:59Z'));
  expect(newMigration('second', once.index, now).name).toBe('20320101000000-second');
});

it.each(['Add-Note', 'add note', 'add_note', '', '-a', '20310203040506-add-note', '../x'])('rejects the name %j', (given) => {
  expect(() => newMigration(given, index, now)).toThrow('Name a migration by what it does');
});

it('rejects an existing name', () => {
  expect(() => newMigration('create-orders', index, now)).toThrow('A migration with this name already exists: create-orders');
});
