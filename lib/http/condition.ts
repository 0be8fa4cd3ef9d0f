import * as z from 'zod/mini';
import type { HttpEvent } from './event.ts';
import type { Faults } from './faults.ts';

/** What a request requires of the resource that it changes (RFC 9110, 13.1). */
export interface Condition {
  /** The entity tags of which it must have one, without quotes; `*` for any. Weak tags are left out: they never match here. */
  readonly ifMatch: '*' | readonly string[] | undefined;
  /** `*`: it must not exist. */
  readonly ifNoneMatch: '*' | undefined;
}

// Joined by the gateway where the header came more than once.
const tag = '(?:W/)?"[\\x21\\x23-\\x7E]*"';
/** `*`, or entity tags separated by commas. */
export const ifMatch = z.string().check(
  z.regex(new RegExp(`^(?:\\*|${tag}(?:[ \\t]*,[ \\t]*${tag})*)$`), {
    error: 'Expected an entity tag in double quotes, such as "3", or *',
  }),
);
/** Only `*`: with a tag, a change that the caller has not seen would pass. */
export const ifNoneMatch = z.literal('*', { error: 'Expected *' });

/** Reads If-Match and If-None-Match, and notes what is wrong with them. */
export function readCondition({ headers }: HttpEvent, faults: Faults): Condition {
  const matching = headers['if-match']?.trim();
  const none = headers['if-none-match']?.trim();
  const match = matching === undefined ? undefined : faults.check('/headers/if-match', ifMatch, matching);
  return {
    ifMatch: match === undefined || match === '*' ? match : Array.from(match.matchAll(/(W\/)?"([^"]*)"/g)).flatMap(strongTag),
    ifNoneMatch: none === undefined ? undefined : faults.check('/headers/if-none-match', ifNoneMatch, none),
  };
}

function strongTag([, weak, opaque = '']: RegExpMatchArray): readonly string[] {
  return weak ? [] : [opaque];
}
