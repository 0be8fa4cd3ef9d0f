import Negotiator from 'negotiator';
import type { HttpEvent } from './event.ts';

// A parameter of a media range, quoted or not, other than its weight.
const parameter = /;(?!\s*q\s*=)[^;,"]*(?:"(?:[^"\\]|\\.)*"[^;,]*)?/gi;

/**
 * The one of `formats` that the caller likes best; the first when it likes none. Parameters such as `charset=utf-8` are ignored: each format comes
 * in one variant, and a caller who names a parameter wants that format rather than another one.
 */
export function formatFor(headers: HttpEvent['headers'], formats: readonly string[]): string | undefined {
  const accept = headers['accept']?.replace(parameter, '');
  return new Negotiator({ headers: { accept } }).mediaType([...formats]) ?? formats[0];
}
