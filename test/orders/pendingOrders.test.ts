import { expect, it, vi } from 'vitest';
import { makeCustomer, makeProduct, ordersOf, stockOf } from '../support/make.ts';
import { advanceOrder, cancelOrder, placeOrder } from '../support/orderCalls.ts';
import { statementsOf } from '../support/statements.ts';
import { withoutTimeLimits } from '../support/timeLimits.ts';

vi.hoisted(() => Object.assign(process.env, { DATABASE_POOL_MAX: '16', MAX_PENDING_ORDERS: '3' }));
withoutTimeLimits();

async function shop() {
  const [customer, teapot] = [await makeCustomer(), await makeProduct({ stockQuantity: 100 })];
  const place = (key?: string, subject = customer.authSubject) => placeOrder(subject, [{ productId: teapot.id, quantity: 1 }], key);
  return { customer, teapot, place };
}

it('places as many pending orders as the limit allows, each in one statement, and rejects one more', async () => {
  const { customer, teapot, place } = await shop();
  for (const key of ['a', 'b', 'c']) {
    const { result, sent } = await statementsOf(() => place(key));
    expect([result.status, sent.length]).toEqual([201, 1]);
  }
  const { result, sent } = await statementsOf(() => place('d'));
  expect(result).toMatchObject({ status: 409, json: { code: 'too-many-pending-orders', limit: 3 } });
  expect(sent).toHaveLength(3);
  expect([await ordersOf(customer.id), await stockOf(teapot.id)]).toEqual([3, 97]);
  // A replay does not count as another order.
  expect(await place('c')).toMatchObject({ status: 201, headers: { 'Idempotency-Replayed': 'true' } });
  expect((await place('d', (await makeCustomer()).authSubject)).status).toBe(201);
});

it('allows a new order after one is processed or cancelled', async () => {
  const { customer, place } = await shop();
  const [first, second] = [await place(), await place(), await place()];
  expect((await place()).status).toBe(409);
  await advanceOrder(first?.json.id, 'processing');
  expect([(await place()).status, (await place()).status]).toEqual([201, 409]);
  await cancelOrder(customer.authSubject, second?.json.id);
  expect([(await place()).status, (await place()).status]).toEqual([201, 409]);
});

it('never exceeds the limit with 64 concurrent orders, in 4 rounds', async () => {
  for (let round = 0; round < 4; round++) {
    const { customer, teapot, place } = await shop();
    const answers = await Promise.all(Array.from({ length: 64 }, () => place()));
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array(3).fill(201), ...Array(61).fill(409)]);
    expect(new Set(answers.map(({ json }) => json.code))).toEqual(new Set([undefined, 'too-many-pending-orders']));
    expect([await ordersOf(customer.id), await stockOf(teapot.id)]).toEqual([3, 97]);
  }
});
