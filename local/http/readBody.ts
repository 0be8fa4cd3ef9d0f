import type { IncomingMessage } from 'node:http';

/**
 * The whole body, or undefined when it is over the limit. A body that is too large is read to its end and thrown away: a
 * caller who is still sending would otherwise see a broken connection instead of the answer.
 */
export async function readBody(request: IncomingMessage, limitBytes: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes <= limitBytes) chunks.push(chunk);
    else chunks.length = 0;
  }
  return bytes <= limitBytes ? Buffer.concat(chunks) : undefined;
}
