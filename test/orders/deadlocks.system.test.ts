import { randomUUID } from 'node:crypto';
import { expect, it, vi } from 'vitest';
import { handler as advanceOrder } from '../../functions/advanceOrder.ts';
import { handler as cancelOrder } from '../../functions/cancelOrder.ts';
import { handler as cancelAsStaff } from '../../functions/fulfilment/cancelOrder.ts';
import { handler as recordPayment } from '../../functions/payments/recordPayment.ts';
import { handler as placeOrder } from '../../functions/placeOrder.ts';
import { withDatabase } from '../../lib/database/withDatabase.ts';
import { expireOrders } from '../../lib/orders/expireOrders.ts';
import { productsAstray } from '../support/books.ts';
import { call } from '../support/call.ts';
import { deadlocks } from '../support/deadlocks.ts';
import { makeCustomer, makeProducts } from '../support/make.ts';
import { ownerDatabase } from '../support/ownerDatabase.ts';
import { withoutTimeLimits } from '../support/timeLimits.ts';

// This process stands for 12 environments.
vi.hoisted(() => {
  process.env['DATABASE_POOL_MAX'] = '12';
  process.env['UNPAID_ORDER_MINUTES'] = '10';
});

withoutTimeLimits();

interface Placed {
  readonly id: number;
  readonly totalInCents: number;
}

const rounds = 40;
const ordersOfRound = 4;

it('orders, payments, expiry, advances and cancels by customers and staff race on the same orders without a deadlock', async () => {
  const before = await deadlocks();
  const { authSubject: subject } = await makeCustomer();
  const productIds = (await makeProducts(4, { stockQuantity: 10_000 })).map(({ id }) => id);
  const db = await ownerDatabase();
  const statuses = new Map<string, number>();
  const note = (what: string, { status }: { status: number }) =>
    statuses.set(`${what} ${status}`, (statuses.get(`${what} ${status}`) ?? 0) + 1);
  // Every order meets others on its products, which each request names in another order.
  const place = () => {
    const items = productIds.toSorted(() => Math.random() - 0.5).slice(0, 3);
    const body = { items: items.map((productId) => ({ productId, quantity: 2 })) };
    return call(placeOrder, { subject, headers: { 'Idempotency-Key': randomUUID() }, body });
  };
  const staff = { scope: 'orders:fulfil' };
  const actionsOn = ({ id, totalInCents }: Placed) => {
    const path = { orderId: String(id) };
    const pay = (kind: string, amountInCents: number) =>
      call(recordPayment, { scope: 'payments:write', path, body: { kind, amountInCents, reference: randomUUID() } });
    return [
      async () => note('pay', await pay('payment', totalInCents)),
      async () => note('refund', await pay('refund', 1)),
      async () => note('advance', await call(advanceOrder, { ...staff, path, body: { status: 'processing' } })),
      async () => note('cancel', await call(cancelOrder, { subject, path })),
      async () => note('staff', await call(cancelAsStaff, { ...staff, path, body: { reason: 'damaged' } })),
    ];
  };
  let expired = 0;
  const expire = async () => {
    expired += (await expireOrders(withDatabase)).expired;
  };
  for (let round = 0; round < rounds; round++) {
    const placed = await Promise.all(Array.from({ length: ordersOfRound }, place));
    const orders: Placed[] = placed.map(({ json }) => json);
    const ids = orders.map(({ id }) => id);
    await db.sequelize.query("update orders set created_at = now() - interval '1 hour' where id = any ($1)", { bind: [ids] });
    const others = [expire, expire, async () => note('place', await place()), async () => note('place', await place())];
    const all = [...orders.flatMap(actionsOn), ...others].toSorted(() => Math.random() - 0.5);
    await Promise.all(all.map((action) => action()));
  }
  expect(await deadlocks()).toBe(before);
  // Each kind took effect, and had an answer of its contract.
  const known = [
    'pay 201',
    'refund 201',
    'refund 409',
    'advance 200',
    'advance 409',
    'cancel 200',
    'cancel 409',
    'staff 200',
    'staff 409',
    'place 201',
  ];
  expect([...statuses.keys()].filter((outcome) => !known.includes(outcome))).toEqual([]);
  for (const outcome of ['pay 201', 'refund 201', 'advance 200', 'cancel 200', 'staff 200', 'place 201'])
    expect(statuses.get(outcome)).toBeGreaterThan(0);
  expect(expired).toBeGreaterThan(0);
  expect(await productsAstray()).toEqual([]);
}, 300_000);
