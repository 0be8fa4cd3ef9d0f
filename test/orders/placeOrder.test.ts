import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { handler } from '../../functions/placeOrder.ts';
import { withDatabase } from '../../lib/database/withDatabase.ts';
import { placeOrder as placeIn } from '../../lib/orders/placeOrder.ts';
import { call } from '../support/call.ts';
import { makeCustomer, makeProduct, makeProducts, ordersOf, stockOf } from '../support/make.ts';
import { placeOrder } from '../support/orderCalls.ts';
import { ownerDatabase } from '../support/ownerDatabase.ts';
import { statementsOf } from '../support/statements.ts';

it('returns 201 with the sum of the lines as the total, and reduces the stock', async () => {
  const customer = await makeCustomer();
  const [teapot, cup] = await Promise.all([
    makeProduct({ priceInCents: 2_500, stockQuantity: 5 }),
    makeProduct({ name: 'Cup', priceInCents: 399 }),
  ]);
  const items = [
    { productId: cup.id, quantity: 3 },
    { productId: teapot.id, quantity: 2 },
  ];
  const { status, headers, json } = await placeOrder(customer.authSubject, items, 'first', { discountCode: 'SPRING-1' });
  expect(status).toBe(201);
  expect(headers).toMatchObject({ Location: `orders/${json.id}`, 'Content-Type': 'application/json' });
  expect(json).toEqual({
    id: expect.any(Number),
    status: 'pending',
    totalInCents: 2 * 2_500 + 3 * 399,
    discountCode: 'SPRING-1',
    paidInCents: 0,
    deliveryAddress: null,
    tracking: null,
    createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    updatedAt: json.createdAt,
    lineItems: [
      { productId: teapot.id, quantity: 2, unitPriceInCents: 2_500, product: { id: teapot.id, name: 'Teapot', priceInCents: 2_500 } },
      { productId: cup.id, quantity: 3, unitPriceInCents: 399, product: { id: cup.id, name: 'Cup', priceInCents: 399 } },
    ].sort((a, b) => a.productId - b.productId),
  });
  expect(await stockOf(teapot.id)).toBe(3);
  expect(await stockOf(cup.id)).toBe(7);
});

it.each([1, 100])('takes one statement for an order of %i lines', async (lines) => {
  const customer = await makeCustomer();
  const products = await makeProducts(lines);
  const items = products.map(({ id }) => ({ productId: id, quantity: 1 }));
  const { result, sent } = await statementsOf(() => placeOrder(customer.authSubject, items));
  expect(result.status).toBe(201);
  expect(sent).toHaveLength(1);
});

it('returns a replay for the same key and body, and takes no more stock', async () => {
  const customer = await makeCustomer();
  const [teapot, cup] = [await makeProduct({ stockQuantity: 5 }), await makeProduct({ stockQuantity: 5 })];
  const place = (body: unknown) => call(handler, { subject: customer.authSubject, headers: { 'Idempotency-Key': 'again' }, body });
  const first = await place({
    items: [
      { productId: teapot.id, quantity: 2 },
      { productId: cup.id, quantity: 1 },
    ],
  });
  // This body has the same meaning: its lines and fields are in another order, and null replaces a missing field.
  const { result: second, sent } = await statementsOf(() =>
    place(`{"discountCode":null,"items":[{"quantity":1,"productId":${cup.id}},{"quantity":2,"productId":${teapot.id}}]}`),
  );
  expect(first.headers).not.toHaveProperty('Idempotency-Replayed');
  expect(second.status).toBe(201);
  expect(second.headers).toMatchObject({ 'Idempotency-Replayed': 'true', Location: `orders/${first.json.id}` });
  expect(second.json).toEqual(first.json);
  expect(await stockOf(teapot.id)).toBe(3);
  expect(sent).toHaveLength(2);
});

it('rejects a key that was used for another body', async () => {
  const customer = await makeCustomer();
  const teapot = await makeProduct({ stockQuantity: 5 });
  const place = (quantity: number) => placeOrder(customer.authSubject, [{ productId: teapot.id, quantity }], 'reused');
  await place(1);
  const { result, sent } = await statementsOf(() => place(2));
  expect(result).toMatchObject({ status: 422, json: { code: 'idempotency-key-reused' } });
  expect(sent).toHaveLength(2);
  expect(await stockOf(teapot.id)).toBe(4);
});

