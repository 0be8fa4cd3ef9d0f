import { once } from 'node:events';
import { connect } from 'node:net';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { expect, onTestFinished, test } from 'vitest';
import type { Api } from '../../local/gateway/handleRequest.ts';
import { openGateway } from '../../local/gateway.ts';
import { routeOf } from '../../local/routeKey.ts';

const routes = ['GET /products', 'GET /products/{productId}', 'POST /orders', 'GET /orders/{a}/{b}'].map((event) => routeOf(event, event));

/** A gateway whose functions are this one: it answers with the event itself unless told otherwise. */
async function gatewayFor(
  answer: (event: APIGatewayProxyEventV2) => unknown = (event) => ({ statusCode: 200, body: JSON.stringify(event) }),
  options: Partial<Api> = {},
) {
  const gateway = await openGateway(0);
  const invoked: string[] = [];
  gateway.serve({
    routes,
    authorizers: new Map(),
    invoke: async (name, payload) => {
      invoked.push(name);
      return { payload: JSON.stringify((await answer(JSON.parse(payload))) ?? null) };
    },
    ...options,
  });
  onTestFinished(() => gateway.close(0));
  return { url: gateway.url, invoked };
}

async function eventOf(response: Promise<Response>): Promise<APIGatewayProxyEventV2> {
  return JSON.parse(await (await response).text());
}

/** Sends bytes as they are, and answers all that comes back until the connection ends. */
async function raw(url: string, ...chunks: string[]): Promise<string> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  let text = '';
  socket.on('data', (chunk) => {
    text += chunk;
  });
  socket.on('error', () => {});
  for (const chunk of chunks) socket.write(chunk);
  await once(socket, 'close');
  return text;
}

test('sends an event of payload format 2.0', async () => {
  const { url } = await gatewayFor();
  const event = await eventOf(
    fetch(`${url}/products/a%20b?limit=2&tag=x&tag=y%20z&empty=`, {
      headers: { 'User-Agent': 'test', Cookie: 'a=1; b=2', 'X-Several': 'one, two' },
    }),
  );
  const { requestContext, headers, ...rest } = event;
  expect(rest).toEqual({
    version: '2.0',
    routeKey: 'GET /products/{productId}',
    rawPath: '/products/a b',
    rawQueryString: 'limit=2&tag=x&tag=y%20z&empty=',
    cookies: ['a=1', 'b=2'],
    queryStringParameters: { limit: '2', tag: 'x,y z', empty: '' },
    pathParameters: { productId: 'a b' },
    isBase64Encoded: false,
  });
  expect(headers).toMatchObject({ 'user-agent': 'test', 'x-several': 'one, two', host: new URL(url).host, 'x-forwarded-proto': 'http' });
  expect(headers).not.toHaveProperty('cookie');
  expect(headers).not.toHaveProperty('connection');
  expect(requestContext).toEqual({
    accountId: '000000000000',
    apiId: 'local',
    domainName: 'localhost',
    domainPrefix: 'localhost',
    http: { method: 'GET', path: '/products/a b', protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
    requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    routeKey: 'GET /products/{productId}',
    stage: '$default',
    time: expect.stringMatching(/^\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d \+0000$/),
    timeEpoch: expect.any(Number),
  });
  expect(Math.abs(requestContext.timeEpoch - Date.now())).toBeLessThan(5000);
});

test('leaves out what a request does not have', async () => {
  const { url } = await gatewayFor();
  const event = await eventOf(fetch(`${url}/products`));
  for (const field of ['cookies', 'queryStringParameters', 'pathParameters', 'body', 'stageVariables'])
    expect(event).not.toHaveProperty(field);
  expect(event.requestContext).not.toHaveProperty('authorizer');
  expect(event.rawQueryString).toBe('');
});

test('joins headers of one name by commas, also those that Node would drop', async () => {
  const { url } = await gatewayFor();
  const answer = await raw(
    url,
    'GET /products HTTP/1.1\r\nHost: x\r\nX-A: 1\r\nx-a: 2\r\nAuthorization: a\r\nAuthorization: b\r\nConnection: close\r\n\r\n',
  );
  expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '').headers).toMatchObject({ 'x-a': '1,2', authorization: 'a,b' });
});

