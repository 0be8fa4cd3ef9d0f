import { randomUUID } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { handler as getOrder } from '../../functions/getOrder.ts';
import { handler as listOrders } from '../../functions/listOrders.ts';
import { handler } from '../../functions/payments/recordPayment.ts';
import { call } from '../support/call.ts';
import { makeCustomer, makeProduct } from '../support/make.ts';
import { cancelOrder, placeOrder } from '../support/orderCalls.ts';
import { ownerDatabase } from '../support/ownerDatabase.ts';
import { statementsOf } from '../support/statements.ts';
import { withoutTimeLimits } from '../support/timeLimits.ts';

vi.hoisted(() => Object.assign(process.env, { DATABASE_POOL_MAX: '16' }));
withoutTimeLimits();

async function place() {
  const { authSubject: subject } = await makeCustomer();
  const { id: productId } = await makeProduct({ priceInCents: 2_500, stockQuantity: 5 });
  const { json } = await placeOrder(subject, [{ productId, quantity: 2 }]);
  const path = { orderId: String(json.id) };
  const report = (kind: string, amountInCents: unknown, reference: unknown = randomUUID(), more: object = {}) =>
    call(handler, { subject: 'provider', scope: 'payments:write', path, body: { kind, amountInCents, reference, ...more } });
  const seen = async () => (await call(getOrder, { subject, path })).json;
  return { id: json.id, subject, path, report, seen };
}

/** Returns an order's events, payments and paid amount, and asserts that they agree. */
async function booksOf(orderId: number) {
  const db = await ownerDatabase();
  const events = await db.OrderEvent.findAll({ where: { orderId }, order: ['sequence'], raw: true });
  const payments = await db.Payment.findAll({ where: { orderId }, order: ['id'], raw: true });
  const order = await db.Order.findByPk(orderId, { raw: true });
  const sum = payments.reduce((total, { kind, amountInCents }) => total + (kind === 'payment' ? amountInCents : -amountInCents), 0);
  expect(order?.paidInCents).toBe(sum);
  expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1));
  return { events: events.slice(1).map(({ type, actor, payload }) => ({ type, actor, ...payload })), payments, paidInCents: sum };
}

describe('a payment', () => {
  it('is 201 in one statement, and appears in the order, in the table payments and in an event', async () => {
    const order = await place();
    const { result, sent } = await statementsOf(() => order.report('payment', 5_000, 'provider-1'));
    expect(result).toMatchObject({
      status: 201,
      json: { orderId: order.id, kind: 'payment', amountInCents: 5_000, reference: 'provider-1' },
    });
    expect(result.json).toEqual({ ...result.json, id: expect.any(Number), time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) });
    expect(result.headers).not.toHaveProperty('Idempotency-Replayed');
    expect(sent).toHaveLength(1);
    const { events, paidInCents } = await booksOf(order.id);
    expect(paidInCents).toBe(5_000);
    expect(events).toEqual([
      {
        ...{ type: 'order.paid', actor: 'payments:provider', orderId: order.id, status: 'pending' },
        ...{ totalInCents: 5_000, discountCode: null, amountInCents: 5_000, paidInCents: 5_000, reference: 'provider-1' },
      },
    ]);
    expect(await order.seen()).toMatchObject({ paidInCents: 5_000 });
    expect((await call(listOrders, { subject: order.subject })).json.items).toMatchObject([{ id: order.id, paidInCents: 5_000 }]);
  });

  it('may be less or more than the total, and the next payment is added', async () => {
    const order = await place();
    for (const amount of [1, 6_000]) expect((await order.report('payment', amount)).status).toBe(201);
    expect((await booksOf(order.id)).paidInCents).toBe(6_001);
  });

  it('of a cancelled order is recorded, and so is its refund', async () => {
    const order = await place();
    await order.report('payment', 5_000);
    const cancelled = await cancelOrder(order.subject, order.id);
    expect(cancelled.json).toMatchObject({ status: 'cancelled', paidInCents: 5_000 });
    expect((await order.report('payment', 100)).status).toBe(201);
    expect((await order.report('refund', 5_100)).status).toBe(201);
    const { events, paidInCents } = await booksOf(order.id);
    expect(paidInCents).toBe(0);
    expect(events).toMatchObject([
      { type: 'order.paid', paidInCents: 5_000 },
      { type: 'order.cancelled', reason: 'customer', refundDueInCents: 5_000 },
      { type: 'order.paid', status: 'cancelled', paidInCents: 5_100 },
      { type: 'order.refunded', status: 'cancelled', amountInCents: 5_100, paidInCents: 0 },
    ]);
  });
});

