import { readFile } from 'node:fs/promises';
import { Reply } from './reply.ts';

/**
 * A text file that the build wrote beside the functions. The place is the same seen from here and from a bundle in dist/functions.
 * Read anew each time: 2 MB take 1 ms, and a copy kept in memory is one more.
 */
export async function staticFile(name: string, contentType: string, headers: Readonly<Record<string, string>> = {}): Promise<Reply> {
  const text = await readFile(new URL(`../../dist/functions/${name}`, import.meta.url), 'utf8');
  return new Reply(200, text, { 'Content-Type': contentType, ...headers });
}
