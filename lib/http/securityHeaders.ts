import type { HttpEvent } from './event.ts';

/**
 * What a browser must not do with an answer: guess its type, pass its address on, run or load anything from it, show it in a frame.
 * After OWASP's REST security cheat sheet. A page sends a Content-Security-Policy of its own.
 */
const everywhere = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
};

// Two years, and of this host alone: what else is under its domain is not ours to decide.
const behindHttps = { ...everywhere, 'Strict-Transport-Security': 'max-age=63072000' };

/** The security headers of every answer; Strict-Transport-Security only over HTTPS, where alone it means anything (RFC 6797, 7.2). */
export function securityHeaders(headers: HttpEvent['headers']): Readonly<Record<string, string>> {
  return headers['x-forwarded-proto'] === 'https' ? behindHttps : everywhere;
}
