import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** Returns the exports of a source that have no doc comment. A type directly below a declaration shares the comment of this declaration. */
function withoutComment(source: string): string[] {
  const lines = source.split('\n');
  return lines.filter((line, index) => {
    const before = lines[index - 1] ?? '';
    if (!/^export (?!\{|\*|type \{)/.test(line) || before.endsWith('*/')) return false;
    return !(line.startsWith('export type ') && before !== '');
  });
}

it('each export of lib/ has a doc comment', () => {
  const files = globSync('lib/**/*.ts');
  expect(files.length).toBeGreaterThan(100);
  expect(files.flatMap((file) => withoutComment(readFileSync(file, 'utf8')).map((line) => `${file}: ${line}`))).toEqual([]);
});

it('finds an export without a doc comment', () => {
  expect(withoutComment('/** A price. */\nexport const price = 1;\nexport type Price = typeof price;\n')).toEqual([]);
  expect(withoutComment('// A price.\nexport const price = 1;\n\nexport type Price = typeof price;\n')).toEqual([
    'export const price = 1;',
    'export type Price = typeof price;',
  ]);
});