it('accepts the same key from another customer', async () => {
  const [one, other] = [await makeCustomer(), await makeCustomer()];
  const teapot = await makeProduct();
  const items = [{ productId: teapot.id, quantity: 1 }];
  expect((await placeOrder(one.authSubject, items, 'shared')).status).toBe(201);
  const second = await placeOrder(other.authSubject, items, 'shared');
  expect(second.status).toBe(201);
  expect(second.headers).not.toHaveProperty('Idempotency-Replayed');
});

it('takes no stock if any line exceeds the stock, and lists every such line with the available stock', async () => {
  const customer = await makeCustomer();
  const [plenty, few, none] = [
    await makeProduct({ stockQuantity: 9 }),
    await makeProduct({ stockQuantity: 2 }),
    await makeProduct({ stockQuantity: 0 }),
  ];
  const items = [plenty, few, none].map(({ id }) => ({ productId: id, quantity: 3 }));
  const { result, sent } = await statementsOf(() => placeOrder(customer.authSubject, items, 'short'));
  expect(result).toMatchObject({ status: 409, json: { code: 'insufficient-stock' } });
  expect(result.json.shortages).toEqual([
    { productId: few.id, requested: 3, available: 2 },
    { productId: none.id, requested: 3, available: 0 },
  ]);
  expect(sent).toHaveLength(3);
  expect(await stockOf(plenty.id)).toBe(9);
  expect(await ordersOf(customer.id)).toBe(0);
});

it('leaves the key of a rejected order unused', async () => {
  const customer = await makeCustomer();
  const teapot = await makeProduct({ stockQuantity: 0 });
  const items = [{ productId: teapot.id, quantity: 1 }];
  expect((await placeOrder(customer.authSubject, items, 'retry')).status).toBe(409);
  await teapot.update({ stockQuantity: 1 });
  expect((await placeOrder(customer.authSubject, items, 'retry')).status).toBe(201);
});

it('lists every unknown or inactive product, even if other lines exceed the stock', async () => {
  const customer = await makeCustomer();
  const [short, inactive] = [await makeProduct({ stockQuantity: 0 }), await makeProduct({ isActive: false })];
  const unknown = Number.MAX_SAFE_INTEGER;
  const items = [short.id, inactive.id, unknown].map((productId) => ({ productId, quantity: 1 }));
  const answer = await placeOrder(customer.authSubject, items, 'unknown');
  expect(answer).toMatchObject({ status: 422, json: { code: 'unknown-product', productIds: [inactive.id, unknown] } });
});

it('rejects a token whose subject has no customer, and takes no stock', async () => {
  const teapot = await makeProduct({ stockQuantity: 5 });
  const { result, sent } = await statementsOf(() => placeOrder('nobody', [{ productId: teapot.id, quantity: 1 }], 'stranger'));
  expect(result).toMatchObject({ status: 403, json: { code: 'unknown-customer' } });
  expect(sent).toHaveLength(3);
  expect(await stockOf(teapot.id)).toBe(5);
});

it('finds the order by its key when the response to the commit was lost, and places no second order', async () => {
  const customer = await makeCustomer();
  const teapot = await makeProduct({ stockQuantity: 5 });
  let tries = 0;
  const { order } = await withDatabase(async (db) => {
    tries++;
    const content = {
      items: [{ productId: teapot.id, quantity: 1 }],
      discountCode: null,
      deliveryAddress: null,
      expectedTotalInCents: null,
    };
    const placed = await placeIn(db, { customer: customer.authSubject, idempotencyKey: 'lost', requestId: 'one', ...content });
    if (tries === 1) throw Object.assign(new Error('lost on the way'), { code: 'ECONNRESET' });
    return placed;
  });
  expect(tries).toBe(2);
  expect(order).toMatchObject({ totalInCents: 1_999 });
  expect(await ordersOf(customer.id)).toBe(1);
  expect(await stockOf(teapot.id)).toBe(4);
});

it('computes the total of the largest possible order exactly', async () => {
  const customer = await makeCustomer();
  const db = await ownerDatabase();
  const rows = Array.from({ length: 100 }, () => ({ sku: randomUUID(), name: 'Dear', priceInCents: 2_147_483_647, stockQuantity: 1_000 }));
  const products = await db.Product.bulkCreate(rows, { returning: true });
  const items = products.map(({ id }) => ({ productId: id, quantity: 1_000 }));
  expect(await placeOrder(customer.authSubject, items, 'huge')).toMatchObject({ status: 201, json: { totalInCents: 214_748_364_700_000 } });
});
