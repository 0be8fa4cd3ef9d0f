import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Reply } from './reply.ts';

/**
 * Returns a text file that the build wrote beside the functions. The relative path is valid both from this file and from a bundle in dist/functions.
 * Not cached: reading 2 MB takes 1 ms.
 */
export async function staticFile(name: string, contentType: string, headers: Readonly<Record<string, string>> = {}): Promise<Reply> {
  const text = await readFile(path.join(import.meta.dirname, '../../dist/functions', name), 'utf8');
  return new Reply(200, text, { 'Content-Type': contentType, ...headers });
}
