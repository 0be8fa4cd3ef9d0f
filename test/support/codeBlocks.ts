import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../local/directory.ts';

/** Returns a Markdown page's code blocks of one language, without their fences. `page` is relative to the project's root. */
export function codeBlocks(page: string, language: 'sh' | 'sql' | 'ts'): string[] {
  const text = readFileSync(path.join(root, page), 'utf8');
  return Array.from(text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm), ([, of, block = '']) => ({ of, block }))
    .filter(({ of }) => of === language)
    .map(({ block }) => block);
}
