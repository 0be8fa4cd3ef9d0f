import { beforeAll, expect, it } from 'vitest';
import { handler as getOrder } from '../../functions/getOrder.ts';
import { handler as listOrders } from '../../functions/listOrders.ts';
import { call } from '../support/call.ts';
import { makeCustomer, makeProducts } from '../support/make.ts';
import { placeOrder } from '../support/orderCalls.ts';
import { ownerDatabase } from '../support/ownerDatabase.ts';
import { statementsOf } from '../support/statements.ts';

let subject: string;
let ids: number[];

beforeAll(async () => {
  subject = (await makeCustomer()).authSubject;
  const products = await makeProducts(3, { stockQuantity: 1_000 });
  const items = products.map(({ id }) => ({ productId: id, quantity: 1 }));
  ids = [];
  for (let order = 0; order < 51; order++) {
    const { json } = await placeOrder(subject, items, `order ${order}`);
    ids.unshift(json.id);
  }
});

it('returns 50 orders with lines and products, newest first, in one statement', async () => {
  const { result, sent } = await statementsOf(() => call(listOrders, { subject, query: { limit: '50' } }));
  expect(result.status).toBe(200);
  expect(result.json.items.map(({ id }: { id: number }) => id)).toEqual(ids.slice(0, 50));
  expect(result.json.items.every(({ lineItems }: { lineItems: unknown[] }) => lineItems.length === 3)).toBe(true);
  expect(sent).toHaveLength(1);
});

it('returns an order exactly as the history lists it, in two statements', async () => {
  const [newest] = (await call(listOrders, { subject, query: { limit: '1' } })).json.items;
  const { result, sent } = await statementsOf(() => call(getOrder, { subject, path: { orderId: String(newest.id) } }));
  expect(result.json).toEqual(newest);
  expect(newest.lineItems[0]).toEqual({
    productId: expect.any(Number),
    quantity: 1,
    unitPriceInCents: 100,
    product: { id: newest.lineItems[0].productId, name: 'Teapot 0', priceInCents: 100 },
  });
  expect(sent).toHaveLength(2);
});

it.each([
  [{}, 'WyJXaU50X0RhQklINHgiLHsiaWQiOjN9XQ'],
  [{ status: 'pending' }, 'WyJ6azMwdWpFT21CMWIiLHsiaWQiOjN9XQ'],
])('accepts a cursor that an earlier release created for the filter %j', async (filter, cursor) => {
  const { status, json } = await call(listOrders, { subject, query: { ...filter, cursor } });
  expect(status).toBe(200);
  expect(json.items.every(({ id }: { id: number }) => id < 3)).toBe(true);
});

it('returns a page in two statements if the request has a cursor or a status', async () => {
  const { nextCursor: cursor } = (await call(listOrders, { subject, query: { limit: '1' } })).json;
  for (const query of [{ cursor }, { status: 'pending' }]) {
    const { result, sent } = await statementsOf(() => call(listOrders, { subject, query: { limit: '1', ...query } }));
    expect(result.json.items).toHaveLength(1);
    expect(sent).toHaveLength(2);
  }
});

it('writes an order of the history exactly as JSON.stringify would', async () => {
  const db = await ownerDatabase();
  const customer = await makeCustomer();
  const [product] = await makeProducts(1);
  const items = [{ productId: product?.id, quantity: 1 }];
  for (const [key, more] of Object.entries({ plain: {}, discounted: { discountCode: 'SPRING_1' } })) {
    const { json } = await placeOrder(customer.authSubject, items, key, more);
    for (const time of ['2026-01-31 12:34:56+00', '2026-01-31 12:34:56.1+00', '2026-01-31 12:34:56.789012+00']) {
      await db.sequelize.query('update orders set created_at = $1, updated_at = $1 where id = $2', { bind: [time, json.id] });
      const { json: alone } = await call(getOrder, { subject: customer.authSubject, path: { orderId: String(json.id) } });
      const page = await call(listOrders, { subject: customer.authSubject, query: { limit: '1' } });
      const { id, status, totalInCents, discountCode, createdAt, updatedAt, paidInCents, lineItems } = alone;
      const before = { id, status, totalInCents, discountCode, createdAt, updatedAt, paidInCents };
      const order = { ...before, deliveryAddress: null, tracking: null, lineItems };
      expect(page.text).toContain(`{"items":[${JSON.stringify(order)}],"nextCursor":`);
    }
  }
});

