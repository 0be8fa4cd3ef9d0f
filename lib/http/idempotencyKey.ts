import * as z from 'zod/mini';
import { PublicError } from '../errors.ts';
import type { HttpEvent } from './event.ts';

/** 1 to 255 printable ASCII characters. */
export const idempotencyKey = z.string().check(z.regex(/^[\x20-\x7E]{1,255}$/, { error: 'Expected 1 to 255 printable ASCII characters' }));

/** @throws PublicError `idempotency-key-missing` */
export function requireIdempotencyKey(event: HttpEvent): void {
  if (event.headers['idempotency-key'] === undefined) {
    throw new PublicError(
      'idempotency-key-missing',
      'Send the header Idempotency-Key with a value of your own, new for each order, and the same one when you repeat the request.',
    );
  }
}
