import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../local/directory.ts';

/** Returns the code blocks of a Markdown page in this language, without their fences. `page` is relative to the project's root. */
export function codeBlocks(page: string, language: 'sh' | 'sql' | 'ts'): string[] {
  const text = readFileSync(path.join(root, page), 'utf8');
  return Array.from(text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm), ([, of, block = '']) => ({ of, block }))
    .filter(({ of }) => of === language)
    .map(({ block }) => block);
}
