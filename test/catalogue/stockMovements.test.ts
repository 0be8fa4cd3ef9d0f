import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { handler as getCatalogueProduct } from '../../functions/catalogue/getCatalogueProduct.ts';
import { handler as listStockMovements } from '../../functions/catalogue/listStockMovements.ts';
import { handler as putProduct } from '../../functions/catalogue/putProduct.ts';
import { handler as recordStockMovement } from '../../functions/catalogue/recordStockMovement.ts';
import { productsAstray } from '../support/books.ts';
import { call } from '../support/call.ts';
import { makeCustomer, makeProduct, stockOf } from '../support/make.ts';
import { makeOrder } from '../support/makeOrder.ts';
import { advanceOrder, cancelOrder, placeOrder } from '../support/orderCalls.ts';
import { statementsOf } from '../support/statements.ts';
import { book, movementsOf } from '../support/stockCalls.ts';

const most = 2_147_483_647;
const [scope, subject] = ['catalogue:write', 'staff'];
const customer = (await makeCustomer()).authSubject;

const list = (sku: string, query: Record<string, string> = {}) => call(listStockMovements, { scope, path: { sku }, query });
const place = (productId: number, quantity: number) => placeOrder(customer, [{ productId, quantity }]);

afterAll(async () => expect(await productsAstray()).toEqual([]));

it('books a receipt: 201 and a higher stock, in one statement', async () => {
  const { id: productId, sku } = await makeProduct({ stockQuantity: 10 });
  const { result, sent } = await statementsOf(() => book(sku, { reason: 'receipt', change: 24, note: 'Delivery 1182' }));
  expect(result).toMatchObject({ status: 201, headers: { 'Cache-Control': 'no-store' } });
  expect(result.headers).not.toHaveProperty('Idempotency-Replayed');
  expect(result.json).toEqual({
    ...{ id: expect.any(Number), productId, reason: 'receipt', change: 24, note: 'Delivery 1182', balance: 34, actor: subject },
    createdAt: expect.stringMatching(/Z$/),
  });
  expect(sent).toHaveLength(1);
  expect(await stockOf(productId)).toBe(34);
});

it.each([
  [{ reason: 'receipt', change: 3 }, 3, 13],
  [{ reason: 'return', change: 1 }, 1, 11],
  [{ reason: 'damage', change: -10 }, -10, 0],
  [{ reason: 'correction', change: -4 }, -4, 6],
  [{ reason: 'correction', change: 4, note: null }, 4, 14],
  [{ reason: 'count', countedQuantity: 0 }, -10, 0],
  [{ reason: 'count', countedQuantity: 12 }, 2, 12],
  [{ reason: 'count', countedQuantity: 10 }, 0, 10],
])('books %j on a stock of 10', async (body, change, balance) => {
  const { id, sku } = await makeProduct({ stockQuantity: 10 });
  expect(await book(sku, body)).toMatchObject({ status: 201, json: { change, balance, note: null } });
  expect(await stockOf(id)).toBe(balance);
});

it.each([
  [{}, '/body/reason'],
  [{ reason: 'opening', change: 1 }, '/body/reason'],
  [{ reason: 'receipt' }, '/body/change'],
  [{ reason: 'receipt', change: 0 }, '/body/change'],
  [{ reason: 'receipt', change: -1 }, '/body/change'],
  [{ reason: 'return', change: -1 }, '/body/change'],
  [{ reason: 'damage', change: 1 }, '/body/change'],
  [{ reason: 'correction', change: 0 }, '/body/change'],
  [{ reason: 'correction', change: 1.5 }, '/body/change'],
  [{ reason: 'correction', change: '1' }, '/body/change'],
  [{ reason: 'receipt', change: most + 1 }, '/body/change'],
  [{ reason: 'damage', change: -most - 1 }, '/body/change'],
  [{ reason: 'receipt', change: 1, countedQuantity: 1 }, '/body/countedQuantity'],
  [{ reason: 'count', countedQuantity: -1 }, '/body/countedQuantity'],
  [{ reason: 'count', countedQuantity: most + 1 }, '/body/countedQuantity'],
  [{ reason: 'count' }, '/body/countedQuantity'],
  [{ reason: 'count', countedQuantity: 1, change: 1 }, '/body/change'],
  [{ reason: 'receipt', change: 1, note: '' }, '/body/note'],
  [{ reason: 'receipt', change: 1, note: 'x'.repeat(501) }, '/body/note'],
  [{ reason: 'receipt', change: 1, note: 'a\0' }, '/body/note'],
])('rejects %j at %s', async (body, path) => {
  const { id, sku } = await makeProduct({ stockQuantity: 10 });
  expect((await book(sku, body)).json).toMatchObject({ status: 422, code: 'invalid-request', errors: [{ path }] });
  expect(await stockOf(id)).toBe(10);
  expect(await movementsOf(id)).toBe(1);
});

