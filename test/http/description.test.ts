import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { handler as advanceOrder } from '../../functions/advanceOrder.ts';
import { handler as getCatalogueProduct } from '../../functions/catalogue/getCatalogueProduct.ts';
import { handler as importProducts } from '../../functions/catalogue/importProducts.ts';
import { handler as listStockMovements } from '../../functions/catalogue/listStockMovements.ts';
import { handler as putProduct } from '../../functions/catalogue/putProduct.ts';
import { handler as recordStockMovement } from '../../functions/catalogue/recordStockMovement.ts';
import { handler as cancelForStaff } from '../../functions/fulfilment/cancelOrder.ts';
import { handler as getForStaff } from '../../functions/fulfilment/getOrder.ts';
import { handler as listCatalogueProducts } from '../../functions/listCatalogueProducts.ts';
import { handler as listForStaff } from '../../functions/listOrdersForFulfilment.ts';
import { handler as recordPayment } from '../../functions/payments/recordPayment.ts';
import { handler as salesReport } from '../../functions/salesReport.ts';
import { config } from '../../lib/config.ts';
import { database } from '../../lib/database/database.ts';
import type { HttpHandler } from '../../lib/http/api.ts';
import { gatewayAnswer } from '../../local/gateway/answer.ts';
import { call } from '../support/call.ts';
import { describedKinds, kindOf, type Operation, operationAt, operations, undescribed } from '../support/description.ts';
import { freshFunction } from '../support/freshFunction.ts';
import { openHttpApi } from '../support/httpApi.ts';
import { makeCustomer, makeProduct, makeProducts } from '../support/make.ts';
import { makeOrder } from '../support/makeOrder.ts';
import { ownerDatabase } from '../support/ownerDatabase.ts';

const seen = new Set<string>();
const staffScopes = 'orders:fulfil reports:read catalogue:write payments:write';
const api = await openHttpApi();
const owner = await makeCustomer();
const tokens = {
  customer: await api.token({ sub: owner.authSubject, scope: staffScopes }),
  leaver: await api.token({ sub: (await makeCustomer()).authSubject }),
  newcomer: await api.token({ sub: randomUUID() }),
  staff: await api.token({ sub: 'staff', scope: staffScopes }),
  stranger: await api.token({ sub: randomUUID() }),
  overlong: await api.token({ sub: 'x'.repeat(256) }),
  nameless: await api.token({ sub: '', scope: 'none' }),
};
const { id: productId, sku } = await makeProduct();
await makeProducts(3);
const { id: orderId } = await makeOrder(owner.id, [productId]);
await makeOrder(owner.id, [productId]);
const { id: shippedId } = await makeOrder(owner.id, [productId], { status: 'shipped' });

