import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { PublicError } from '../errors.ts';

/** A place in a listing, as far as callers see it: opaque, and good only for the same filters and sort. */
const envelope = z.tuple([z.string(), z.unknown()]);

/**
 * Writes a position as a cursor. `query` is the listing's filters and sort: a cursor of one listing is refused by another.
 * The digest finds changed and mistyped cursors; it is no secret, for a cursor shows nothing that its caller may not see.
 */
export function writeCursor(position: unknown, query: object): string {
  return Buffer.from(JSON.stringify([digest(position, query), position])).toString('base64url');
}

/**
 * Reads what writeCursor wrote. Without `query` (when that has faults of its own) only the shape is checked.
 * @throws PublicError `invalid-cursor` for anything else
 */
export function readCursor<Schema extends z.ZodMiniType>(cursor: string, query: object | undefined, position: Schema): z.output<Schema> {
  const read = envelope.safeParse(parsed(cursor));
  const place = position.safeParse(read.data?.[1]);
  // Compared as written, for base64url has several spellings of the same bytes.
  if (!read.success || !place.success || (query && writeCursor(read.data[1], query) !== cursor)) {
    throw new PublicError('invalid-cursor', 'This cursor is not one that this listing gave. Begin again without one.');
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
