import { expect, it, vi } from 'vitest';
import { withDatabase } from '../../lib/database/withDatabase.ts';
import { expireOrders } from '../../lib/orders/expireOrders.ts';
import { deadlocks } from '../support/deadlocks.ts';
import { makeCustomer, makeProduct } from '../support/make.ts';
import { placeOrder, recordPayment } from '../support/orderCalls.ts';
import { ownerDatabase } from '../support/ownerDatabase.ts';
import { withoutTimeLimits } from '../support/timeLimits.ts';

vi.hoisted(() => Object.assign(process.env, { DATABASE_POOL_MAX: '8', UNPAID_ORDER_MINUTES: '1' }));
withoutTimeLimits();

it('an order that is paid while it expires is kept or cancelled, and its payment is never lost, in 500 rounds', async () => {
  const before = await deadlocks();
  const { authSubject: subject } = await makeCustomer();
  const [teapot, cup] = [
    await makeProduct({ priceInCents: 100, stockQuantity: 1_000 }),
    await makeProduct({ priceInCents: 100, stockQuantity: 1_000 }),
  ];
  const db = await ownerDatabase();
  const outcomes = { kept: 0, cancelled: 0 };
  for (let round = 0; round < 500; round++) {
    const items = [teapot, cup].map(({ id }) => ({ productId: id, quantity: 1 }));
    const { json } = await placeOrder(subject, items);
    await db.sequelize.query("update orders set created_at = now() - interval '2 min' where id = $1", { bind: [json.id] });
    const pay = () => recordPayment(json.id, 'payment', 200);
    const expire = () => expireOrders(withDatabase);
    // Another customer orders the same products at the same moment.
    const other = () => placeOrder(subject, items);
    const [first, second] = round % 2 === 0 ? [pay, expire] : [expire, pay];
    const [, , placed] = await Promise.all([first(), second(), other()]);
    expect(placed?.status).toBe(201);
    const order = await db.Order.findByPk(json.id, { rejectOnEmpty: true });
    const events = await db.OrderEvent.findAll({ where: { orderId: json.id }, order: ['sequence'], raw: true });
    expect(order.paidInCents).toBe(200);
    expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1));
    const types = events.map(({ type }) => type);
    if (order.status === 'pending') {
      outcomes.kept++;
      expect(types).toEqual(['order.placed', 'order.paid']);
    } else {
      outcomes.cancelled++;
      expect(order.status).toBe('cancelled');
      expect(types).toEqual(['order.placed', 'order.cancelled', 'order.paid']);
    }
  }
  const sold = await db.Order.count({ where: { status: 'pending' } });
  await Promise.all([teapot.reload(), cup.reload()]);
  expect([teapot.stockQuantity, cup.stockQuantity]).toEqual([1_000 - sold, 1_000 - sold]);
  expect(outcomes.kept + outcomes.cancelled).toBe(500);
  expect(Math.min(outcomes.kept, outcomes.cancelled)).toBeGreaterThan(0);
  expect(await deadlocks()).toBe(before);
}, 300_000);
