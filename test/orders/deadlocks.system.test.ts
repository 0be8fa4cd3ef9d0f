import { expect, it, vi } from 'vitest';
import { handler as cancelAsStaff } from '../../functions/fulfilment/cancelOrder.ts';
import { withDatabase } from '../../lib/database/withDatabase.ts';
import { expireOrders } from '../../lib/orders/expireOrders.ts';
import { productsAstray } from '../support/books.ts';
import { call } from '../support/call.ts';
import { deadlocks } from '../support/deadlocks.ts';
import { makeCustomer, makeProducts } from '../support/make.ts';
import { advanceOrder, cancelOrder, placeOrder, recordPayment } from '../support/orderCalls.ts';
import { ownerDatabase } from '../support/ownerDatabase.ts';
import { withoutTimeLimits } from '../support/timeLimits.ts';

// A pool of 12, because this process acts for 12 environments with one connection each.
vi.hoisted(() => Object.assign(process.env, { DATABASE_POOL_MAX: '12', UNPAID_ORDER_MINUTES: '10' }));
withoutTimeLimits();

interface Placed {
  readonly id: number;
  readonly totalInCents: number;
}

const rounds = 40;
const ordersOfRound = 4;

it('requests of customers, staff and the payment service do not deadlock with each other or with the expiry of orders', async () => {
  const before = await deadlocks();
  const { authSubject: subject } = await makeCustomer();
  const productIds = (await makeProducts(4, { stockQuantity: 10_000 })).map(({ id }) => id);
  const db = await ownerDatabase();
  const statuses = new Map<string, number>();
  const note = (what: string, { status }: { status: number }) =>
    statuses.set(`${what} ${status}`, (statuses.get(`${what} ${status}`) ?? 0) + 1);
  // All orders compete for the same 4 products. Each request lists its 3 products in a random order.
  const place = () => {
    const items = productIds.toSorted(() => Math.random() - 0.5).slice(0, 3);
    return placeOrder(
      subject,
      items.map((productId) => ({ productId, quantity: 2 })),
    );
  };
  const actionsOn = ({ id, totalInCents }: Placed) => {
    const path = { orderId: String(id) };
    return [
      async () => note('pay', await recordPayment(id, 'payment', totalInCents)),
      async () => note('refund', await recordPayment(id, 'refund', 1)),
      async () => note('advance', await advanceOrder(id, 'processing')),
      async () => note('cancel', await cancelOrder(subject, id)),
      async () => note('staff', await call(cancelAsStaff, { scope: 'orders:fulfil', path, body: { reason: 'damaged' } })),
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
  // Each kind of request succeeded at least once, and each response has a status that its contract allows.
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
