import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { openGateway } from '../../local/gateway/gateway.ts';
import { gatewayFor, raw, routes } from './testGateway.ts';

test.each([
  ['a path that cannot be decoded', 'GET /products/%zz HTTP/1.1', 400],
  ['a path with half a character', 'GET /products/%C3 HTTP/1.1', 400],
  ['a request target that is not a path', 'GET products HTTP/1.1', 400],
  ['a request in the form for proxies', 'GET http://localhost/products HTTP/1.1', 200],
  ['a query that cannot be decoded', 'GET /products?a=%zz&&=&b HTTP/1.1', 200],
  ['a line that is not a request', 'hello', 400],
  ['an unknown method', 'FETCH! /products HTTP/1.1', 400],
  ['a very long path', `GET /${'a'.repeat(9000)} HTTP/1.1`, 404],
  ['a header that is too long', `GET /products HTTP/1.1\r\nx: ${'a'.repeat(20_000)}`, 431],
])('keeps running after %s', async (_, start, status) => {
  const { url } = await gatewayFor();
  const answer = await raw(url, `${start}\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect((await fetch(`${url}/products`)).status).toBe(200);
});

test('accepts a body of 10 MB, and returns 413 for one byte more', async () => {
  const { url, invoked } = await gatewayFor(() => ({ statusCode: 200 }));
  const limit = 10 * 1024 * 1024;
  const post = (bytes: number) =>
    fetch(`${url}/orders`, { method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'x'.repeat(bytes) });
  expect((await post(limit)).status).toBe(200);
  const refused = await post(limit + 1);
  expect([refused.status, await refused.json()]).toEqual([413, { message: 'Request Entity Too Large' }]);
  expect(invoked).toHaveLength(1);
});

test('keeps running when a client disconnects while the client sends or waits', async () => {
  const { promise: arrived, resolve } = Promise.withResolvers<void>();
  const { url, invoked } = await gatewayFor(async () => {
    resolve();
    await new Promise((done) => setTimeout(done, 50));
    return { statusCode: 200 };
  });
  const sending = connect(Number(new URL(url).port), '127.0.0.1');
  await once(sending, 'connect');
  sending.write('POST /orders HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nabc', () => sending.destroy());
  await once(sending, 'close');
  const leaving = new AbortController();
  const waiting = fetch(`${url}/products`, { signal: leaving.signal });
  await arrived;
  leaving.abort();
  await expect(waiting).rejects.toThrow();
  expect((await fetch(`${url}/products`)).status).toBe(200);
  expect(invoked).toEqual(['GET /products', 'GET /products']);
});

test('lets running requests finish before it closes', async () => {
  const { promise: arrived, resolve } = Promise.withResolvers<void>();
  const gateway = await openGateway();
  const invoke = async () => {
    resolve();
    await new Promise((done) => setTimeout(done, 100));
    return { payload: '{"statusCode":200}' };
  };
  gateway.serve({ routes, authorizers: new Map(), invoke });
  const response = fetch(`${gateway.url}/products`);
  await arrived;
  await Promise.all([gateway.close(), gateway.close()]);
  await gateway.close();
  expect((await response).status).toBe(200);
  await expect(fetch(`${gateway.url}/products`)).rejects.toThrow();
});