it('needs an idempotency key, an existing product, and a token with the scope and a valid subject', async () => {
  const { sku } = await makeProduct();
  const [path, body, headers] = [{ sku }, { reason: 'receipt', change: 1 }, { 'Idempotency-Key': 'k' }];
  expect(await call(recordStockMovement, { scope, subject, path, body })).toMatchObject({
    status: 400,
    json: { code: 'idempotency-key-missing' },
  });
  expect((await call(recordStockMovement, { path, body, headers })).status).toBe(401);
  expect((await call(recordStockMovement, { subject: '', scope, path, body, headers })).status).toBe(401);
  expect((await call(recordStockMovement, { subject, scope: 'orders:fulfil', path, body, headers })).status).toBe(403);
  for (const subject of ['x'.repeat(256), 'a\0'])
    expect(await call(recordStockMovement, { subject, scope, path, body, headers })).toMatchObject({
      status: 403,
      json: { code: 'forbidden' },
    });
  expect((await call(recordStockMovement, { subject: '🫖'.repeat(255), scope, path, body, headers })).status).toBe(201);
  expect((await call(listStockMovements, { path })).status).toBe(401);
  expect((await call(listStockMovements, { subject, scope: 'orders:fulfil', path })).status).toBe(403);
  const { result, sent } = await statementsOf(() => book(randomUUID(), body));
  expect(result).toMatchObject({ status: 404, json: { code: 'not-found' } });
  expect(sent).toHaveLength(3);
  expect(await list(randomUUID())).toMatchObject({ status: 404, json: { code: 'not-found' } });
});

it('books a movement of an inactive product, and does not change the product’s version', async () => {
  const { sku } = await makeProduct({ isActive: false });
  const read = () => call(getCatalogueProduct, { scope, path: { sku } });
  const before = await read();
  expect((await book(sku, { reason: 'receipt', change: 5 })).status).toBe(201);
  const after = await read();
  expect(after).toMatchObject({ json: { stockQuantity: 15, version: 0 }, headers: { ETag: before.headers['ETag'] } });
  expect(after.json.updatedAt > before.json.updatedAt).toBe(true);
});

describe('a stock', () => {
  it('never falls below 0: the error names the shortage, and nothing is booked', async () => {
    const { id: productId, sku } = await makeProduct({ stockQuantity: 10 });
    const { result, sent } = await statementsOf(() => book(sku, { reason: 'damage', change: -11 }));
    expect(result.json).toMatchObject({
      ...{ status: 409, code: 'insufficient-stock', shortages: [{ productId, requested: 11, available: 10 }] },
    });
    expect(sent).toHaveLength(3);
    expect(await movementsOf(productId)).toBe(1);
    expect((await book(sku, { reason: 'damage', change: -10 })).json.balance).toBe(0);
  });

  it('never exceeds 2,147,483,647', async () => {
    const { id, sku } = await makeProduct({ stockQuantity: 10 });
    expect((await book(sku, { reason: 'receipt', change: most })).json).toMatchObject({
      ...{ status: 422, code: 'invalid-request', errors: [{ path: '/body/change', message: expect.stringContaining(String(most)) }] },
    });
    expect((await book(sku, { reason: 'receipt', change: most - 10 })).json).toMatchObject({ balance: most });
    expect((await book(sku, { reason: 'receipt', change: 1 })).status).toBe(422);
    expect(await stockOf(id)).toBe(most);
  });

  it('never exceeds 2,147,483,647, even if all open orders are cancelled later', async () => {
    const { id, sku } = await makeProduct({ stockQuantity: 10 });
    const { json: order } = await place(id, 4);
    for (const [body, path] of [
      [{ reason: 'count', countedQuantity: most - 3 }, '/body/countedQuantity'],
      [{ reason: 'receipt', change: most - 9 }, '/body/change'],
    ] as const)
      expect((await book(sku, body)).json).toMatchObject({ status: 422, code: 'invalid-request', errors: [{ path }] });
    expect(await stockOf(id)).toBe(6);
    expect((await book(sku, { reason: 'count', countedQuantity: most - 4 })).status).toBe(201);
    expect((await cancelOrder(customer, order.id)).status).toBe(200);
    expect(await stockOf(id)).toBe(most);
  });
});