test.each([
  ['application/json', '{"a":"ü"}', '{"a":"ü"}', false],
  ['application/problem+json; charset=utf-8', '{}', '{}', false],
  ['text/plain', 'hello', 'hello', false],
  ['application/json', Buffer.from([0x7b, 0xff]), Buffer.from([0x7b, 0xff]).toString('base64'), true],
  ['application/octet-stream', 'hello', Buffer.from('hello').toString('base64'), true],
])('hands on a body of type %s', async (type, sent, body, isBase64Encoded) => {
  const { url } = await gatewayFor();
  const event = await eventOf(fetch(`${url}/orders`, { method: 'POST', headers: { 'content-type': type }, body: sent }));
  expect(event).toMatchObject({ body, isBase64Encoded });
  expect(event.headers['content-length']).toBe(`${Buffer.byteLength(sent)}`);
});

test('hands on a body that comes in pieces', async () => {
  const { url } = await gatewayFor();
  const answer = await raw(
    url,
    'POST /orders HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n',
    '3\r\nabc\r\n',
    '2\r\nde\r\n0\r\n\r\n',
  );
  const event = JSON.parse(answer.split('\r\n\r\n')[1] ?? '');
  expect(event.body).toBe('abcde');
  expect(event.headers).not.toHaveProperty('transfer-encoding');
});

test("sends the function's answer: status, headers, cookies, body", async () => {
  const { url } = await gatewayFor(() => ({
    statusCode: 201,
    headers: { Location: '/orders/1', 'X-Count': 3 },
    cookies: ['a=1', 'b=2'],
    body: '{"id":1}',
  }));
  const response = await fetch(`${url}/orders`, { method: 'POST' });
  expect(response.status).toBe(201);
  expect(response.headers.get('location')).toBe('/orders/1');
  expect(response.headers.get('x-count')).toBe('3');
  expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  expect(response.headers.get('content-type')).toBe('text/plain;charset=UTF-8');
  expect(await response.text()).toBe('{"id":1}');
});

test('decodes a body in base64', async () => {
  const { url } = await gatewayFor(() => ({ statusCode: 200, body: 'AP8=', isBase64Encoded: true }));
  expect(Buffer.from(await (await fetch(`${url}/products`)).arrayBuffer())).toEqual(Buffer.from([0x00, 0xff]));
});

test.each([
  [{ id: 1 }, '{"id":1}'],
  ['hello', 'hello'],
  [null, 'null'],
  [[1], '[1]'],
])('takes a value without a status for the body of a 200: %j', async (value, text) => {
  const { url } = await gatewayFor(() => value);
  const response = await fetch(`${url}/products`);
  expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([200, 'application/json', text]);
});

test.each([
  ['a status that is none', { statusCode: 'fine' }],
  ['a status out of range', { statusCode: 99 }],
  ['a body that is no text', { statusCode: 200, body: { id: 1 } }],
  ['a header that is no text', { statusCode: 200, headers: { a: {} } }],
  ['a header that would add another', { statusCode: 200, headers: { a: 'b\r\nset-cookie: c=d' } }],
  ['a cookie that would add a header', { statusCode: 200, cookies: ['a=b\r\nx: y'] }],
  ['a header name that is none', { statusCode: 200, headers: { 'a b': 'c' } }],
])('answers 500 to %s', async (_, answer) => {
  const { url } = await gatewayFor(() => answer);
  const response = await fetch(`${url}/products`);
  expect([response.status, await response.json()]).toEqual([500, { message: 'Internal Server Error' }]);
  expect(response.headers.get('set-cookie')).toBeNull();
});

test('answers 500 when the function failed, and shows nothing of its error', async () => {
  const { url } = await gatewayFor(undefined, {
    invoke: async () => ({ functionError: 'Unhandled', payload: '{"errorMessage":"secret"}' }),
  });
  const response = await fetch(`${url}/products`);
  expect([response.status, await response.text()]).toEqual([500, '{"message":"Internal Server Error"}']);
});

test('answers 503 when the function takes longer than the gateway waits', async () => {
  const { url } = await gatewayFor(() => new Promise(() => {}), { integrationTimeoutMs: 50 });
  const response = await fetch(`${url}/products`);
  expect([response.status, await response.json()]).toEqual([503, { message: 'Service Unavailable' }]);
});

