import { readFile } from 'node:fs/promises';
import { createLocalJWKSet, exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, expect, test } from 'vitest';
import { localIssuer, openIssuer } from '../../local/aws/issuer.ts';
import { openGateway } from '../../local/gateway/gateway.ts';
import { jwtAuthorizer } from '../../local/gateway/jwtAuthorizer.ts';
import { routeOf } from '../../local/serverless/routeKey.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

const authorizer = { name: 'customers' };
const routes = [
  routeOf({ method: 'GET', path: '/orders', authorizer }, 'listOrders'),
  routeOf({ method: 'GET', path: '/report', authorizer: { ...authorizer, scopes: ['reports:read', 'all'] } }, 'report'),
  routeOf({ method: 'GET', path: '/open' }, 'open'),
  routeOf({ method: 'GET', path: '/misconfigured', authorizer: 'nobody' }, 'misconfigured'),
];
const now = Math.floor(Date.now() / 1000);
const good = { sub: 'customer-1', iss: localIssuer.issuer, aud: localIssuer.audience, exp: now + 600, iat: now };

const authorizerOf = (keys: Parameters<typeof jwtAuthorizer>[0]['keys']) =>
  jwtAuthorizer({ keys, issuer: localIssuer.issuer, audience: [localIssuer.audience] });

const directory = await temporaryFolder(afterAll);
const issuer = await openIssuer(directory);
const kid: string | undefined = JSON.parse(await readFile(`${directory}/issuer.json`, 'utf8')).kid;
const gateway = await openGateway();
gateway.serve({
  routes,
  authorizers: new Map([['customers', { header: 'authorization', authorize: authorizerOf(issuer.keys) }]]),
  invoke: async (_, payload) => ({ payload }),
});
afterAll(() => gateway.close(0));

async function get(path: string, authorization?: string) {
  const response = await fetch(`${gateway.url}${path}`, { headers: authorization === undefined ? {} : { authorization } });
  return { status: response.status, body: JSON.parse(await response.text()), challenge: response.headers.get('www-authenticate') };
}

/** Returns a token that an unknown key has signed, with the ID of a known key. */
async function forged(claims: JWTPayload, alg = 'RS256'): Promise<string> {
  const { privateKey } = await generateKeyPair(alg);
  return new SignJWT(claims).setProtectedHeader({ alg, ...(kid !== undefined && { kid }) }).sign(privateKey);
}

test.each(['Bearer ', 'bearer ', ''])('accepts a valid token after the prefix %j, and passes its claims on as text', async (prefix) => {
  const { status, body } = await get('/orders', prefix + (await issuer.sign({ sub: 'customer-1', email: 'a@b.example', scope: 'x y' })));
  expect(status).toBe(200);
  expect(body.requestContext.authorizer).toEqual({
    jwt: {
      claims: {
        sub: 'customer-1',
        email: 'a@b.example',
        scope: 'x y',
        iss: localIssuer.issuer,
        aud: localIssuer.audience,
        iat: expect.stringMatching(/^\d+$/),
        exp: expect.stringMatching(/^\d+$/),
        jti: expect.any(String),
      },
      scopes: null,
    },
  });
});

test('passes on a list as text in square brackets, and any other claim as its text', async () => {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const key = await exportJWK(publicKey);
  const authorize = jwtAuthorizer({ keys: async () => key, issuer: 'i', audience: ['a', 'b'] });
  const token = await new SignJWT({ ...good, iss: 'i', aud: ['b', 'c'], admin: true, level: 3, nested: { x: 1 } })
    .setProtectedHeader({ alg: 'RS256', kid: 'a' })
    .sign(privateKey);
  expect(await authorize(token, [])).toMatchObject({ jwt: { claims: { aud: '[b c]', admin: 'true', level: '3', nested: '{"x":1}' } } });
});

test('requires no token on a route without an authorizer', async () => {
  const { status, body } = await get('/open', 'Bearer nonsense');
  expect(status).toBe(200);
  expect(body.requestContext).not.toHaveProperty('authorizer');
});

