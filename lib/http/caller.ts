import { config } from '../config.ts';
import { PublicError } from '../errors.ts';
import type { HttpEvent } from './event.ts';
import { isStorable } from './schema.ts';

// The gateway's authorizer has verified the token. These checks catch a route that was deployed without its authorizer.

/** @throws PublicError `unauthorized` if the event has no token claims */
export function requireToken(event: HttpEvent): void {
  if (!claims(event)) throw unauthorized();
}

/** Returns the token's subject. @throws PublicError `unauthorized` if it has none */
export function customerOf(event: HttpEvent): string {
  const subject = claims(event)?.['sub'];
  if (typeof subject !== 'string' || subject === '') throw unauthorized();
  return subject;
}

/** Returns the token's `email` claim; undefined if it has none. */
export function emailOf(event: HttpEvent): string | undefined {
  const email = claims(event)?.['email'];
  return typeof email === 'string' && email !== '' ? email : undefined;
}

/** The maximum length of a token's subject in OpenID Connect and in the columns that store it. */
export const maxSubject = 255;

/** Whether the columns for a token's subject can store it. PostgreSQL counts characters, not UTF-16 units. */
export function isStorableSubject(subject: string): boolean {
  return isStorable(subject) && (subject.length <= maxSubject || Array.from(subject).length <= maxSubject);
}

/** Returns the caller's name for records: `role:` and the token's subject, or only `role` if the token has no subject that can be stored. */
export function recordedAs(event: HttpEvent, role: string): string {
  const subject = claims(event)?.['sub'];
  const isRecordable = typeof subject === 'string' && subject !== '' && isStorableSubject(subject);
  return isRecordable ? `${role}:${subject}` : role;
}

/** @throws PublicError `forbidden` unless the token grants the scope SCOPE_PREFIX + `name` */
export function allowScope(event: HttpEvent, name: string): void {
  const scope = `${config().scopePrefix}${name}`;
  const granted = claims(event);
  if (![granted?.['scope'], granted?.['scp']].flatMap(scopesIn).includes(scope)) {
    throw new PublicError('forbidden', `The token lacks the scope ${scope}.`);
  }
}

/**
 * Returns the scopes of a claim. The claim is a text of scopes with spaces between them, an array, a text with a JSON array, or a text such as `[a b]`, as
 * API Gateway's HTTP APIs write an array.
 */
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
  return new PublicError('unauthorized', 'A bearer token is required.');
}
