import { expect, test } from 'vitest';
import { corsOf } from '../../local/serverless/corsConfig.ts';
import { routeOf } from '../../local/serverless/routeKey.ts';
import { parseServerlessConfig } from '../../local/serverless/serverlessConfig.ts';
import { gatewayFor, routes } from './testGateway.ts';

const shop = 'https://shop.example.com';
const configured = {
  allowedOrigins: [shop, 'http://*'],
  allowedMethods: ['GET', 'POST'],
  allowedHeaders: ['authorization', 'idempotency-key'],
  exposedResponseHeaders: ['etag', 'link'],
  maxAge: 7200,
};
const cors = corsOf(configured, {});
const withDefault = [...routes, routeOf('*', 'rest')];

function preflight(url: string, origin: string, path = '/orders'): Promise<Response> {
  return fetch(`${url}${path}`, { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST' } });
}

/** Returns the CORS headers of a response, without their common prefix. */
function corsHeaders({ headers }: Response): Record<string, string> {
  const own = [...headers].filter(([name]) => name.startsWith('access-control-'));
  return Object.fromEntries(own.map(([name, value]) => [name.slice('access-control-'.length), value]));
}

test('the gateway itself responds to a preflight that matches no route', async () => {
  const { url, invoked } = await gatewayFor(undefined, { cors });
  const response = await preflight(url, shop);
  expect([response.status, await response.text(), invoked]).toEqual([204, '', []]);
  expect(corsHeaders(response)).toEqual({
    'allow-origin': shop,
    'allow-methods': 'GET,POST',
    'allow-headers': 'authorization,idempotency-key',
    'max-age': '7200',
  });
});

test('sends no CORS headers to an origin that is not configured', async () => {
  const { url } = await gatewayFor(undefined, { cors });
  for (const origin of ['https://evil.example.com', `${shop}.evil.example.com`, 'null', 'https://shop.example.com:8443']) {
    expect(corsHeaders(await preflight(url, origin))).toEqual({});
    expect(corsHeaders(await fetch(`${url}/products`, { headers: { origin } }))).toEqual({});
  }
});

test('sends a preflight to a matching route, and adds the CORS headers to its response', async () => {
  const answer = { statusCode: 405, headers: { 'Access-Control-Allow-Origin': 'https://other.example.com', Allow: 'POST' } };
  const { url, invoked } = await gatewayFor(() => answer, { cors, routes: withDefault });
  const response = await preflight(url, shop);
  expect([response.status, response.headers.get('allow'), invoked]).toEqual([405, 'POST', ['rest']]);
  expect(corsHeaders(response)).toMatchObject({ 'allow-origin': shop, 'max-age': '7200' });
});

test.each([{ origin: shop }, { 'access-control-request-method': 'POST' }])(
  'does not treat an OPTIONS request with only the header %o as a preflight',
  async (headers) => {
    const { url } = await gatewayFor(undefined, { cors });
    expect((await fetch(`${url}/orders`, { method: 'OPTIONS', headers })).status).toBe(404);
  },
);

test("replaces a function's CORS headers with the configured CORS headers", async () => {
  const answer = {
    statusCode: 409,
    headers: { 'access-control-allow-origin': '*', 'access-control-allow-credentials': 'true', ETag: '"a"' },
  };
  const { url } = await gatewayFor(() => answer, { cors });
  const response = await fetch(`${url}/products`, { headers: { origin: 'http://localhost:5173' } });
  expect([response.status, response.headers.get('etag')]).toEqual([409, '"a"']);
  expect(corsHeaders(response)).toEqual({ 'allow-origin': 'http://localhost:5173', 'expose-headers': 'etag,link' });
  expect(corsHeaders(await fetch(`${url}/products`))).toEqual({});
});

test('sends * as the allowed origin if every origin is allowed', async () => {
  const { url } = await gatewayFor(undefined, { cors: corsOf({ ...configured, allowedOrigins: ['*'] }, {}) });
  expect(corsHeaders(await fetch(`${url}/products`, { headers: { origin: 'null' } }))).toMatchObject({ 'allow-origin': '*' });
});

test("adds no CORS headers to the gateway's own error responses", async () => {
  const { url } = await gatewayFor(() => ({ statusCode: 200, body: 1 }), { cors });
  for (const [path, status] of [
    ['/nowhere', 404],
    ['/products', 500],
  ] as const) {
    const response = await fetch(`${url}${path}`, { headers: { origin: shop } });
    expect([response.status, corsHeaders(response)]).toEqual([status, {}]);
  }
});

test('without a CORS configuration, passes on the CORS headers of the functions', async () => {
  const { url } = await gatewayFor(() => ({ statusCode: 200, headers: { 'access-control-allow-origin': '*' } }));
  expect(corsHeaders(await fetch(`${url}/products`, { headers: { origin: shop } }))).toEqual({ 'allow-origin': '*' });
  expect((await preflight(url, shop)).status).toBe(404);
});

test('responds to HEAD with the length and headers of the body, but without the body', async () => {
  const answer = { statusCode: 200, headers: { ETag: 'W/"a"' }, body: 'äöü' };
  const { url } = await gatewayFor(() => answer, { routes: [routeOf('HEAD /products', 'listProducts')] });
  const response = await fetch(`${url}/products`, { method: 'HEAD' });
  expect([response.headers.get('content-length'), response.headers.get('etag'), await response.text()]).toEqual(['6', 'W/"a"', '']);
});

const file = (lines: string) => `service: shop
params:
  default:
    origins: [https://a.example.com, https://b.example.com]
    origin: https://a.example.com
provider:
  httpApi:
    cors: ${lines}
functions: {}
`;
const rest = 'allowedMethods: [GET], allowedHeaders: [authorization]';

test.each([
  [`{ allowedOrigins: '\${param:origins}', ${rest} }`, ['https://a.example.com', 'https://b.example.com']],
  [`{ allowedOrigins: '\${param:origin}', ${rest} }`, ['https://a.example.com']],
  [`{ allowedOrigins: ['*'], ${rest} }`, ['*']],
  ['false', undefined],
])('reads the allowed origins from cors: %s', (lines, origins) => {
  expect(parseServerlessConfig(file(lines)).cors?.allowedOrigins).toEqual(origins);
});

test.each([
  [`{ allowedOrigins: '\${param:nobody}', ${rest} }`, /allowedOrigins/],
  [`{ allowedOrigins: ['*'], allowOrigins: ['*'], ${rest} }`, /allowOrigins/],
  ['true', /allowedOrigins/],
])('rejects cors: %s with one line that names the place of the fault', (lines, message) => {
  const read = () => parseServerlessConfig(file(lines));
  expect(read).toThrow(message);
  expect(read).toThrow(/^serverless\.yml: provider\.httpApi\.cors: [^\n]*$/);
});