test.each([
  ['no token', async () => undefined],
  ['an empty token', async () => 'Bearer '],
  ['text that is not a token', async () => 'Bearer abc.def.ghi'],
  ['another scheme', async () => 'Basic YTpi'],
  ['a forged signature', async () => `Bearer ${await forged(good)}`],
  ['a forged signature of another algorithm', async () => `Bearer ${await forged(good, 'ES256')}`],
  ['no signature (alg none)', async () => `Bearer ${new UnsecuredJWT(good).encode()}`],
  [
    'the public key used as a password (alg HS256)',
    async () =>
      `Bearer ${await new SignJWT(good).setProtectedHeader({ alg: 'HS256', ...(kid !== undefined && { kid }) }).sign(Buffer.from(JSON.stringify(good)))}`,
  ],
  [
    'claims changed after signing',
    async () => {
      const [head, , signature] = (await issuer.sign({ sub: 'customer-1' })).split('.');
      return `Bearer ${head}.${Buffer.from(JSON.stringify({ ...good, sub: 'customer-2' })).toString('base64url')}.${signature}`;
    },
  ],
  ['an expired token', async () => `Bearer ${await issuer.sign({ sub: 'customer-1', expiresInSeconds: -1 })}`],
  ['two tokens', async () => `Bearer ${await issuer.sign({ sub: 'customer-1' })},Bearer ${await issuer.sign({ sub: 'customer-2' })}`],
])('returns 401 for %s', async (_, header) => {
  const { status, body, challenge } = await get('/orders', await header());
  expect([status, body]).toEqual([401, { message: 'Unauthorized' }]);
  expect(challenge).toMatch(/^Bearer/);
});

test.each([
  ['another issuer', { iss: 'https://issuer.example.com' }],
  ['no issuer', { iss: undefined }],
  ['another audience', { aud: 'other-api' }],
  ['no audience', { aud: undefined }],
  ['no expiry', { exp: undefined }],
  ['an expiry that is not a number', { exp: 'tomorrow' }],
  ['a start in the future (nbf)', { nbf: now + 600 }],
  ['an issue time in the future (iat)', { iat: now + 600 }],
])('returns 401 for a correctly signed token with %s', async (_, change) => {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const key = await exportJWK(publicKey);
  const authorize = authorizerOf(async () => key);
  const sign = (claims: Record<string, unknown>) =>
    new SignJWT(JSON.parse(JSON.stringify(claims))).setProtectedHeader({ alg: 'RS256', kid: 'a' }).sign(privateKey);
  expect(await authorize(`Bearer ${await sign(good)}`, [])).toHaveProperty('jwt');
  expect(await authorize(`Bearer ${await sign({ ...good, ...change })}`, [])).toMatchObject({ status: 401 });
});

test.each([
  ['one of the scopes', 'all', 200],
  ['one of the scopes among others', 'x reports:read y', 200],
  ['no scope', undefined, 403],
  ['another scope', 'reports:write', 403],
  ['the beginning of a scope', 'reports', 403],
  ['longer scopes', 'reports:readers overall', 403],
])('on a route with the scopes `reports:read` and `all`, a token with %s (%s) gets the status %d', async (_, scope, expected) => {
  const { status, body } = await get('/report', `Bearer ${await issuer.sign({ sub: 'staff', ...(scope !== undefined && { scope }) })}`);
  expect(status).toBe(expected);
  if (expected === 403) expect(body).toEqual({ message: 'Forbidden' });
  else expect(body.requestContext.authorizer.jwt.scopes).toEqual(['reports:read', 'all']);
});

test.each([
  [{ scp: 'x reports:read' }, 200],
  [{ scp: ['x', 'reports:read'] }, 200],
  [{ scope: ['reports:read'] }, 200],
  [{ scp: ['x reports:read'] }, 403],
  [{ scp: { 'reports:read': true } }, 403],
])('on a route with the scope `reports:read`, a token with the claims %j gets the status %d', async (claims, expected) => {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const key = await exportJWK(publicKey);
  const authorize = authorizerOf(async () => key);
  const token = await new SignJWT({ ...good, ...claims }).setProtectedHeader({ alg: 'RS256', kid: 'a' }).sign(privateKey);
  expect(await authorize(`Bearer ${token}`, ['reports:read'])).toMatchObject(expected === 200 ? { jwt: {} } : { status: expected });
});

test('returns 401 for a valid signature of an algorithm that API Gateway does not accept', async () => {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const key = await exportJWK(publicKey);
  const authorize = authorizerOf(async () => key);
  expect(await authorize(await new SignJWT(good).setProtectedHeader({ alg: 'ES256', kid: 'a' }).sign(privateKey), [])).toMatchObject({
    status: 401,
  });
});

test.each([{}, { kid: '' }])('returns 401 for a correctly signed token without a key ID: %j', async (named) => {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), kid: 'a', alg: 'RS256' }] });
  const authorize = jwtAuthorizer({ keys, issuer: localIssuer.issuer, audience: [localIssuer.audience] });
  const sign = (header: { kid?: string }) => new SignJWT(good).setProtectedHeader({ alg: 'RS256', ...header }).sign(privateKey);
  expect(await authorize(await sign({ kid: 'a' }), [])).toHaveProperty('jwt');
  expect(await authorize(await sign(named), [])).toMatchObject({ status: 401 });
});

test('returns 500 for a route with an unknown authorizer, even with a valid token', async () => {
  expect((await get('/misconfigured', `Bearer ${await issuer.sign({ sub: 'customer-1' })}`)).status).toBe(500);
});
