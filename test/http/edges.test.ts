import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { handler as cancelOrder } from '../../functions/cancelOrder.ts';
import { handler as getOrder } from '../../functions/getOrder.ts';
import { handler as listOrders } from '../../functions/listOrders.ts';
import { handler as placeOrder } from '../../functions/placeOrder.ts';
import { docsPage } from '../../scripts/docsPage.ts';
import { call } from '../support/call.ts';
import { openHttpApi } from '../support/httpApi.ts';
import { makeCustomer, makeProduct, ordersOf } from '../support/make.ts';
import { statementsOf } from '../support/statements.ts';

const api = await openHttpApi();
const customer = await makeCustomer();
const authorization = `Bearer ${await api.token({ sub: customer.authSubject, scope: 'reports:read' })}`;
const { id: productId } = await makeProduct();

/** Sends a request with unchanged headers. fetch would join two headers of one name. */
async function sendUnchanged(method: string, path: string, headers: readonly string[], body: string | Buffer = '') {
  const { promise, resolve, reject } = Promise.withResolvers<{
    status: number | undefined;
    headers: NodeJS.Dict<string | string[]>;
    text: string;
  }>();
  const sent = request(
    api.url + path,
    { method, headers: ['authorization', authorization, 'host', new URL(api.url).host, ...headers] },
    (response) => {
      let text = '';
      response
        .on('data', (chunk) => (text += chunk))
        .on('end', () => resolve({ status: response.statusCode, headers: response.headers, text }));
    },
  );
  sent.on('error', reject).end(body);
  return promise;
}

const items = () => JSON.stringify({ items: [{ productId, quantity: 1 }] });

it('does not treat an encoded slash as a separator', async () => {
  for (const path of ['/orders/1%2Fcancel', '/orders/1%2fadvance', '/orders%2F1%2Fcancel']) {
    const { status, headers, text } = await sendUnchanged('POST', path, ['content-length', '0']);
    expect([status, JSON.parse(text).code], path).toEqual([404, 'not-found']);
    expect(headers).not.toHaveProperty('allow');
  }
  expect((await sendUnchanged('GET', '/products%2F1', [])).status).toBe(404);
});

it('rejects a request with two idempotency keys, and places no order', async () => {
  const before = await ordersOf(customer.id);
  const keys = ['Idempotency-Key', randomUUID(), 'idempotency-key', randomUUID()];
  const { status, text } = await sendUnchanged('POST', '/orders', ['content-type', 'application/json', ...keys], items());
  expect([status, JSON.parse(text).errors?.[0]?.path]).toEqual([422, '/headers/idempotency-key']);
  expect(await ordersOf(customer.id)).toBe(before);
});

it('rejects a compressed body', async () => {
  const headers = ['content-type', 'application/json', 'content-encoding', 'gzip', 'idempotency-key', randomUUID()];
  const { status, headers: answered, text } = await sendUnchanged('POST', '/orders', headers, gzipSync(items()));
  expect([status, JSON.parse(text).code, answered['accept-encoding']]).toEqual([415, 'unsupported-media-type', 'identity']);
});

it('accepts a charset in the header Accept', async () => {
  const { headers } = await sendUnchanged('GET', '/reports/sales?month=2026-01', ['accept', 'text/csv; charset=utf-8']);
  expect(headers['content-type']).toBe('text/csv; charset=utf-8');
});

it('returns relative URLs, which also work behind a base path', async () => {
  const { status, headers, text } = await sendUnchanged(
    'POST',
    '/orders',
    ['content-type', 'application/json', 'idempotency-key', randomUUID()],
    items(),
  );
  expect(status).toBe(201);
  const { id } = JSON.parse(text);
  for (const base of ['https://api.example.com', 'https://api.example.com/shop/v1'])
    expect(new URL(String(headers['location']), `${base}/orders`).href).toBe(`${base}/orders/${id}`);

  const page = docsPage();
  const [, description = ''] = /url: '([^']+)',\n {2}deepLinking/.exec(page) ?? [];
  const [, link = ''] = /<a href="([^"]+)">openapi\.json/.exec(page) ?? [];
  const { servers } = JSON.parse((await sendUnchanged('GET', '/openapi.json', [])).text);
  for (const place of [description, link]) expect(new URL(place, 'https://api.example.com/v1/docs').pathname).toBe('/v1/openapi.json');
  expect(new URL(servers[0].url, 'https://api.example.com/v1/openapi.json').pathname).toBe('/v1/');
});

it.each([
  ['the character 0', 'a\u0000b'],
  ['half of a surrogate pair', 'a\ud800b'],
])('finds no customer for a subject with %s, which PostgreSQL cannot store', async (_, subject) => {
  const headers = { 'Idempotency-Key': 'k' };
  const path = { orderId: '1' };
  const callAll = () =>
    Promise.all([
      call(placeOrder, { subject, headers, body: items() }),
      ...[getOrder, cancelOrder].map((handler) => call(handler, { subject, path })),
      call(listOrders, { subject }),
    ]);
  const { result, sent } = await statementsOf(callAll);
  for (const answer of result) expect(answer).toMatchObject({ status: 403, json: { code: 'unknown-customer' } });
  expect(sent).toEqual([]);
  expect(await call(listOrders, { subject, query: { limit: '0' } })).toMatchObject({ status: 422 });
});