interface Asked {
  readonly token?: keyof typeof tokens | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** Sends a request and compares the response with its description. Repeats a GET as HEAD. */
async function sendDescribed(method: string, path: string, { token, headers = {}, body }: Asked = {}): Promise<number> {
  const response = await fetch(api.url + path, {
    method,
    headers: {
      ...(token && { authorization: `Bearer ${tokens[token]}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const operation = operationAt(method, new URL(response.url).pathname);
  if (!operation) throw new Error(`${method} ${path} is not described`);
  note(operation, { status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() });
  if (method === 'GET') await sendDescribed('HEAD', path, { token, headers });
  return response.status;
}

function note(operation: Operation, answered: Parameters<typeof undescribed>[1]): void {
  expect(undescribed(operation, answered)).toEqual([]);
  seen.add(kindOf(operation, answered));
}

/** Returns a valid request to each operation. */
const goodRequests = (): [method: string, path: string, asked: Asked][] => [
  ['GET', '/products?limit=2', {}],
  ['GET', `/products/${productId}`, {}],
  ['GET', '/categories', {}],
  ['GET', '/catalogue/products?limit=1', { token: 'staff' }],
  ['PUT', '/catalogue/products', { token: 'staff', headers: csvType, body: `sku,name,priceInCents\n${sku},Teapot,1999` }],
  ['GET', `/catalogue/products/${sku}`, { token: 'staff' }],
  ['PUT', `/catalogue/products/${sku}`, { token: 'staff', headers: { 'if-match': '*' }, body: { name: 'Teapot', priceInCents: 1_999 } }],
  ['GET', `/catalogue/products/${sku}/stock-movements?limit=1`, { token: 'staff' }],
  ['POST', `/catalogue/products/${sku}/stock-movements`, { token: 'staff', headers: key(), body: receipt }],
  ['POST', '/orders', { token: 'customer', headers: key(), body: { items: [{ productId, quantity: 1 }] } }],
  ['GET', '/orders?limit=1', { token: 'customer' }],
  ['GET', `/orders/${orderId}`, { token: 'customer' }],
  ['POST', `/orders/${orderId}/cancel`, { token: 'customer' }],
  ['GET', '/customers/me', { token: 'customer' }],
  ['PUT', '/customers/me', { token: 'customer', body: ada }],
  ['DELETE', '/customers/me', { token: 'leaver' }],
  ['POST', `/orders/${orderId}/advance`, { token: 'staff', body: { status: 'processing' } }],
  ['GET', '/fulfilment/orders?limit=1', { token: 'staff' }],
  ['GET', `/fulfilment/orders/${orderId}`, { token: 'staff' }],
  ['POST', `/fulfilment/orders/${orderId}/cancel`, { token: 'staff', body: { reason: 'Damaged' } }],
  ['POST', `/orders/${orderId}/payments`, { token: 'staff', body: payment('ch_1') }],
  ['GET', '/reports/sales?month=2026-03', { token: 'staff' }],
  ['GET', '/openapi.json', {}],
  ['GET', '/docs', {}],
];
const ada = { fullName: 'Ada Example', email: 'ada@example.com' };
const receipt = { reason: 'receipt', change: 100 };
const payment = (reference: string) => ({ kind: 'payment', amountInCents: 100, reference });
const csvType = { 'content-type': 'text/csv' };
const packed = { 'content-encoding': 'gzip' };
const key = (value: string = randomUUID()) => ({ 'idempotency-key': value });
const withoutToken = ([method, path, { token, ...asked }]: ReturnType<typeof goodRequests>[number]) => ({ method, path, asked, token });

it('returns the described responses to valid requests', async () => {
  // Sends the cancellations last, because another request advances the same order.
  const requests = goodRequests().sort(([, a], [, b]) => Number(a.endsWith('cancel')) - Number(b.endsWith('cancel')));
  for (const [method, path, asked] of requests) expect(await sendDescribed(method, path, asked), path).toBeLessThan(300);
  expect(await sendDescribed('GET', '/reports/sales?month=2026-03', { token: 'staff', headers: { accept: 'text/csv' } })).toBe(200);
  for (const path of ['/catalogue/products', '/fulfilment/orders'])
    expect(await sendDescribed('GET', `${path}?limit=1`, { token: 'staff', headers: { accept: 'text/csv' } })).toBe(200);
  const teapot = { name: 'Teapot', priceInCents: 1_999 };
  expect(await sendDescribed('PUT', `/catalogue/products/${randomUUID()}`, { token: 'staff', body: teapot })).toBe(201);
  expect(await sendDescribed('PUT', '/customers/me', { token: 'newcomer', body: { ...ada, email: 'new@example.com' } })).toBe(201);
  for (const path of ['/products?limit=1', `/products/${productId}`, '/categories', '/openapi.json', '/docs'])
    expect(await sendDescribed('GET', path, { headers: { 'if-none-match': '*' } })).toBe(304);
});

it('returns the described responses to unauthorized callers', async () => {
  for (const { method, path, asked, token } of goodRequests().map(withoutToken)) {
    if (token === undefined) continue;
    expect(await sendDescribed(method, path, asked)).toBe(401);
    if (token === 'staff') expect(await sendDescribed(method, path, { ...asked, token: 'stranger' })).toBe(403);
    else {
      expect(await sendDescribed(method, path, { ...asked, token: 'nameless' })).toBe(401);
      // A stranger may register with PUT /customers/me, so this request has a token whose subject is too long.
      expect(
        await sendDescribed(method, path, { ...asked, token: path === '/customers/me' && method === 'PUT' ? 'overlong' : 'stranger' }),
      ).toBe(403);
    }
  }
  // Calls the functions without the gateway, which would reject the request before the function checks the scope.
  const ofOrder = { orderId: `${orderId}` };
  for (const [handler, id, request] of [
    [advanceOrder, 'advanceOrder', { path: ofOrder, body: { status: 'shipped' } }],
    [listForStaff, 'listOrdersForFulfilment', {}],
    [getForStaff, 'getOrderForFulfilment', { path: ofOrder }],
    [cancelForStaff, 'cancelOrderForFulfilment', { method: 'POST', path: ofOrder, body: { reason: 'Damaged' } }],
    [recordPayment, 'recordPayment', { path: ofOrder, body: payment('ch_1') }],
    [salesReport, 'salesReport', { query: { month: '2026-03' } }],
    [listCatalogueProducts, 'listCatalogueProducts', {}],
    [importProducts, 'importProducts', { method: 'PUT', headers: csvType, body: 'sku,name,priceInCents' }],
    [getCatalogueProduct, 'getCatalogueProduct', { path: { sku } }],
    [listStockMovements, 'listStockMovements', { path: { sku } }],
    [recordStockMovement, 'recordStockMovement', { method: 'POST', path: { sku }, headers: key(), body: receipt }],
    [putProduct, 'putProduct', { method: 'PUT', path: { sku }, body: { name: 'Teapot', priceInCents: 1_999 } }],
  ] as const) {
    const operation = operations.find((one) => one.id === id);
    if (!operation) throw new Error(id);
    const answers = [await call(handler, request), await call(handler, { ...request, subject: 'staff', scope: 'none' })];
    expect(answers.map(({ status }) => status)).toEqual([401, 403]);
    for (const { text, ...answer } of answers) note(operation, { ...answer, body: text });
  }
});

it('returns the described responses to invalid requests', async () => {
  const customer = { token: 'customer' } as const;
  const items = [{ productId, quantity: 1 }];
  for (const { method, path, asked, token } of goodRequests().map(withoutToken))
    expect(await sendDescribed(method, `${path}${path.includes('?') ? '&' : '?'}nobody=knows`, { ...asked, token })).toBe(422);
  for (const path of ['/products', '/orders']) expect(await sendDescribed('GET', `${path}?cursor=x`, customer)).toBe(400);
  expect(await sendDescribed('GET', '/reports/sales?month=2026-03&cursor=x', { token: 'staff' })).toBe(400);
  const save = (headers: Record<string, string>, body: unknown = { name: 'Teapot', priceInCents: 1_999 }) =>
    sendDescribed('PUT', `/catalogue/products/${sku}`, { token: 'staff', headers, body });
  expect(await sendDescribed('GET', '/catalogue/products?cursor=x', { token: 'staff' })).toBe(400);
  const bring = (body: string, headers: Record<string, string> = csvType) =>
    sendDescribed('PUT', '/catalogue/products', { token: 'staff', headers, body });
  expect(await bring('sku,"')).toBe(400);
  expect(await bring('{}', {})).toBe(415);
  for (const bytes of [4_000_001, 10_500_000]) expect(await bring(' '.repeat(bytes))).toBe(413);
  expect(await save({})).toBe(428);
  expect(await save({ 'if-none-match': '*' })).toBe(412);
  expect(await save({}, '{')).toBe(400);
  expect(await save(packed, '{}')).toBe(415);
  for (const bytes of [70_000, 10_500_000]) expect(await save({}, ' '.repeat(bytes))).toBe(413);
  expect(await sendDescribed('GET', '/catalogue/products/nowhere', { token: 'staff' })).toBe(404);
  const book = (headers: Record<string, string>, body: unknown = receipt, of = sku) =>
    sendDescribed('POST', `/catalogue/products/${of}/stock-movements`, { token: 'staff', headers, body });
  const known = key();
  expect(await book({})).toBe(400);
  expect(await book(key(), '{')).toBe(400);
  expect(await book(key(), receipt, 'nowhere')).toBe(404);
  expect(await book(key(), { reason: 'damage', change: -2_000_000_000 })).toBe(409);
  expect(await book({ ...key(), ...packed }, '{}')).toBe(415);
  for (const bytes of [70_000, 10_500_000]) expect(await book(key(), ' '.repeat(bytes))).toBe(413);
  expect([await book(known), await book(known), await book(known, { reason: 'receipt', change: 1 })]).toEqual([201, 201, 422]);
  expect(await sendDescribed('GET', `/catalogue/products/${sku}/stock-movements?cursor=x`, { token: 'staff' })).toBe(400);
  expect(await sendDescribed('GET', '/catalogue/products/nowhere/stock-movements', { token: 'staff' })).toBe(404);
  for (const path of ['/products/999999', '/orders/999999']) expect(await sendDescribed('GET', path, customer)).toBe(404);
  const order = (body: unknown, headers: Record<string, string> = key()) =>
    sendDescribed('POST', '/orders', { ...customer, headers, body });
  expect(await order({ items }, {})).toBe(400);
  expect(await order('{')).toBe(400);
  const once = key();
  expect(await order({ items }, once)).toBe(201);
  expect(await order({ items: [{ productId, quantity: 2 }] }, once)).toBe(422);
  expect(await order({ items: [{ productId: 999_999, quantity: 1 }] })).toBe(422);
  expect(await order({ items: [{ productId, quantity: 1000 }] })).toBe(409);
  expect(await order({ items, expectedTotalInCents: 0 })).toBe(409);
  const limited: HttpHandler = await freshFunction('placeOrder', { MAX_PENDING_ORDERS: '1' });
  api.replaced.set('placeOrder', limited);
  expect(await order({ items })).toBe(409);
  api.replaced.clear();
  expect(await sendDescribed('POST', '/orders/999999/cancel', customer)).toBe(404);
  expect(await sendDescribed('POST', `/orders/${shippedId}/cancel`, customer)).toBe(409);
  const advance = (id: number, body: unknown) => sendDescribed('POST', `/orders/${id}/advance`, { token: 'staff', body });
  expect(await advance(999_999, { status: 'shipped' })).toBe(404);
  expect(await advance(shippedId, { status: 'pending' })).toBe(409);
  expect(await advance(shippedId, '{')).toBe(400);
  const register = (body: unknown, headers = {}) => sendDescribed('PUT', '/customers/me', { ...customer, headers, body });
  expect(await register({ ...ada, email: 'new@example.com' })).toBe(409);
  expect(await register('{')).toBe(400);
  expect(await register('{}', packed)).toBe(415);
  for (const bytes of [70_000, 10_500_000]) expect(await register(' '.repeat(bytes))).toBe(413);
  expect(await sendDescribed('DELETE', '/customers/me', customer)).toBe(409);
  const [strict, pendingId] = [await freshFunction('advanceOrder', { UNPAID_ORDER_MINUTES: '1' }), orderId];
  api.replaced.set('advanceOrder', strict);
  const { sequelize } = await ownerDatabase();
  await sequelize.query("update orders set status = 'pending', paid_in_cents = 0 where id = $1", { bind: [pendingId] });
  expect(await advance(pendingId, { status: 'processing' })).toBe(409);
  api.replaced.clear();
  const cancel = (id: number, body: unknown, headers = {}) =>
    sendDescribed('POST', `/fulfilment/orders/${id}/cancel`, { token: 'staff', headers, body });
  expect(await sendDescribed('GET', '/fulfilment/orders?cursor=x', { token: 'staff' })).toBe(400);
  expect(await sendDescribed('GET', '/fulfilment/orders/999999', { token: 'staff' })).toBe(404);
  expect(await cancel(999_999, { reason: 'Damaged' })).toBe(404);
  expect(await cancel(shippedId, { reason: 'Damaged' })).toBe(409);
  expect(await cancel(shippedId, '{')).toBe(400);
  expect(await cancel(shippedId, '{}', packed)).toBe(415);
  for (const bytes of [70_000, 10_500_000]) expect(await cancel(shippedId, ' '.repeat(bytes))).toBe(413);
  const pay = (id: number, body: unknown) => sendDescribed('POST', `/orders/${id}/payments`, { token: 'staff', body });
  expect(await pay(999_999, payment('nowhere'))).toBe(404);
  expect(await pay(shippedId, { ...payment('refund'), kind: 'refund' })).toBe(409);
  expect([await pay(shippedId, payment('once')), await pay(shippedId, payment('once'))]).toEqual([201, 201]);
  expect(await pay(shippedId, { ...payment('once'), amountInCents: 1 })).toBe(422);
  expect(await pay(shippedId, '{')).toBe(400);
  expect(await sendDescribed('POST', `/orders/${shippedId}/payments`, { token: 'staff', headers: packed, body: '{}' })).toBe(415);
  for (const bytes of [70_000, 10_500_000]) expect(await pay(shippedId, ' '.repeat(bytes))).toBe(413);
  expect(await order('{}', packed)).toBe(415);
  expect(await sendDescribed('POST', `/orders/${shippedId}/advance`, { token: 'staff', headers: packed, body: '{}' })).toBe(415);
  for (const bytes of [70_000, 10_500_000]) {
    expect(await advance(shippedId, ' '.repeat(bytes))).toBe(413);
    expect(await order(' '.repeat(bytes))).toBe(413);
  }
});

it('returns the described responses if Lambda, the database or the code fails', async () => {
  // Sends the requests concurrently, because some of these responses take long.
  const all = (status: number) =>
    Promise.all(
      goodRequests()
        .filter(([, path]) => typeof api.weather === 'string' || (path !== '/docs' && path !== '/openapi.json'))
        .map(async ([method, path, asked]) => expect(await sendDescribed(method, path, asked), path).toBe(status)),
    );
  api.weather = 'throttled';
  await all(503);
  api.weather = 'crashing';
  await all(500);
  api.weather = { remainingMs: 501 };
  // Holds all connections of the pool, so that no request gets one in time.
  const { connectionManager } = (await database()).sequelize;
  const held = await Promise.all(Array.from({ length: config().poolMax }, () => connectionManager.getConnection({ type: 'write' })));
  await all(503);
  for (const connection of held) connectionManager.releaseConnection(connection);
  const nobody = new URL(process.env['DATABASE_URL'] ?? '');
  nobody.password = 'rotated';
  for (const name of api.functionNames.filter((name) => name !== 'docs' && name !== 'openapi')) {
    const handler: HttpHandler = await freshFunction(name, { DATABASE_URL: nobody.href, POWERTOOLS_LOG_LEVEL: 'SILENT' });
    api.replaced.set(name, handler);
  }
  // On a busy machine, an invocation may run out of time before the server rejects the password. So each round allows twice the time of the round before.
  const isMissing = (kind: string) => / 503 database-unavailable$/.test(kind) && !seen.has(kind);
  for (let remainingMs = 2_500; remainingMs <= 20_000 && describedKinds().some(isMissing); remainingMs *= 2) {
    api.weather = { remainingMs };
    await all(503);
  }
  api.replaced.clear();
  // Allows enough time even on a busy machine, so that the response shows the bug instead of a timeout.
  api.weather = { remainingMs: 25_000 };
  const { sequelize } = await ownerDatabase();
  for (const table of ['products', 'orders', 'users']) await sequelize.query(`alter table ${table} rename to ${table}_gone`);
  await all(500);
});

it('returned every described response in the tests above, except the 429 of a deployed gateway', () => {
  const shown = describedKinds().filter((kind) => !/^\w+ 429\b/.test(kind));
  expect(shown.filter((kind) => !seen.has(kind))).toEqual([]);
  const { status, headers, body } = gatewayAnswer(429, 'Too Many Requests');
  for (const operation of operations) {
    expect(undescribed(operation, { status, headers: Object.fromEntries(headers), body: body.toString() })).toEqual([]);
  }
});

it.each([
  [{ status: 418, headers: {}, body: '' }, /418, which is not described/],
  [{ status: 200, headers: { 'content-type': 'text/html' }, body: '' }, /the type text\/html, which is not described/],
  [
    { status: 200, headers: { 'content-type': 'application/json', 'X-New': '1' }, body: '{"items":[],"nextCursor":null}' },
    /the header x-new/,
  ],
  [
    { status: 200, headers: { 'content-type': 'application/json' }, body: '{"items":[{"id":1}],"nextCursor":null}' },
    /not as described: .*name/,
  ],
  [{ status: 200, headers: { 'content-type': 'application/json' }, body: '{"items":[],"nextCursor":null,"more":1}' }, /not as described/],
])('finds undescribed parts in %j', (answered, fault) => {
  const [listProducts] = operations.filter(({ id }) => id === 'listProducts');
  if (!listProducts) throw new Error('GET /products is not described');
  expect(undescribed(listProducts, answered).join()).toMatch(fault);
});
