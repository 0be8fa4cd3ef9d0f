const text = { type: 'string' };

/** Headers of answers, as components of the description. */
export const headers = {
  'X-Request-Id': { description: "The gateway's name for this request; it is in our logs too", schema: text },
  'Cache-Control': { description: 'How long it may be kept; `no-store` for what is a customer’s, and for errors', schema: text },
  Vary: { description: 'Which headers of the request the answer depends on', schema: text },
  ETag: { description: 'Of the body; send it as `If-None-Match`, and get 304 while nothing has changed', schema: text },
  'Content-Encoding': { description: '`br` or `gzip`, over 1 KB, where the request accepts it', schema: { enum: ['br', 'gzip'] } },
  'Accept-Encoding': {
    description: '`identity`: send the body without a Content-Encoding (RFC 9110, 12.5.3)',
    schema: { enum: ['identity'] },
  },
  Link: { description: '`<…>; rel="next"`: the next page, beside `nextCursor`. Not on the last page', schema: text },
  Location: {
    description: 'Where the order is from now on, relative to the address that was asked',
    schema: { type: 'string', format: 'uri-reference' },
  },
  'Idempotency-Replayed': { description: '`true` where the key had made this order before', schema: { enum: ['true'] } },
  'Content-Disposition': { description: "The file's name, with CSV", schema: text },
  'WWW-Authenticate': { description: 'What is wrong with the token (RFC 6750)', schema: text },
  'Retry-After': { description: 'Seconds to wait', schema: { type: 'string', pattern: '^[0-9]+$' } },
  RateLimit: { description: 'That nothing is left, and for how many seconds, where too many came at once', schema: text },
} as const;
export type HeaderName = keyof typeof headers;

/** Sent with every answer that is not the gateway's own, said once: what a browser must not do. */
export const securityHeaderNames = ['X-Content-Type-Options', 'Referrer-Policy', 'Content-Security-Policy', 'Strict-Transport-Security'];

export function headerRefs(names: readonly string[]): Record<string, { $ref: string }> {
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
}