describe('an idempotency key', () => {
  it('of a booked movement returns this movement as a replay, and books no second one', async () => {
    const [{ id, sku }, key] = [await makeProduct({ stockQuantity: 10 }), randomUUID()];
    const first = await book(sku, { reason: 'count', countedQuantity: 12 }, key);
    await place(id, 5);
    const { result, sent } = await statementsOf(() => book(sku, { countedQuantity: 12, reason: 'count', note: null }, key));
    expect(result).toMatchObject({ status: 201, json: first.json, headers: { 'Idempotency-Replayed': 'true' } });
    expect(sent).toHaveLength(2);
    expect(await stockOf(id)).toBe(7);
    expect(await movementsOf(id)).toBe(2);
  });

  it('of a booked damage returns this damage as a replay, even if no stock is left', async () => {
    const [{ sku }, key] = [await makeProduct({ stockQuantity: 3 }), randomUUID()];
    expect((await book(sku, { reason: 'damage', change: -3 }, key)).status).toBe(201);
    expect((await book(sku, { reason: 'damage', change: -3 }, key)).headers['Idempotency-Replayed']).toBe('true');
    expect((await book(sku, { reason: 'damage', change: -3 })).status).toBe(409);
  });

  it('is rejected with other content, but accepted from another actor', async () => {
    const [{ sku }, other, key] = [await makeProduct(), await makeProduct(), randomUUID()];
    const body = { reason: 'correction', change: 1 };
    expect((await book(sku, body, key)).status).toBe(201);
    for (const [at, of] of [
      [sku, { ...body, change: 2 }],
      [sku, { ...body, note: 'x' }],
      [sku, { ...body, reason: 'receipt' }],
      [sku, { reason: 'count', countedQuantity: 1 }],
      [other.sku, body],
    ] as const)
      expect((await book(at, of, key)).json).toMatchObject({ status: 422, code: 'idempotency-key-reused' });
    expect((await book(sku, body, key, 'staff-2')).headers).not.toHaveProperty('Idempotency-Replayed');
    expect(await movementsOf(other.id)).toBe(1);
  });
});

it('lists movements newest first, page by page, in three statements', async () => {
  const { id, sku } = await makeProduct({ stockQuantity: 10 });
  for (let turn = 1; turn <= 4; turn++) await book(sku, { reason: 'receipt', change: turn });
  const { result, sent } = await statementsOf(() => list(sku));
  expect(sent).toHaveLength(3);
  expect(result.json).toMatchObject({ stockQuantity: 20, reservedQuantity: 0, nextCursor: null });
  expect(result.json.items.map(({ reason, change, balance }: Record<string, unknown>) => [reason, change, balance])).toEqual([
    ...[4, 3, 2, 1].map((turn) => ['receipt', turn, 10 + (turn * (turn + 1)) / 2]),
    ['opening', 10, 10],
  ]);
  expect(result.json.items.at(-1)).toMatchObject({ productId: id, actor: null, note: null });
  const first = await list(sku, { limit: '3' });
  expect(first.headers['Link']).toContain('rel="next"');
  const second = await list(sku, { limit: '3', cursor: first.json.nextCursor });
  expect([...first.json.items, ...second.json.items]).toEqual(result.json.items);
  expect(second.json.nextCursor).toBeNull();
  for (const query of [{ limit: '0' }, { limit: '201' }, { reason: 'count' }]) expect((await list(sku, query)).status).toBe(422);
  expect((await list(sku, { cursor: 'x' })).status).toBe(400);
});

it('lists no movement of a product that never had stock', async () => {
  const sku = randomUUID();
  expect((await call(putProduct, { method: 'PUT', scope, path: { sku }, body: { name: 'Teapot', priceInCents: 1 } })).status).toBe(201);
  expect((await list(sku)).json).toEqual({ stockQuantity: 0, reservedQuantity: 0, items: [], nextCursor: null });
});

it('reservedQuantity counts the units of pending and processing orders, but not of shipped and cancelled orders', async () => {
  const { id, sku } = await makeProduct({ stockQuantity: 100 });
  const [pending, processing, shipped, cancelled] = [await place(id, 1), await place(id, 10), await place(id, 20), await place(id, 40)];
  await advanceOrder(processing.json.id, 'processing');
  for (const status of ['processing', 'shipped']) await advanceOrder(shipped.json.id, status);
  await cancelOrder(customer, cancelled.json.id);
  expect((await list(sku)).json).toMatchObject({ stockQuantity: 69, reservedQuantity: 11 });
  expect(pending.status).toBe(201);
});

it('a stock count books the counted units minus the current stock, after orders have reduced that stock', async () => {
  const { id, sku } = await makeProduct({ stockQuantity: 10 });
  await place(id, 3);
  expect((await book(sku, { reason: 'count', countedQuantity: 8 })).json).toMatchObject({ change: 1, balance: 8 });
});

it('an order that the helper makeOrder writes without the API changes no stock, and the books stay consistent', async () => {
  const [{ id }, user] = [await makeProduct({ stockQuantity: 2 }), await makeCustomer()];
  await makeOrder(user.id, [id]);
  expect(await stockOf(id)).toBe(2);
});