it('returns every order once over all pages, even while new orders arrive', async () => {
  const other = await makeCustomer();
  const [product] = await makeProducts(1);
  const place = async () => (await placeOrder(other.authSubject, [{ productId: product?.id, quantity: 1 }])).json.id;
  const placed: number[] = [];
  for (let order = 0; order < 5; order++) placed.unshift(await place());
  const seen: number[] = [];
  let cursor: string | null = null;
  do {
    const page = await call(listOrders, { subject: other.authSubject, query: { limit: '2', ...(cursor && { cursor }) } });
    seen.push(...page.json.items.map(({ id }: { id: number }) => id));
    cursor = page.json.nextCursor;
    await place();
  } while (cursor);
  expect(seen).toEqual(placed);
});

it('filters by status', async () => {
  const db = await ownerDatabase();
  await db.Order.update({ status: 'shipped' }, { where: { id: ids[3] } });
  const { json } = await call(listOrders, { subject, query: { status: 'shipped' } });
  expect(json).toMatchObject({ items: [{ id: ids[3], status: 'shipped' }], nextCursor: null });
  expect((await call(listOrders, { subject, query: { status: 'cancelled' } })).json).toEqual({ items: [], nextCursor: null });
});

it("returns 404 for another customer's order, and does not list it", async () => {
  const other = await makeCustomer();
  expect(await call(getOrder, { subject: other.authSubject, path: { orderId: String(ids[0]) } })).toMatchObject({
    status: 404,
    json: { code: 'not-found' },
  });
  expect((await call(listOrders, { subject: other.authSubject })).json).toEqual({ items: [], nextCursor: null });
});

it("returns a line's product even if it has become inactive", async () => {
  const db = await ownerDatabase();
  const customer = await makeCustomer();
  const [product] = await makeProducts(1);
  const { json } = await placeOrder(customer.authSubject, [{ productId: product?.id, quantity: 1 }]);
  await db.Product.update({ isActive: false }, { where: { id: product?.id ?? 0 } });
  expect((await call(getOrder, { subject: customer.authSubject, path: { orderId: String(json.id) } })).json).toEqual(json);
});

it.each([
  ['unknown', '999999999', 404],
  ['beyond 2^53', '9223372036854775808', 422],
  ['zero', '0', 422],
  ['not a number', 'abc', 422],
  ['fractional', '1.5', 422],
])('an order ID that is %s returns %i', async (_, orderId, status) => {
  const answer = await call(getOrder, { subject, path: { orderId } });
  expect(answer.status).toBe(status);
  if (status === 422) expect(answer.json.errors).toEqual([{ path: '/path/orderId', message: expect.any(String) }]);
});

it.each([
  ['limit', '0'],
  ['limit', '101'],
  ['limit', 'ten'],
  ['status', 'lost'],
  ['page', '2'],
])('rejects %s=%s', async (name, value) => {
  expect(await call(listOrders, { subject, query: { [name]: value } })).toMatchObject({
    status: 422,
    json: { errors: [{ path: `/query/${name}` }] },
  });
});

it('rejects an unknown customer and a request without a token', async () => {
  expect(await call(listOrders, { subject: 'nobody', query: { status: 'pending' } })).toMatchObject({ status: 403 });
  for (const handler of [listOrders, getOrder]) {
    const path = handler === getOrder ? { path: { orderId: '1' } } : {};
    expect(await call(handler, { subject: 'nobody', ...path })).toMatchObject({ status: 403, json: { code: 'unknown-customer' } });
    expect(await call(handler, path)).toMatchObject({ status: 401, json: { code: 'unauthorized' } });
  }
});
