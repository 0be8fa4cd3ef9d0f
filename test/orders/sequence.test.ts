import { expect, it, vi } from 'vitest';
import { handler as advanceOrder } from '../../functions/advanceOrder.ts';
import { call } from '../support/call.ts';
import { makeCustomer, makeProduct } from '../support/make.ts';
import { makeOrder } from '../support/makeOrder.ts';
import { cancelOrder, placeOrder } from '../support/orderCalls.ts';
import { ownerDatabase } from '../support/ownerDatabase.ts';
import { withoutTimeLimits } from '../support/timeLimits.ts';

vi.hoisted(() => Object.assign(process.env, { DATABASE_POOL_MAX: '8' }));
withoutTimeLimits();

async function place() {
  const { authSubject: subject } = await makeCustomer();
  const { id } = await makeProduct({ stockQuantity: 5 });
  const { json } = await placeOrder(subject, [{ productId: id, quantity: 1 }]);
  const path = { orderId: String(json.id) };
  const advance = (status: string, subject?: string) =>
    call(advanceOrder, { ...(subject !== undefined && { subject }), scope: 'orders:fulfil', path, body: { status } });
  return { id: json.id, subject, advance, cancel: () => cancelOrder(subject, json.id) };
}

async function eventsOf(orderId: number): Promise<string[]> {
  const db = await ownerDatabase();
  const events = await db.OrderEvent.findAll({ where: { orderId }, order: ['id'] });
  return events.map(({ sequence, type, actor }) => `${sequence} ${type} by ${actor}`);
}

it('numbers the events of an order from 1, and names the actor of each', async () => {
  const order = await place();
  await order.advance('processing', 'ada');
  await order.advance('shipped');
  await order.advance('delivered', 'x'.repeat(256));
  expect(await eventsOf(order.id)).toEqual([
    '1 order.placed by customer',
    '2 order.advanced by staff:ada',
    '3 order.advanced by staff',
    '4 order.advanced by staff',
  ]);
});

it('names an actor whose subject has 255 characters, however many UTF-16 units these are', async () => {
  const order = await place();
  await order.advance('processing', '🫖'.repeat(255));
  await order.advance('shipped', '🫖'.repeat(256));
  expect((await eventsOf(order.id)).slice(1)).toEqual([`2 order.advanced by staff:${'🫖'.repeat(255)}`, '3 order.advanced by staff']);
});

it('a cancellation event contains its actor and the amount to refund', async () => {
  const order = await place();
  const db = await ownerDatabase();
  await db.Order.update({ paidInCents: 500 }, { where: { id: order.id } });
  await order.advance('processing');
  await order.cancel();
  expect(await eventsOf(order.id)).toEqual(['1 order.placed by customer', '2 order.advanced by staff', '3 order.cancelled by customer']);
  const event = await db.OrderEvent.findOne({ where: { orderId: order.id, type: 'order.cancelled' } });
  expect(event?.payload).toMatchObject({ reason: 'customer', refundDueInCents: 500 });
});

it('leaves no gap and no duplicate number when an order is advanced and cancelled concurrently, in 20 rounds', async () => {
  for (let round = 0; round < 20; round++) {
    const order = await place();
    await Promise.all([order.advance('processing'), order.cancel(), order.advance('processing'), order.cancel()]);
    const sequences = (await eventsOf(order.id)).map((event) => Number(event.split(' ')[0]));
    expect(sequences).toEqual(sequences.map((_, index) => index + 1));
  }
});

it('derives the number of the next event from the status of the order while event_count is null', async () => {
  const { id: userId, authSubject: subject } = await makeCustomer();
  const { id } = await makeOrder(userId, [], { status: 'processing' });
  await cancelOrder(subject, id);
  expect(await eventsOf(id)).toEqual(['3 order.cancelled by customer']);
});

it('numbers the events of an earlier release, which inserts events without a sequence', async () => {
  const { id: userId } = await makeCustomer();
  const { id } = await makeOrder(userId, []);
  const { sequelize } = await ownerDatabase();
  const write = (type: string, payload: object) =>
    sequelize.query(`insert into order_events (order_id, type, payload, request_id) values ($1, $2, $3, 'old')`, {
      bind: [id, type, JSON.stringify(payload)],
    });
  await write('order.placed', { status: 'pending' });
  await write('order.advanced', { status: 'processing', previousStatus: 'pending' });
  await write('order.cancelled', { status: 'cancelled', previousStatus: 'processing' });
  expect(await eventsOf(id)).toEqual(['1 order.placed by customer', '2 order.advanced by staff', '3 order.cancelled by customer']);
});