test('answers 503 until it serves', async () => {
  const gateway = await openGateway(0);
  onTestFinished(() => gateway.close(0));
  expect((await fetch(`${gateway.url}/products`)).status).toBe(503);
});

test.each([
  ['GET', '/nowhere'],
  ['GET', '/products/'],
  ['GET', '//products'],
  ['DELETE', '/products'],
  ['HEAD', '/products'],
])('answers 404 to %s %s, which no route takes', async (method, path) => {
  const { url, invoked } = await gatewayFor();
  const response = await fetch(`${url}${path}`, { method });
  expect(response.status).toBe(404);
  expect(await response.text()).toBe(method === 'HEAD' ? '' : '{"message":"Not Found"}');
  expect(invoked).toEqual([]);
});

test('gives a route of $default what no other route takes', async () => {
  const { url } = await gatewayFor(undefined, { routes: [...routes, routeOf('*', 'rest')] });
  const event = await eventOf(fetch(`${url}/nowhere/at/all`, { method: 'DELETE' }));
  expect(event).toMatchObject({ routeKey: '$default', rawPath: '/nowhere/at/all', requestContext: { http: { method: 'DELETE' } } });
  expect(event).not.toHaveProperty('pathParameters');
});

test.each([
  ['a path that cannot be decoded', 'GET /products/%zz HTTP/1.1', 400],
  ['half a character', 'GET /products/%C3 HTTP/1.1', 400],
  ['a target that is no path', 'GET products HTTP/1.1', 400],
  ['the form for proxies', 'GET http://elsewhere/products HTTP/1.1', 200],
  ['a query that cannot be decoded', 'GET /products?a=%zz&&=&b HTTP/1.1', 200],
  ['a line that is no request', 'hello', 400],
  ['a method that is none', 'FETCH! /products HTTP/1.1', 400],
  ['a very long path', `GET /${'a'.repeat(9000)} HTTP/1.1`, 404],
  ['a header that is too long', `GET /products HTTP/1.1\r\nx: ${'a'.repeat(20_000)}`, 431],
])('stays up after %s', async (_, start, status) => {
  const { url } = await gatewayFor();
  const answer = await raw(url, `${start}\r\nHost: x\r\nConnection: close\r\n\r\n`);
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect((await fetch(`${url}/products`)).status).toBe(200);
});

test('takes a body of 10 MB and answers 413 to one byte more', async () => {
  const { url, invoked } = await gatewayFor(() => ({ statusCode: 200 }));
  const limit = 10 * 1024 * 1024;
  const post = (bytes: number) =>
    fetch(`${url}/orders`, { method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'x'.repeat(bytes) });
  expect((await post(limit)).status).toBe(200);
  const refused = await post(limit + 1);
  expect([refused.status, await refused.json()]).toEqual([413, { message: 'Request Entity Too Large' }]);
  expect(invoked).toHaveLength(1);
});

test('stays up when a client leaves, while it sends or while it waits', async () => {
  const { promise: arrived, resolve } = Promise.withResolvers<void>();
  const { url, invoked } = await gatewayFor(async () => {
    resolve();
    await new Promise((done) => setTimeout(done, 50));
    return { statusCode: 200 };
  });
  const sending = connect(Number(new URL(url).port), '127.0.0.1');
  await once(sending, 'connect');
  sending.write('POST /orders HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nabc', () => sending.destroy());
  await once(sending, 'close');
  const leaving = new AbortController();
  const waiting = fetch(`${url}/products`, { signal: leaving.signal });
  await arrived;
  leaving.abort();
  await expect(waiting).rejects.toThrow();
  expect((await fetch(`${url}/products`)).status).toBe(200);
  expect(invoked).toEqual(['GET /products', 'GET /products']);
});

test('lets a request that runs end before it closes', async () => {
  const { promise: arrived, resolve } = Promise.withResolvers<void>();
  const gateway = await openGateway(0);
  const invoke = async () => {
    resolve();
    await new Promise((done) => setTimeout(done, 100));
    return { payload: '{"statusCode":200}' };
  };
  gateway.serve({ routes, authorizers: new Map(), invoke });
  const response = fetch(`${gateway.url}/products`);
  await arrived;
  await Promise.all([gateway.close(), gateway.close()]);
  expect((await response).status).toBe(200);
  await expect(fetch(`${gateway.url}/products`)).rejects.toThrow();
});
