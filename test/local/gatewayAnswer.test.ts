import { expect, onTestFinished, test } from 'vitest';
import { openGateway } from '../../local/gateway/gateway.ts';
import { TooManyRequests } from '../../local/lambda/invocation.ts';
import { gatewayFor } from './testGateway.ts';

test("sends the function's response: status, headers, cookies, body", async () => {
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

test('decodes a base64 body', async () => {
  const { url } = await gatewayFor(() => ({ statusCode: 200, body: 'AP8=', isBase64Encoded: true }));
  expect(Buffer.from(await (await fetch(`${url}/products`)).arrayBuffer())).toEqual(Buffer.from([0x00, 0xff]));
});

test.each([
  [{ id: 1 }, '{"id":1}'],
  ['hello', 'hello'],
  [null, 'null'],
  [[1], '[1]'],
])('sends a value without a status as the body of a 200 response: %j', async (value, text) => {
  const { url } = await gatewayFor(() => value);
  const response = await fetch(`${url}/products`);
  expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([200, 'application/json', text]);
});

test.each([
  ['an invalid status', { statusCode: 'fine' }],
  ['a status out of range', { statusCode: 99 }],
  ['a body that is not text', { statusCode: 200, body: { id: 1 } }],
  ['a header that is not text', { statusCode: 200, headers: { a: {} } }],
  ['a header that would add another header', { statusCode: 200, headers: { a: 'b\r\nset-cookie: c=d' } }],
  ['a cookie that would add a header', { statusCode: 200, cookies: ['a=b\r\nx: y'] }],
  ['an invalid header name', { statusCode: 200, headers: { 'a b': 'c' } }],
])('returns 500 for %s', async (_, answer) => {
  const { url } = await gatewayFor(() => answer);
  const response = await fetch(`${url}/products`);
  expect([response.status, await response.json()]).toEqual([500, { message: 'Internal Server Error' }]);
  expect(response.headers.get('set-cookie')).toBeNull();
});

test('returns 500 when the function failed, and reveals nothing of its error', async () => {
  const { url } = await gatewayFor(undefined, {
    invoke: async () => ({ functionError: 'Unhandled', payload: '{"errorMessage":"secret"}' }),
  });
  const response = await fetch(`${url}/products`);
  expect([response.status, await response.text()]).toEqual([500, '{"message":"Internal Server Error"}']);
});

test('returns 503 when the function exceeds the integration timeout', async () => {
  const { url } = await gatewayFor(() => new Promise(() => {}), { integrationTimeoutMs: 50 });
  const response = await fetch(`${url}/products`);
  expect([response.status, await response.json()]).toEqual([503, { message: 'Service Unavailable' }]);
});

test("returns 503 in the gateway's format when Lambda throttles the invocation", async () => {
  const { url } = await gatewayFor(undefined, {
    invoke: async () => Promise.reject(new TooManyRequests('ReservedFunctionConcurrentInvocationLimitExceeded')),
  });
  const response = await fetch(`${url}/products`);
  expect([response.status, await response.json()]).toEqual([503, { message: 'Service Unavailable' }]);
});

test('returns 503 until the functions are ready', async () => {
  const gateway = await openGateway();
  onTestFinished(() => gateway.close(0));
  expect((await fetch(`${gateway.url}/products`)).status).toBe(503);
});

test.each([
  ['GET', '/nowhere'],
  ['GET', '/products/'],
  ['GET', '//products'],
  ['DELETE', '/products'],
  ['HEAD', '/products'],
])('returns 404 for %s %s, which matches no route', async (method, path) => {
  const { url, invoked } = await gatewayFor();
  const response = await fetch(`${url}${path}`, { method });
  expect(response.status).toBe(404);
  expect(await response.text()).toBe(method === 'HEAD' ? '' : '{"message":"Not Found"}');
  expect(invoked).toEqual([]);
});
