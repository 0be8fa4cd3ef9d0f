const text = { type: 'string' };

/** Response headers, as components of the description. */
export const headers = {
  'X-Request-Id': { description: "The request's ID, which also appears in the API's logs.", schema: text },
  'Cache-Control': {
    description: 'How long a cache may keep the response. `no-store` unless the response is the same for every caller.',
    schema: text,
  },
  Vary: { description: 'The request headers that the response depends on.', schema: text },
  ETag: {
    description:
      'The version of the body. If a cache may keep the response, send this value as `If-None-Match`: the response is 304 while the body is unchanged. For a product in the catalogue management, send it as `If-Match` to replace this version.',
    schema: text,
  },
  'Content-Encoding': { description: '`br` or `gzip` for bodies over 1 KB, if the request accepts it.', schema: { enum: ['br', 'gzip'] } },
  'Accept-Encoding': {
    description: '`identity`: send the body uncompressed, without `Content-Encoding` (RFC 9110, 12.5.3).',
    schema: { enum: ['identity'] },
  },
  Link: { description: '`<…>; rel="next"`: the next page. Absent from the last page.', schema: text },
  Location: {
    description: "The new resource's URL, relative to the request.",
    schema: { type: 'string', format: 'uri-reference' },
  },
  'Idempotency-Replayed': {
    description: '`true` if this request repeats an earlier request with the same key or reference. Otherwise absent.',
    schema: { enum: ['true'] },
  },
  'Content-Disposition': { description: "The CSV file's name.", schema: text },
  'WWW-Authenticate': { description: 'What is wrong with the token (RFC 6750).', schema: text },
  'Retry-After': { description: 'How many seconds to wait before a retry.', schema: { type: 'string', pattern: '^[0-9]+$' } },
  RateLimit: { description: 'No capacity is left (`r=0`); retry in `t` seconds.', schema: text },
} as const;
export type HeaderName = keyof typeof headers;

/** Headers of every response except the gateway's own. The description mentions them only in its introduction. */
export const securityHeaderNames = ['X-Content-Type-Options', 'Referrer-Policy', 'Content-Security-Policy', 'Strict-Transport-Security'];

export function headerRefs(names: readonly string[]): Record<string, { $ref: string }> {
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
}
