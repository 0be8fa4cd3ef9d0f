import { expect, test } from 'vitest';
import { routeOf } from '../../local/serverless/routeKey.ts';
import { ownClock } from '../support/ownClock.ts';
import { eventOf, gatewayFor, raw, routes } from './testGateway.ts';

test('sends an event of payload format 2.0', async () => {
  const clock = ownClock();
  const { url } = await gatewayFor();
  const response = await fetch(`${url}/products/a%20b?limit=2&tag=x&tag=y%20z&empty=`, {
    headers: { 'User-Agent': 'test', Cookie: 'a=1; b=2', 'X-Several': 'one, two' },
  });
  const event = await eventOf(Promise.resolve(response));
  expect(response.headers.get('apigw-requestid')).toMatch(/^[\w-]{15}=$/);
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
    requestId: response.headers.get('apigw-requestid'),
    routeKey: 'GET /products/{productId}',
    stage: '$default',
    time: expect.stringMatching(/^\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d \+0000$/),
    timeEpoch: clock.now(),
  });
});

test('omits the fields for parts that a request lacks, such as cookies and a body', async () => {
  const { url } = await gatewayFor();
  const event = await eventOf(fetch(`${url}/products`));
  for (const field of ['cookies', 'queryStringParameters', 'pathParameters', 'body', 'stageVariables'])
    expect(event).not.toHaveProperty(field);
  expect(event.requestContext).not.toHaveProperty('authorizer');
  expect(event.rawQueryString).toBe('');
});

test('joins repeated headers with commas, including headers that Node.js would drop', async () => {
  const { url } = await gatewayFor();
  const answer = await raw(
    url,
    'GET /products HTTP/1.1\r\nHost: localhost\r\nX-A: 1\r\nx-a: 2\r\nAuthorization: a\r\nAuthorization: b\r\nConnection: close\r\n\r\n',
  );
  expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '').headers).toMatchObject({ 'x-a': '1,2', authorization: 'a,b' });
});

test.each([
  ['application/json', '{"a":"ü"}', '{"a":"ü"}', false],
  ['application/problem+json; charset=utf-8', '{}', '{}', false],
  ['text/plain', 'hello', 'hello', false],
  ['application/json', Buffer.from([0x7b, 0xff]), Buffer.from([0x7b, 0xff]).toString('base64'), true],
  ['application/octet-stream', 'hello', Buffer.from('hello').toString('base64'), true],
])('passes on a body of type %s', async (type, sent, body, isBase64Encoded) => {
  const { url } = await gatewayFor();
  const event = await eventOf(fetch(`${url}/orders`, { method: 'POST', headers: { 'content-type': type }, body: sent }));
  expect(event).toMatchObject({ body, isBase64Encoded });
  expect(event.headers['content-length']).toBe(`${Buffer.byteLength(sent)}`);
});

test('passes on a body that arrives in pieces', async () => {
  const { url } = await gatewayFor();
  const answer = await raw(
    url,
    'POST /orders HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n',
    '3\r\nabc\r\n',
    '2\r\nde\r\n0\r\n\r\n',
  );
  const event = JSON.parse(answer.split('\r\n\r\n')[1] ?? '');
  expect(event.body).toBe('abcde');
  expect(event.headers).not.toHaveProperty('transfer-encoding');
});

test('sends requests that match no other route to $default', async () => {
  const { url } = await gatewayFor(undefined, { routes: [...routes, routeOf('*', 'rest')] });
  const event = await eventOf(fetch(`${url}/nowhere/at/all`, { method: 'DELETE' }));
  expect(event).toMatchObject({ routeKey: '$default', rawPath: '/nowhere/at/all', requestContext: { http: { method: 'DELETE' } } });
  expect(event).not.toHaveProperty('pathParameters');
});
