import { beforeEach, describe, expect, it, vi } from 'vitest';
import { handler as advanceOrder } from '../../functions/advanceOrder.ts';
import { handler as expireHandler } from '../../functions/expireOrders.ts';
import { withDatabase } from '../../lib/database/withDatabase.ts';
import { duringInvocation } from '../../lib/invocation.ts';
import { log } from '../../lib/log.ts';
import { expireOrders } from '../../lib/orders/expireOrders.ts';
import { call, contextOf } from '../support/call.ts';
import { freshFunction } from '../support/freshFunction.ts';
import { makeCustomer, makeProduct, stockOf } from '../support/make.ts';
import { cancelOrder, placeOrder, recordPayment } from '../support/orderCalls.ts';
import { loggedBy } from '../support/output.ts';
import { ownerDatabase } from '../support/ownerDatabase.ts';
import { statementsOf } from '../support/statements.ts';
import { withoutTimeLimits } from '../support/timeLimits.ts';

vi.hoisted(() => Object.assign(process.env, { DATABASE_POOL_MAX: '8', UNPAID_ORDER_MINUTES: '30' }));
withoutTimeLimits();

async function place({ minutesAgo = 31, priceInCents = 100 } = {}) {
  const { authSubject: subject } = await makeCustomer();
  const [teapot, cup] = [await makeProduct({ priceInCents, stockQuantity: 5 }), await makeProduct({ priceInCents, stockQuantity: 5 })];
  const items = [cup, teapot].map(({ id }) => ({ productId: id, quantity: 2 }));
  const { json } = await placeOrder(subject, items);
  const db = await ownerDatabase();
  await db.sequelize.query('update orders set created_at = now() - make_interval(mins => $1::int) where id = $2', {
    bind: [minutesAgo, json.id],
  });
  const path = { orderId: String(json.id) };
  return {
    id: json.id,
    statusAndStock: async () => [(await db.Order.findByPk(json.id))?.status, await stockOf(teapot.id), await stockOf(cup.id)],
    events: async () => (await db.OrderEvent.findAll({ where: { orderId: json.id }, order: ['sequence'], raw: true })).slice(1),
    pay: (amountInCents = 400, kind = 'payment') => recordPayment(json.id, kind, amountInCents),
    cancel: () => cancelOrder(subject, json.id),
    advance: (handler = advanceOrder) => call(handler, { scope: 'orders:fulfil', path, body: { status: 'processing' } }),
  };
}

const expire = (remainingMs = 50_000) =>
  duringInvocation({ requestId: 'a run', remainingMs: () => remainingMs }, () => expireOrders(withDatabase));

describe('expireOrders', () => {
  it('cancels an order that was not paid in time, returns its stock once, and gives the reason', async () => {
    const [late, early] = [await place(), await place({ minutesAgo: 29 })];
    const { result, sent } = await statementsOf(() => expire());
    expect([result, sent.length]).toEqual([{ expired: 1 }, 1]);
    expect(await expire()).toEqual({ expired: 0 });
    expect([await late.statusAndStock(), await early.statusAndStock()]).toEqual([
      ['cancelled', 5, 5],
      ['pending', 3, 3],
    ]);
    expect(await late.events()).toMatchObject([
      { sequence: 2, type: 'order.cancelled', actor: 'system', requestId: 'a run', payload: { reason: 'unpaid', refundDueInCents: 0 } },
    ]);
    await early.cancel();
  });

  it('does not cancel orders that are paid, free or already processing', async () => {
    const [paid, free, begun] = [await place(), await place({ priceInCents: 0 }), await place()];
    await paid.pay();
    const db = await ownerDatabase();
    await db.Order.update({ status: 'processing' }, { where: { id: begun.id } });
    expect(await expire()).toEqual({ expired: 0 });
    expect([await paid.statusAndStock(), await free.statusAndStock()]).toEqual([
      ['pending', 3, 3],
      ['pending', 3, 3],
    ]);
  });

  it('writes the amount to refund into the event of a partly paid order', async () => {
    const order = await place();
    await order.pay(399);
    expect(await expire()).toEqual({ expired: 1 });
    expect((await order.events()).at(-1)).toMatchObject({ sequence: 3, payload: { reason: 'unpaid', refundDueInCents: 399 } });
  });

  it('cancels 120 orders and returns their units, but begins no batch if less than 10 s of the invocation remain', async () => {
    const { id: userId } = await makeCustomer();
    const { id: productId } = await makeProduct({ stockQuantity: 0 });
    const db = await ownerDatabase();
    await db.sequelize.query(
      `with placed as (
         insert into orders (user_id, total_in_cents, idempotency_key, request_hash, created_at)
         select $1, 1, 'many ' || n, repeat('a', 64), now() - interval '1 day' from generate_series(1, 120) n returning id
       )
       insert into order_items (order_id, product_id, quantity, unit_price_in_cents) select id, $2, 3, 1 from placed`,
      { bind: [userId, productId] },
    );
    expect(await expire(9_000)).toEqual({ expired: 0 });
    expect(await expire()).toEqual({ expired: 120 });
    expect(await stockOf(productId)).toBe(360);
  });

  it('sends no statement if UNPAID_ORDER_MINUTES is not set', async () => {
    vi.resetModules();
    vi.stubEnv('UNPAID_ORDER_MINUTES', '');
    const fresh = await import('../../lib/orders/expireOrders.ts');
    expect(await fresh.expireOrders(() => Promise.reject(new Error('asked')))).toEqual({ expired: 0 });
    vi.unstubAllEnvs();
  });
});