describe('a refund', () => {
  it('above the paid amount is 409, and nothing is recorded', async () => {
    const order = await place();
    await order.report('payment', 100);
    const { result, sent } = await statementsOf(() => order.report('refund', 101, 'too much'));
    expect(result).toMatchObject({ status: 409, json: { code: 'refund-exceeds-payments', paidInCents: 100 } });
    expect(sent).toHaveLength(3);
    expect((await booksOf(order.id)).payments).toHaveLength(1);
    expect(await order.report('refund', 100, 'too much')).toMatchObject({ status: 201 });
  });

  it('of the whole amount succeeds once in 16 concurrent requests', async () => {
    const order = await place();
    await order.report('payment', 100);
    const answers = await Promise.all(Array.from({ length: 16 }, () => order.report('refund', 100)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(15).fill(409)]);
    expect((await booksOf(order.id)).paidInCents).toBe(0);
  });
});

describe('a reference', () => {
  it('that is known returns its payment again as a replay, in two statements', async () => {
    const order = await place();
    const first = await order.report('payment', 100, 'again');
    const { result, sent } = await statementsOf(() => order.report('payment', 100, 'again'));
    expect(result).toMatchObject({ status: 201, headers: { 'Idempotency-Replayed': 'true' } });
    expect(result.json).toEqual(first.json);
    expect(sent).toHaveLength(2);
    expect((await booksOf(order.id)).paidInCents).toBe(100);
  });

  it('of a known refund is a replay even if nothing is left to refund', async () => {
    const order = await place();
    await order.report('payment', 100);
    await order.report('refund', 100, 'refund once');
    expect(await order.report('refund', 100, 'refund once')).toMatchObject({ status: 201, headers: { 'Idempotency-Replayed': 'true' } });
    expect((await booksOf(order.id)).paidInCents).toBe(0);
  });

  it('with another amount, kind or order is 422', async () => {
    const [order, other] = [await place(), await place()];
    await order.report('payment', 100, 'reused');
    for (const answer of [
      await order.report('payment', 101, 'reused'),
      await order.report('refund', 100, 'reused'),
      await other.report('payment', 100, 'reused'),
    ])
      expect(answer).toMatchObject({ status: 422, json: { code: 'reference-reused' } });
    expect([(await booksOf(order.id)).paidInCents, (await booksOf(other.id)).paidInCents]).toEqual([100, 0]);
  });

  it('in 64 concurrent requests records one payment, and each response is 201', async () => {
    const order = await place();
    const answers = await Promise.all(Array.from({ length: 64 }, () => order.report('payment', 100, 'at once')));
    expect(answers.map(({ status }) => status)).toEqual(Array(64).fill(201));
    expect(new Set(answers.map(({ json }) => json.id)).size).toBe(1);
    expect(answers.filter(({ headers }) => headers['Idempotency-Replayed'] === 'true')).toHaveLength(63);
    const { payments, events } = await booksOf(order.id);
    expect([payments.length, events.length]).toEqual([1, 1]);
  });

  it('in concurrent requests for two orders records one payment of one order', async () => {
    for (let round = 0; round < 10; round++) {
      const [order, other] = [await place(), await place()];
      const answers = await Promise.all([order.report('payment', 100, `two ${round}`), other.report('payment', 100, `two ${round}`)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
      expect((await booksOf(order.id)).paidInCents + (await booksOf(other.id)).paidInCents).toBe(100);
    }
  });
});

it('after concurrent payments, refunds and a cancellation, the events and the paid amount agree with the payments, in 20 rounds', async () => {
  for (let round = 0; round < 20; round++) {
    const order = await place();
    const answers = await Promise.all([
      ...Array.from({ length: 4 }, () => order.report('payment', 100)),
      ...Array.from({ length: 4 }, () => order.report('refund', 100)),
      cancelOrder(order.subject, order.id),
    ]);
    for (const { status, text } of answers) expect([200, 201, 409], text).toContain(status);
    const { events } = await booksOf(order.id);
    const paidBefore = events
      .slice(
        0,
        events.findIndex(({ type }) => type === 'order.cancelled'),
      )
      .at(-1);
    const cancelled: Readonly<Record<string, unknown>> | undefined = events.find(({ type }) => type === 'order.cancelled');
    expect(cancelled?.['refundDueInCents']).toBe(Reflect.get(paidBefore ?? { paidInCents: 0 }, 'paidInCents'));
  }
});

it('a payment of a missing order is 404', async () => {
  const body = { kind: 'payment', amountInCents: 1, reference: randomUUID() };
  const { result, sent } = await statementsOf(() => call(handler, { scope: 'payments:write', path: { orderId: '987654321' }, body }));
  expect(result).toMatchObject({ status: 404, json: { code: 'not-found' } });
  expect(sent).toHaveLength(3);
});

it.each([
  ['an unknown kind', ['gift', 1, 'r'], '/body/kind'],
  ['an amount of 0', ['payment', 0, 'r'], '/body/amountInCents'],
  ['a negative amount', ['payment', -1, 'r'], '/body/amountInCents'],
  ['an amount of half a cent', ['payment', 0.5, 'r'], '/body/amountInCents'],
  ['an amount above 2^53 - 1', ['payment', 2 ** 53, 'r'], '/body/amountInCents'],
  ['no reference', ['payment', 1, ''], '/body/reference'],
  ['a reference of 256 characters', ['payment', 1, 'r'.repeat(256)], '/body/reference'],
  ['a reference with U+0000', ['payment', 1, 'a\u0000'], '/body/reference'],
  ['a further field', ['payment', 1, 'r', { currency: 'EUR' }], '/body/currency'],
] as const)('a payment with %s is 422', async (_, [kind, amount, reference, more], path) => {
  const order = await place();
  expect(await order.report(kind, amount, reference, more)).toMatchObject({ status: 422, json: { errors: [{ path }] } });
});

it('a payment that raises the sum above 2^53 - 1 is 422, and is not recorded', async () => {
  const order = await place();
  await order.report('payment', Number.MAX_SAFE_INTEGER);
  expect(await order.report('payment', 1)).toMatchObject({ status: 422, json: { errors: [{ path: '/body/amountInCents' }] } });
  expect((await booksOf(order.id)).paidInCents).toBe(Number.MAX_SAFE_INTEGER);
});

it('a payment needs the scope, but no subject', async () => {
  const order = await place();
  const body = { kind: 'payment', amountInCents: 1, reference: randomUUID() };
  expect(await call(handler, { path: order.path, body })).toMatchObject({ status: 401 });
  expect(await call(handler, { subject: order.subject, path: order.path, body })).toMatchObject({
    status: 403,
    json: { code: 'forbidden' },
  });
  expect(await call(handler, { subject: order.subject, scope: 'orders:fulfil', path: order.path, body })).toMatchObject({ status: 403 });
  expect(await call(handler, { scope: 'payments:write', path: order.path, body })).toMatchObject({ status: 201 });
  expect((await booksOf(order.id)).events).toMatchObject([{ actor: 'payments' }]);
});
