import { readFileSync } from 'node:fs';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PublicError } from '../../lib/errors.ts';
import { api } from '../../lib/http/api.ts';
import { finish } from '../../lib/http/finish.ts';
import { Reply } from '../../lib/http/reply.ts';
import { anyText } from '../fuzz/arbitrary.ts';
import { contextOf, eventOf } from '../support/call.ts';

const long = { text: 'ä'.repeat(2_000) };
const failing = (error: Error) => async () => {
  throw error;
};

/** Calls the function and returns its response. */
async function responseOf(handler: ReturnType<typeof api>, headers: Readonly<Record<string, string>> = {}, query = {}) {
  const event = eventOf({ headers, query, subject: 'somebody', scope: 'a' });
  const { statusCode, headers: sent = {}, body, isBase64Encoded } = await handler(event, contextOf(10_000));
  expect(sent['X-Request-Id']).toBe(event.requestContext.requestId);
  return { status: statusCode, headers: sent, body, isBase64Encoded };
}

describe('security headers', () => {
  const always = {
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  };

  it.each([
    [200, async () => ({})],
    [204, async () => new Reply(204, undefined)],
    [404, failing(new PublicError('not-found', 'There is none.'))],
    [500, failing(new Error('a bug'))],
  ])('are in a response with status %i', async (status, run) => {
    expect(await responseOf(api({}, run))).toMatchObject({ status, headers: always });
  });

  it('include Strict-Transport-Security only over HTTPS', async () => {
    const handler = api({}, async () => ({}));
    expect((await responseOf(handler, { 'x-forwarded-proto': 'https' })).headers).toMatchObject({
      ...always,
      'Strict-Transport-Security': 'max-age=63072000',
    });
    for (const headers of [{ 'x-forwarded-proto': 'http' }, {}])
      expect((await responseOf(handler, headers)).headers).not.toHaveProperty('Strict-Transport-Security');
  });

  it("do not override the response's own headers", async () => {
    const page = new Reply(200, '<p>', { 'Content-Type': 'text/html', 'Content-Security-Policy': "default-src 'self'" });
    expect((await responseOf(api({}, async () => page))).headers).toMatchObject({
      ...always,
      'Content-Security-Policy': "default-src 'self'",
    });
  });
});

