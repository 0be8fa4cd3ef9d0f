import { expect, it } from 'vitest';
import { handler } from '../../functions/defaultRoute.ts';
import { call, contextOf, eventOf } from '../support/call.ts';

const callDefault = (method: string, path: string, query = {}) => call(handler, { method, rawPath: path, query });

it.each([
  ['DELETE', '/orders', 'GET, HEAD, OPTIONS, POST'],
  ['PUT', '/orders/17', 'GET, HEAD, OPTIONS'],
  ['GET', '/orders/17/cancel', 'OPTIONS, POST'],
  ['HEAD', '/orders/17/cancel', 'OPTIONS, POST'],
  ['POST', '/products', 'GET, HEAD, OPTIONS'],
  ['POST', '/customers/me', 'DELETE, GET, HEAD, OPTIONS, PUT'],
])('%s %s returns 405 and the allowed methods %s', async (method, path, allow) => {
  const answer = await callDefault(method, path);
  expect(answer).toMatchObject({ status: 405, headers: { Allow: allow, 'Content-Type': 'application/problem+json' } });
  expect(answer.json).toMatchObject({ type: 'about:blank', status: 405, code: 'method-not-allowed', allow: allow.split(', ') });
});

it.each(['/', '/order', '/orders/', '/orders/17/lines', '/products//', '/%00'])('GET %s returns 404, even with a query', async (path) => {
  expect(await callDefault('GET', path, { any: 'thing' })).toMatchObject({ status: 404, json: { code: 'not-found' } });
});

// The gateway routes by the encoded path, but the function gets the decoded one. A slash that was sent as %2F therefore leads to `$default`.
it.each([
  ['POST', '/orders/1/cancel'],
  ['GET', '/products/7'],
])('%s %s returns 404 if one of the slashes was sent as %%2F', async (method, path) => {
  expect(await callDefault(method, path)).toMatchObject({ status: 404, json: { code: 'not-found' } });
});

it("also matches a route if the path begins with the stage's name", async () => {
  for (const [stage, path, status] of [
    ['dev', '/dev/orders', 405],
    ['dev', '/orders', 405],
    ['dev', '/dev/dev/orders', 404],
    ['$default', '/$default/orders', 404],
  ] as const) {
    const event = eventOf({ method: 'PUT', rawPath: path });
    const answer = await handler({ ...event, requestContext: { ...event.requestContext, stage } }, contextOf(1_000));
    expect(answer.statusCode, path).toBe(status);
  }
});

it('OPTIONS returns the methods of the path, so that a preflight succeeds', async () => {
  const answer = await callDefault('OPTIONS', '/orders');
  expect(answer).toMatchObject({ status: 204, text: '', headers: { Allow: 'GET, HEAD, OPTIONS, POST', 'Cache-Control': 'no-store' } });
  expect(answer.headers).not.toHaveProperty('Content-Type');
  expect(await callDefault('OPTIONS', '/nowhere')).toMatchObject({ status: 404, json: { code: 'not-found' } });
});
