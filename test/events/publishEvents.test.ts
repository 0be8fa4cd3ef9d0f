import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { handler as cancelOrder } from '../../functions/cancelOrder.ts';
import { handler as placeOrder } from '../../functions/placeOrder.ts';
import { database } from '../../lib/database/database.ts';
import { eventBridge } from '../../lib/events/eventBridge.ts';
import { takeLease } from '../../lib/events/lease.ts';
import { claimEvents } from '../../lib/events/outbox.ts';
import { publishEvents } from '../../lib/events/publishEvents.ts';
import { duringInvocation } from '../../lib/invocation.ts';
import { call } from '../support/call.ts';
import { startEventBridge } from '../support/eventBridge.ts';
import { makeCustomer, makeProduct } from '../support/make.ts';

let bridge: Awaited<ReturnType<typeof startEventBridge>>;

beforeAll(async () => {
  bridge = await startEventBridge();
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_EVENTBRIDGE: bridge.url,
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
  });
});

beforeEach(async () => {
  const { sequelize } = await database();
  await sequelize.query('delete from order_events; delete from publisher_lease');
  Object.assign(bridge.state, { refuse: () => false, down: false });
  bridge.received.length = 0;
  bridge.sizes.length = 0;
});

afterAll(() => {
  bridge.stop();
});

async function placed(count: number) {
  const customer = await makeCustomer();
  const product = await makeProduct({ stockQuantity: 1_000, priceInCents: 250 });
  const body = { items: [{ productId: product.id, quantity: 2 }] };
  const orders = [];
  for (let order = 0; order < count; order++) {
    orders.push((await call(placeOrder, { as: customer.authSubject, headers: { 'Idempotency-Key': randomUUID() }, body })).json);
  }
  return { as: customer.authSubject, product, orders };
}

const publish = async (holder = 'a publisher') => {
  const db = await database();
  return duringInvocation({ requestId: holder, remainingMs: () => 30_000 }, () => publishEvents(db, eventBridge('shop')));
};

/** As if the pause after a failure, or a claim's time, had passed. */
async function passTime() {
  const { sequelize } = await database();
  await sequelize.query("update order_events set not_before = now() - interval '1 s' where published_at is null");
}

it('hands every event to the bus once, ten at a time, with what consumers need', async () => {
  const { orders, product } = await placed(23);
  expect(await publish()).toEqual({ published: 23, refused: 0, deleted: 0 });
  expect(bridge.sizes).toEqual([10, 10, 3]);
  expect(bridge.received.map(({ detail }) => detail.orderId)).toEqual(orders.map(({ id }) => id));
  expect(bridge.received[0]).toMatchObject({
    EventBusName: 'shop',
    Source: 'orders',
    DetailType: 'order.placed',
    detail: {
      id: expect.any(Number),
      orderId: orders[0].id,
      time: orders[0].createdAt,
      status: 'pending',
      totalInCents: 500,
      discountCode: null,
      lineItems: [{ productId: product.id, quantity: 2, unitPriceInCents: 250 }],
    },
  });
  expect(await publish()).toEqual({ published: 0, refused: 0, deleted: 0 });
});

it('writes no event for an order that was refused', async () => {
  const db = await database();
  const customer = await makeCustomer();
  const product = await makeProduct({ stockQuantity: 0 });
  await call(placeOrder, {
    as: customer.authSubject,
    headers: { 'Idempotency-Key': 'k' },
    body: { items: [{ productId: product.id, quantity: 1 }] },
  });
  expect(await db.OrderEvent.count()).toBe(0);
});

it('keeps the order of an order’s events, and holds them back behind one that was refused', async () => {
  const { as, orders } = await placed(2);
  for (const { id } of orders) await call(cancelOrder, { as, path: { orderId: String(id) } });
  bridge.state.refuse = ({ orderId }) => orderId === orders[0].id;
  expect(await publish()).toMatchObject({ published: 2, refused: 1 });
  expect(bridge.received.map(({ DetailType, detail }) => [DetailType, detail.orderId])).toEqual([
    ['order.placed', orders[1].id],
    ['order.cancelled', orders[1].id],
  ]);
  bridge.state.refuse = () => false;
  // Put off for a moment first: the bus had said that it was too much.
  expect(await publish()).toMatchObject({ published: 0 });
  await passTime();
  expect(await publish()).toMatchObject({ published: 2 });
  expect(bridge.received.slice(2).map(({ DetailType }) => DetailType)).toEqual(['order.placed', 'order.cancelled']);
});

it('loses nothing while the bus is down', async () => {
  await placed(3);
  bridge.state.down = true;
  expect(await publish()).toMatchObject({ published: 0, refused: 3 });
  bridge.state.down = false;
  await passTime();
  expect(await publish()).toMatchObject({ published: 3 });
});

it('sends again what a publisher had claimed that died before it sent, and not sooner', async () => {
  const db = await database();
  await placed(2);
  expect(await claimEvents(db, 'the dead')).toHaveLength(2);
  expect(await publish()).toMatchObject({ published: 0 });
  await passTime();
  expect(await publish()).toMatchObject({ published: 2 });
});

it('does nothing beside another publisher, until its lease is over', async () => {
  const db = await database();
  await placed(1);
  expect(await takeLease(db, 'somebody else')).toBe(true);
  expect(await publish()).toEqual({ published: 0, refused: 0, deleted: 0 });
  await db.sequelize.query("update publisher_lease set expires_at = now() - interval '1 s'");
  expect(await publish()).toMatchObject({ published: 1 });
});

it('stops in time, and leaves the rest to the next run', async () => {
  const db = await database();
  await placed(1);
  const counts = await duringInvocation({ requestId: 'late', remainingMs: () => 5_000 }, () => publishEvents(db, eventBridge('shop')));
  expect(counts).toMatchObject({ published: 0 });
  expect(await publish()).toMatchObject({ published: 1 });
});

it('deletes what was published more than 7 days ago, and nothing else', async () => {
  const db = await database();
  await placed(3);
  await publish();
  await db.sequelize.query(
    "update order_events set published_at = now() - interval '8 days' where id = (select min(id) from order_events)",
  );
  expect(await publish()).toMatchObject({ deleted: 1 });
  expect(await db.OrderEvent.count()).toBe(2);
});
