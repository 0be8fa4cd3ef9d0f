import * as z from 'zod/mini';
import { PublicError } from '../errors.ts';
import type { HttpEvent } from './event.ts';

/**
 * 1 to 255 printable ASCII characters. API Gateway joins two headers of one name by a comma, and nothing tells `a,b` from `a` and `b`. Two keys
 * taken for one would make an order that neither of them finds again, so a comma is refused, except within double quotes around the whole key. The
 * quotes are part of the key; the header's draft standard (draft-ietf-httpapi-idempotency-key-header) writes keys in them.
 */
export const idempotencyKey = z.string().check(
  z.regex(/^(?:[\x20-\x2B\x2D-\x7E]{1,255}|"[\x20\x21\x23-\x7E]{0,253}")$/, {
    error:
      'Expected one key of 1 to 255 printable ASCII characters. Send the header once. Put a key that contains a comma in double quotes',
  }),
);

/** @throws PublicError `idempotency-key-missing` */
export function requireIdempotencyKey(event: HttpEvent): void {
  if (event.headers['idempotency-key'] === undefined) {
    throw new PublicError(
      'idempotency-key-missing',
      'Send the header Idempotency-Key with a value of your own, new for each order, and the same one when you repeat the request.',
    );
  }
}
