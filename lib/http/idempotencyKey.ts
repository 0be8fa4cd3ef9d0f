import * as z from 'zod/mini';
import { PublicError } from '../errors.ts';
import type { HttpEvent } from './event.ts';

/**
 * 1 to 255 printable ASCII characters. API Gateway joins two headers of the same name with a comma, so `a,b` could be one key or two. A comma is
 * therefore rejected, unless double quotes surround the whole key. The quotes are part of the key (draft-ietf-httpapi-idempotency-key-header).
 */
export const idempotencyKey = z.string().check(
  z.regex(/^(?:[\x20-\x2B\x2D-\x7E]{1,255}|"[\x20\x21\x23-\x7E]{0,253}")$/, {
    error: 'Expected one key of 1 to 255 printable ASCII characters. Send the header once, and put a key with a comma in double quotes',
  }),
);

/** @throws PublicError `idempotency-key-missing` */
export function requireIdempotencyKey(event: HttpEvent): void {
  if (event.headers['idempotency-key'] === undefined) {
    throw new PublicError(
      'idempotency-key-missing',
      'The header Idempotency-Key is missing. Send a new unique value for each request, and the same value when you retry.',
    );
  }
}
