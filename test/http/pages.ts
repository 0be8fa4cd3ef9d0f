import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect } from 'vitest';
import * as z from 'zod/mini';
import { api, type HttpHandler } from '../../lib/http/api.ts';
import type { Reply } from '../../lib/http/reply.ts';
import { pageLimit } from '../../lib/http/schema.ts';
import { JsonText } from '../../lib/json.ts';
import { contextOf, eventOf } from '../support/call.ts';

export const mostBytes = 5_000_000;

type Ask = Parameters<typeof eventOf>[0];
/** Returns a response, and its size in bytes as Lambda returns it. */
export async function answerOf(handler: HttpHandler, request: Ask) {
  const result = await handler(eventOf(request), contextOf(60_000));
  const { headers = {}, body = '', isBase64Encoded } = result;
  const coding = String(headers['Content-Encoding'] ?? '');
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
  const text = (coding === 'br' ? brotliDecompressSync(bytes) : coding === 'gzip' ? gunzipSync(bytes) : bytes).toString();
  return { status: result.statusCode, headers, text, size: Buffer.byteLength(JSON.stringify(result)) };
}

/** Returns all pages of a listing, and asserts that each stays below 5 MB. */
export async function pagesOf(handler: HttpHandler, request: Ask): Promise<{ id: number }[][]> {
  const pages: { id: number }[][] = [];
  let cursor: string | null = null;
  do {
    const { status, headers, text, size } = await answerOf(handler, { ...request, query: { ...request.query, ...(cursor && { cursor }) } });
    expect(status).toBe(200);
    expect(size).toBeLessThan(mostBytes);
    const page: { items: { id: number }[]; nextCursor: string | null } = JSON.parse(text);
    const [, target] = /^<\?([^>]*)>; rel="next"$/.exec(String(headers['Link'] ?? '')) ?? [];
    expect(new URLSearchParams(target).get('cursor')).toBe(page.nextCursor);
    pages.push(page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return pages;
}

const position = z.object({ id: z.int() });
/** Returns a listing whose items contain these texts. `write` writes them in another format than JSON. */
export const listing = (
  texts: readonly string[],
  more: Partial<{ others: object; write: (items: readonly string[]) => Reply; asJson: boolean }> = {},
) =>
  api({ query: z.object({ limit: pageLimit(1_000, 1_000) }), position }, async ({ after }) => {
    const rest = texts
      .slice(after?.id ?? 0)
      .map((text) => (more.asJson ? new JsonText(JSON.stringify({ id: text })) : more.write ? text : { id: text }));
    const endingAt = (count: number) => ({ id: (after?.id ?? 0) + count });
    return { ...more.others, items: rest, next: null, endingAt, ...(more.write && { write: more.write }) };
  });