describe('reportOverdue', () => {
  const report = async () => {
    const told = vi.spyOn(log, 'info');
    const { sent } = await statementsOf(() => expireHandler({}, contextOf(50_000)));
    const [, fields] = told.mock.calls.findLast(([message]) => message === 'overdue orders') ?? [];
    told.mockRestore();
    return { sent: sent.length, ...fields };
  };
  const age = async (column: 'created_at' | 'updated_at', id: number, seconds: number) => {
    const { sequelize } = await ownerDatabase();
    await sequelize.query(`update orders set ${column} = now() - make_interval(secs => $1::int) where id = $2`, { bind: [seconds, id] });
  };
  const nothing = { oldestUnpaidSeconds: 0, refundsDue: 0, oldestRefundSeconds: 0 };

  beforeEach(async () => {
    await (await ownerDatabase()).sequelize.query('truncate orders, order_items, order_events, payments');
  });

  it('sends one statement and logs zeros if no order is overdue', async () => {
    const [early, paid] = [await place({ minutesAgo: 29 }), await place()];
    await paid.pay();
    expect(await report()).toEqual({ sent: 2, ...nothing });
    await early.cancel();
    expect(await report()).toMatchObject(nothing);
  });

  it('logs the zeros even with the log level WARN', async () => {
    vi.stubEnv('POWERTOOLS_LOG_LEVEL', 'WARN');
    vi.stubEnv('POWERTOOLS_METRICS_DISABLED', 'false');
    vi.resetModules();
    const { handler } = await import('../../functions/expireOrders.ts');
    const lines = await loggedBy(() => handler({}, contextOf(50_000)));
    vi.unstubAllEnvs();
    expect(lines).toMatchObject([{ message: 'overdue orders', level: 'INFO', ...nothing }]);
  });

  it('logs how long the oldest unpaid order is overdue', async () => {
    const { sequelize } = await ownerDatabase();
    const [older, newer] = [await place(), await place()];
    await age('created_at', older.id, 30 * 60 + 400);
    await age('created_at', newer.id, 30 * 60 + 300);
    // The expiry skips orders that another session has locked.
    const transaction = await sequelize.transaction();
    await sequelize.query('select from orders for update', { transaction });
    const logged = await report();
    await transaction.rollback();
    expect(logged).toMatchObject({ refundsDue: 0 });
    expect(logged).toHaveProperty(
      'oldestUnpaidSeconds',
      expect.toSatisfy((seconds: number) => seconds >= 400 && seconds < 10_000),
    );
  });

  it('logs the refunds that are due, until the whole payment is refunded', async () => {
    const orders = [await place({ minutesAgo: 0 }), await place({ minutesAgo: 0 }), await place({ minutesAgo: 0 })];
    for (const order of orders) await order.pay(order === orders[2] ? 399 : 400);
    const [first, second] = orders;
    if (!first || !second) throw new Error('no orders');
    for (const order of [first, second]) await order.cancel();
    await age('updated_at', first.id, 90_000);
    await age('updated_at', second.id, 50);
    const logged = await report();
    expect(logged).toMatchObject({ refundsDue: 2, oldestUnpaidSeconds: 0 });
    expect(logged).toHaveProperty(
      'oldestRefundSeconds',
      expect.toSatisfy((seconds: number) => seconds >= 90_000),
    );
    await first.pay(400, 'refund');
    expect(await report()).toMatchObject({ refundsDue: 1 });
    await second.pay(399, 'refund');
    expect(await report()).toMatchObject({ refundsDue: 1 });
    await second.pay(1, 'refund');
    expect(await report()).toMatchObject(nothing);
  });

  it('logs no unpaid order if UNPAID_ORDER_MINUTES is not set', async () => {
    await place();
    vi.resetModules();
    vi.stubEnv('UNPAID_ORDER_MINUTES', '');
    const fresh = await import('../../lib/orders/reportOverdue.ts');
    expect(await fresh.reportOverdue(withDatabase)).toEqual(nothing);
    vi.unstubAllEnvs();
  });
});

describe('advance to processing', () => {
  it('returns 409 unpaid until the order is paid in full, and changes nothing', async () => {
    const order = await place({ minutesAgo: 0 });
    await order.pay(399);
    expect(await order.advance()).toMatchObject({ status: 409, json: { code: 'unpaid', totalInCents: 400, paidInCents: 399 } });
    expect(await order.statusAndStock()).toEqual(['pending', 3, 3]);
    await order.pay(1);
    expect(await order.advance()).toMatchObject({ status: 200, json: { status: 'processing' } });
    expect(await order.advance()).toMatchObject({ status: 409, json: { code: 'invalid-transition' } });
  });

  it('needs no payment if UNPAID_ORDER_MINUTES is not set', async () => {
    const order = await place({ minutesAgo: 0 });
    expect(await order.advance(await freshFunction('advanceOrder', { UNPAID_ORDER_MINUTES: '' }))).toMatchObject({ status: 200 });
  });
});

it('if a payment, a cancellation and the expiry run concurrently, the payment is recorded and the order is cancelled once, in 10 rounds', async () => {
  for (let round = 0; round < 10; round++) {
    const order = await place();
    const [paid] = await Promise.all([order.pay(), expire(), order.cancel(), expire()]);
    expect(paid.status).toBe(201);
    const events = await order.events();
    expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 2));
    expect(events.filter(({ type }) => type === 'order.cancelled')).toHaveLength(1);
    expect(await order.statusAndStock()).toEqual(['cancelled', 5, 5]);
  }
});
