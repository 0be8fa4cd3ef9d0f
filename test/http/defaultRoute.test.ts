import { expect, it } from 'vitest';
import { handler } from '../../functions/defaultRoute.ts';
import { call } from '../support/call.ts';

const ask = (method: string, path: string, query = {}) => call(handler, { method, rawPath: path, query });

it.each([
  ['DELETE', '/orders', 'GET, HEAD, OPTIONS, POST'],
  ['PUT', '/orders/17', 'GET, HEAD, OPTIONS'],
  ['GET', '/orders/17/cancel', 'OPTIONS, POST'],
  ['HEAD', '/orders/17/cancel', 'OPTIONS, POST'],
  ['POST', '/products', 'GET, HEAD, OPTIONS'],
])('answers %s %s with 405 and what is allowed: %s', async (method, path, allow) => {
  const answer = await ask(method, path);
  expect(answer).toMatchObject({ status: 405, headers: { Allow: allow, 'Content-Type': 'application/problem+json' } });
  expect(answer.json).toMatchObject({ type: 'about:blank', status: 405, code: 'method-not-allowed', allow: allow.split(', ') });
});

it.each(['/', '/order', '/orders/', '/orders/17/lines', '/products//', '/%00'])('answers %s with 404, whatever its query', async (path) => {
  expect(await ask('GET', path, { any: 'thing' })).toMatchObject({ status: 404, json: { code: 'not-found' } });
});

it('answers OPTIONS with the methods of the path, which a preflight needs to succeed', async () => {
  const answer = await ask('OPTIONS', '/orders');
  expect(answer).toMatchObject({ status: 204, text: '', headers: { Allow: 'GET, HEAD, OPTIONS, POST', 'Cache-Control': 'no-store' } });
  expect(answer.headers).not.toHaveProperty('Content-Type');
  expect(await ask('OPTIONS', '/nowhere')).toMatchObject({ status: 404, json: { code: 'not-found' } });
});
