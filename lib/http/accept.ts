import Negotiator from 'negotiator';
import type { HttpEvent } from './event.ts';

// Matches a parameter of a media range, such as `;charset=utf-8` or `;version="1"`, but not the weight `q`.
const parameter = /;(?!\s*q\s*=)[^;,"]*(?:"(?:[^"\\]|\\.)*"[^;,]*)?/gi;

/**
 * Returns the format that the caller prefers, or the first format if the caller accepts none. Parameters such as `charset=utf-8` are ignored, because each
 * format has one variant.
 */
export function formatFor(headers: HttpEvent['headers'], formats: readonly string[]): string | undefined {
  const accept = headers['accept']?.replace(parameter, '');
  return new Negotiator({ headers: { accept } }).mediaType([...formats]) ?? formats[0];
}
