import * as z from 'zod/mini';
import type { HttpEvent } from './event.ts';
import type { Faults } from './faults.ts';

/** The preconditions of a request for the resource that it changes (RFC 9110, 13.1). */
export interface Condition {
  /** The resource must have one of these tags (without quotes). `*`: it must exist. Weak tags are omitted: they never match If-Match. */
  readonly ifMatch: '*' | readonly string[] | undefined;
  /** `*`: the resource must not exist. */
  readonly ifNoneMatch: '*' | undefined;
}

const tag = '(?:W/)?"[\\x21\\x23-\\x7E]*"';
/** `*`, or entity tags separated by commas. The gateway joins repeated headers with commas. */
export const ifMatch = z.string().check(
  z.regex(new RegExp(`^(?:\\*|${tag}(?:[ \\t]*,[ \\t]*${tag})*)$`), {
    error: 'Expected an entity tag in double quotes, such as "3", or *',
  }),
);
/** Only `*`. `If-None-Match: "3"` would let a caller overwrite every version except 3, including versions that it has not read. */
export const ifNoneMatch = z.literal('*', { error: 'Expected *' });

/** Reads If-Match and If-None-Match, and adds their faults to `faults`. */
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
