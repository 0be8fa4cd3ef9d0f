import { config } from '../config.ts';
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

/** @throws PublicError `forbidden` unless the token has the scope: SCOPE_PREFIX and `name` */
export function allowScope(event: HttpEvent, name: string): void {
  const scope = `${config().scopePrefix}${name}`;
  const granted = claims(event);
  if (![granted?.['scope'], granted?.['scp']].flatMap(scopesIn).includes(scope)) {
    throw new PublicError('forbidden', `This needs a token with the scope ${scope}.`);
  }
}

/** The scopes in a claim: a text with spaces, a list, a list written as JSON, or `[a b]`, which is how an HTTP API passes a list on. */
function scopesIn(claim: unknown): readonly unknown[] {
  if (Array.isArray(claim)) return claim;
  if (typeof claim !== 'string') return [];
  const [, inside] = /^\[(.*)\]$/s.exec(claim) ?? [];
  return inside === undefined ? claim.split(' ') : (listIn(claim) ?? inside.split(' '));
}

function listIn(json: string): readonly unknown[] | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function claims(event: HttpEvent) {
  return event.requestContext.authorizer?.jwt?.claims;
}

function unauthorized(): PublicError {
  return new PublicError('unauthorized', 'This needs a bearer token.');
}
