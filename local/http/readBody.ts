import type { IncomingMessage } from 'node:http';

/**
 * Returns the whole body, or undefined if it exceeds the limit. A body that is too large is read to its end and discarded: otherwise a client
 * that still sends would see a broken connection instead of the response.
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
