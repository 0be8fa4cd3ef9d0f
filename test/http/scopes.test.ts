import { afterEach, expect, it, vi } from 'vitest';
import { api } from '../../lib/http/api.ts';
import { contextOf, eventOf } from '../support/call.ts';

afterEach(() => vi.unstubAllEnvs());

const handler = api({ scope: 'catalogue:write', statements: 0 }, async () => ({ done: true }));

async function statusWith(claims: Readonly<Record<string, unknown>>, of = handler): Promise<number | undefined> {
  const event = eventOf({ subject: 'staff' });
  Object.assign(event.requestContext, { authorizer: { jwt: { claims: { sub: 'staff', ...claims } } } });
  return (await of(event, contextOf(10_000))).statusCode;
}

it.each([
  ['a text of two scopes', 'orders:fulfil catalogue:write'],
  ['one scope', 'catalogue:write'],
  ['a list', ['orders:fulfil', 'catalogue:write']],
  ['a list written as JSON', '["orders:fulfil","catalogue:write"]'],
  ['a list in the form in which an HTTP API passes it', '[orders:fulfil catalogue:write]'],
  ['a list of one scope in the same form', '[catalogue:write]'],
])('finds a scope in %s, in the claim `scope` and in the claim `scp`', async (_, claim) => {
  expect(await statusWith({ scope: claim })).toBe(200);
  expect(await statusWith({ scp: claim })).toBe(200);
});

it('accepts a scope from either claim if a token has both claims', async () => {
  expect(await statusWith({ scope: 'openid', scp: 'catalogue:write' })).toBe(200);
});

it.each([
  ['no claim', {}],
  ['another scope', { scope: 'orders:fulfil' }],
  ['a longer scope that begins with the required one', { scope: 'catalogue:writer' }],
  ['a longer scope that ends with the required one', { scp: '[not-catalogue:write]' }],
  ['a list in a list', { scope: '[["catalogue:write"]]' }],
  ['half a list', { scope: '[catalogue:write' }],
  ['an object', { scope: { 'catalogue:write': true } }],
  ['another claim', { scopes: 'catalogue:write' }],
])('rejects a token with %s', async (_, claims) => {
  expect(await statusWith(claims)).toBe(403);
});

it('requires the scope with the prefix from SCOPE_PREFIX', async () => {
  vi.stubEnv('SCOPE_PREFIX', 'orders-api/');
  vi.resetModules();
  const { api: fresh } = await import('../../lib/http/api.ts');
  const prefixed = fresh({ scope: 'catalogue:write', statements: 0 }, async () => ({ done: true }));
  expect(await statusWith({ scope: 'orders-api/catalogue:write' }, prefixed)).toBe(200);
  expect(await statusWith({ scope: 'catalogue:write' }, prefixed)).toBe(403);
});
