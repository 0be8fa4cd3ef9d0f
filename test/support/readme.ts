import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../local/directory.ts';

/** The blocks of the README in this language, without their fences. */
export function readmeBlocks(language: 'sh' | 'ts'): string[] {
  const text = readFileSync(path.join(root, 'README.md'), 'utf8');
  return Array.from(text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm), ([, of, block = '']) => ({ of, block }))
    .filter(({ of }) => of === language)
    .map(({ block }) => block);
}
