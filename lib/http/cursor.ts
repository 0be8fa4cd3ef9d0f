import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { PublicError } from '../errors.ts';

/** The content of a cursor: a digest and a position in a listing. */
const envelope = z.tuple([z.string(), z.unknown()]);

/**
 * Encodes a position as a cursor, which is valid only for the filters and the sort in `query`.
 * The digest detects changed and mistyped cursors. It needs no secret: a caller who forges a cursor only gets a page that
 * the caller may see anyway.
 */
export function writeCursor(position: unknown, query: object): string {
  return Buffer.from(JSON.stringify([digest(position, query), position])).toString('base64url');
}

/**
 * Decodes a cursor of writeCursor. `query` is undefined if the request's query is invalid; then only the shape of the cursor is checked.
 * @throws PublicError `invalid-cursor`
 */
export function readCursor<Schema extends z.ZodMiniType>(cursor: string, query: object | undefined, position: Schema): z.output<Schema> {
  const read = envelope.safeParse(parsed(cursor));
  const place = position.safeParse(read.data?.[1]);
  // Compares the encoded cursors, because base64url can encode the same bytes in several ways.
  if (!read.success || !place.success || (query && writeCursor(read.data[1], query) !== cursor)) {
    throw new PublicError('invalid-cursor', 'The cursor does not belong to this listing. Start again without a cursor.');
  }
  return place.data;
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}

function digest(position: unknown, query: object): string {
  const sorted = Object.entries(query).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([position, sorted]))
    .digest('base64url')
    .slice(0, 12);
}