describe('a cacheable route', () => {
  const handler = api({ cacheable: true }, async () => long);

  it('sets the caching times that docs/api.md names', async () => {
    const { headers } = await responseOf(handler);
    const [keep, revalidate, ifError] = Array.from(String(headers['Cache-Control']).matchAll(/=(\d+)/g), ([, seconds]) => Number(seconds));
    const [, ...named] =
      /may serve such a response for (\d+) s\. After that, it may serve the response\s+for (\d+) s more while it fetches a new one, or for (\d+) s more while/.exec(
        readFileSync('docs/api.md', 'utf8'),
      ) ?? [''];
    // The times of stale-while-revalidate and stale-if-error begin when `max-age` ends (RFC 5861).
    expect(named.map(Number)).toEqual([keep, revalidate, ifError]);
  });

  it('sets how long caches may keep the response, and Vary', async () => {
    const { headers } = await responseOf(handler);
    expect(headers).toMatchObject({
      'Cache-Control': 'public, max-age=10, stale-while-revalidate=50, stale-if-error=300',
      Vary: 'Accept-Encoding, Origin',
    });
    expect(headers['ETag']).toMatch(/^W\/"[\w-]{27}"$/);
  });

  it('sets the same ETag for the same body, compressed or not, and another ETag for another body', async () => {
    const tag = (await responseOf(handler)).headers['ETag'];
    expect((await responseOf(handler, { 'accept-encoding': 'br' })).headers['ETag']).toBe(tag);
    expect((await responseOf(api({ cacheable: true }, async () => ({ ...long, stock: 1 })))).headers['ETag']).not.toBe(tag);
  });

  it.each([
    ['the tag', (tag: string) => tag],
    ['the tag without W/', (tag: string) => tag.replace('W/', '')],
    ['a list that contains it', (tag: string) => `"a", W/"b,c" ,${tag}`],
    ['a star', () => '*'],
  ])('returns 304 to If-None-Match with %s', async (_, ifNoneMatch) => {
    const { ETag, Vary, 'Cache-Control': cacheControl, 'Content-Type': type } = (await responseOf(handler)).headers;
    const answer = await responseOf(handler, { 'if-none-match': ifNoneMatch(String(ETag)), 'accept-encoding': 'gzip' });
    expect(answer).toMatchObject({
      status: 304,
      body: undefined,
      headers: { ETag, Vary, 'Cache-Control': cacheControl, 'Content-Type': type },
    });
    expect(answer.headers).not.toHaveProperty('Content-Encoding');
  });

  it.each([
    ['another tag', () => '"another"'],
    ['the tag without its quotes', (tag: string) => tag.slice(3, -1)],
    ['a part of the tag', (tag: string) => tag.replace(/.{2}"$/, '"')],
    ['a list with a star', () => '"a", *'],
    ['an empty value', () => ''],
  ])('returns 200 to If-None-Match with %s', async (_, ifNoneMatch) => {
    const tag = String((await responseOf(handler)).headers['ETag']);
    expect(await responseOf(handler, { 'if-none-match': ifNoneMatch(tag) })).toMatchObject({ status: 200, body: JSON.stringify(long) });
  });

  it.each([
    ['not-found', 404],
    ['overloaded', 503],
  ] as const)('does not cache an error: %s', async (code, status) => {
    const answer = await responseOf(api({ cacheable: true }, failing(new PublicError(code, 'x'))), { 'if-none-match': '*' });
    expect(answer).toMatchObject({ status, headers: { 'Cache-Control': 'no-store' } });
    expect(answer.headers).not.toHaveProperty('ETag');
  });
});

it.each([{ customer: true }, { scope: 'a' }, {}] as const)('does not cache the response of any other route: %o', async (route) => {
  const answer = await responseOf(
    api(route, async () => long),
    { 'if-none-match': '*' },
  );
  expect(answer).toMatchObject({ status: 200, headers: { 'Cache-Control': 'no-store' } });
  expect(answer.headers).not.toHaveProperty('ETag');
});

describe('compression', () => {
  const unpack = { br: brotliDecompressSync, gzip: gunzipSync };
  const handler = api({}, async () => long);

  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['GZIP', 'gzip'],
    ['br;q=0.5, gzip', 'gzip'],
    ['gzip;q=0.5', 'gzip'],
    ['br;q=0, *', 'gzip'],
    ['*', 'br'],
  ] as const)('Accept-Encoding: %s returns %s', async (accepted, coding) => {
    const { headers, body = '', isBase64Encoded } = await responseOf(handler, { 'accept-encoding': accepted });
    expect(headers).toMatchObject({ 'Content-Encoding': coding, Vary: 'Accept-Encoding', 'Content-Type': 'application/json' });
    expect(isBase64Encoded).toBe(true);
    expect(JSON.parse(unpack[coding](Buffer.from(body, 'base64')).toString())).toEqual(long);
  });

  it.each(['', 'identity', 'identity, gzip;q=0.5', 'br;q=0, gzip;q=0', 'deflate', 'brotli', 'identity;q=0'])(
    'Accept-Encoding: %s returns the response uncompressed',
    async (accepted) => {
      const answer = await responseOf(handler, { 'accept-encoding': accepted });
      expect(answer).toMatchObject({ status: 200, body: JSON.stringify(long), headers: { Vary: 'Accept-Encoding' } });
      expect(answer.headers).not.toHaveProperty('Content-Encoding');
    },
  );

  it('starts above 1 KB', async () => {
    // JSON adds two quotes to the text.
    const answers = [1_022, 1_023].map((length) =>
      responseOf(
        api({}, async () => 'x'.repeat(length)),
        { 'accept-encoding': 'gzip' },
      ),
    );
    expect((await Promise.all(answers)).map(({ headers }) => headers['Content-Encoding'])).toEqual([undefined, 'gzip']);
  });

  it('also applies to an error that lists many faults', async () => {
    const query = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`unknown${index}`, '1']));
    const { status, headers, body = '' } = await responseOf(handler, { 'accept-encoding': 'br' }, query);
    expect([status, headers['Content-Type'], headers['Content-Encoding']]).toEqual([422, 'application/problem+json', 'br']);
    expect(JSON.parse(brotliDecompressSync(Buffer.from(body, 'base64')).toString()).errors).toHaveLength(30);
  });

  it('skips a response that is already compressed', async () => {
    const ready = new Reply(200, 'x'.repeat(2_000), { 'Content-Type': 'text/plain', 'Content-Encoding': 'zstd' });
    const answer = await responseOf(
      api({}, async () => ready),
      { 'accept-encoding': 'br' },
    );
    expect(answer).toMatchObject({ body: ready.body, headers: { 'Content-Encoding': 'zstd' } });
  });
});

it('accepts any value of Accept-Encoding and If-None-Match', () => {
  const part = fc.oneof(fc.constantFrom('W/', '"', ',', ';q=', '*', 'br', 'gzip', '0.', '1e9', '='), anyText(5));
  const text = fc.array(part, { maxLength: 20 }).map((parts) => parts.join(''));
  const ok = { statusCode: 200, body: JSON.stringify(long) };
  fc.assert(
    fc.property(text, text, (acceptEncoding, ifNoneMatch) => {
      const event = eventOf({ headers: { 'accept-encoding': acceptEncoding, 'if-none-match': ifNoneMatch } });
      expect(finish(ok, event, { cacheable: true }).statusCode).toBe(ifNoneMatch.trim() === '*' ? 304 : 200);
    }),
    { numRuns: 100 },
  );
});

it('sends RateLimit with the error overloaded but not database-unavailable, and WWW-Authenticate if the token is missing', async () => {
  const answers = (['overloaded', 'database-unavailable'] as const).map((code) =>
    responseOf(api({}, failing(new PublicError(code, 'Later.')))),
  );
  const [overloaded, unreachable] = await Promise.all(answers);
  expect(overloaded).toMatchObject({ status: 503, headers: { 'Retry-After': '1', RateLimit: '"database";r=0;t=1' } });
  expect(unreachable).toMatchObject({ status: 503, headers: { 'Retry-After': '1' } });
  expect(unreachable?.headers).not.toHaveProperty('RateLimit');
  const { statusCode, headers } = await api({ customer: true }, async () => ({}))(eventOf({}), contextOf(10_000));
  expect([statusCode, headers?.['WWW-Authenticate']]).toEqual([401, 'Bearer']);
});
