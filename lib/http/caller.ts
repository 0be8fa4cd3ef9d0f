import { PublicError } from '../errors.ts';
import type { HttpEvent } from './event.ts';

// The gateway's authorizer has checked the token before; the function does not take that on trust.

/** @throws PublicError `unauthorized` when the request came without a token's claims */
export function requireToken(event: HttpEvent): void {
  if (!claims(event)) throw unauthorized();
}

/** The subject of the caller's token. @throws PublicError `unauthorized` when it has none */
export function customerOf(event: HttpEvent): string {
  const subject = claims(event)?.['sub'];
  if (typeof subject !== 'string' || subject === '') throw unauthorized();
  return subject;
}

/** @throws PublicError `forbidden` unless the token's `scope` holds `scope` */
export function allowScope(event: HttpEvent, scope: string): void {
  const granted = claims(event)?.['scope'];
  if (typeof granted !== 'string' || !granted.split(' ').includes(scope)) {
    throw new PublicError('forbidden', `This needs a token with the scope ${scope}.`);
  }
}

function claims(event: HttpEvent) {
  return event.requestContext.authorizer?.jwt?.claims;
}

function unauthorized(): PublicError {
  return new PublicError('unauthorized', 'This needs a bearer token.');
}
