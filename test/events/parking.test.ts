import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { database } from '../../lib/database/database.ts';
import { eventBridge } from '../../lib/events/eventBridge.ts';
import { claimEvents, settleEvents } from '../../lib/events/outbox.ts';
import { log } from '../../lib/log.ts';
import { codeBlocks } from '../support/codeBlocks.ts';
import { cancelOrder } from '../support/orderCalls.ts';
import { ownerDatabase } from '../support/ownerDatabase.ts';
import { openBridge, passTime, placed, publish, withoutRetry } from './bridge.ts';

const bridge = openBridge();
const tries = 10;

beforeEach(() => {
  vi.spyOn(log, 'info');
  vi.spyOn(log, 'error');
});
afterEach(() => {
  vi.restoreAllMocks();
});

const said = (level: 'info' | 'error', message: string) =>
  vi.mocked(log[level]).mock.calls.flatMap(([text, fields]) => (text === message ? [fields] : []));

async function runs(count: number, bus = eventBridge('shop')): Promise<void> {
  for (let run = 0; run < count; run++) {
    await passTime();
    await publish({ bus });
  }
}

const eventsOf = async (orderId: number) => (await ownerDatabase()).OrderEvent.findAll({ where: { orderId }, order: ['id'], raw: true });
const refuseOrder = (orderId: number) => (detail: { orderId: number }) => (detail.orderId === orderId ? 'InvalidArgument' : undefined);

it('parks an event that the bus has rejected ten times: logs it, and does not send it again', async () => {
  const { orders } = await placed(2);
  bridge.state.refuse = refuseOrder(orders[0].id);
  await runs(tries - 1);
  expect(await eventsOf(orders[0].id)).toMatchObject([{ refusals: tries - 1, parkedAt: null }]);
  expect(said('info', 'published events').at(-1)).toMatchObject({ parked: 0, oldestWaitingSeconds: expect.any(Number) });
  await runs(1);
  const [event] = await eventsOf(orders[0].id);
  expect(event).toMatchObject({ refusals: tries, publishedAt: null, lastError: 'InvalidArgument: no' });
  expect(event?.parkedAt).toBeInstanceOf(Date);
  expect(said('error', 'event parked')).toEqual([
    { eventId: event?.id, orderId: orders[0].id, type: 'order.placed', reason: 'InvalidArgument: no' },
  ]);
  await runs(1);
  expect(await eventsOf(orders[0].id)).toMatchObject([{ refusals: tries }]);
});

it('logs a parked event as parked, not as waiting', async () => {
  const { orders } = await placed(2);
  const db = await ownerDatabase();
  await db.sequelize.query("update order_events set created_at = now() - interval '1 hour'");
  bridge.state.refuse = refuseOrder(orders[0].id);
  await runs(1);
  expect(said('info', 'published events').at(-1)).toMatchObject({ parked: 0 });
  expect(said('info', 'published events').at(-1)?.['oldestWaitingSeconds']).toBeGreaterThanOrEqual(3_600);
  await runs(tries);
  expect(said('info', 'published events').at(-1)).toMatchObject({ parked: 1, oldestWaitingSeconds: 0 });
});

it('holds back an order’s later events until its rejected event is parked, then publishes them', async () => {
  const { subject, orders } = await placed(1);
  bridge.state.refuse = ({ id }) => (id === placedEvent ? 'MalformedDetail' : undefined);
  const [{ id: placedEvent } = { id: 0 }] = await eventsOf(orders[0].id);
  await cancelOrder(subject, orders[0].id);
  await runs(tries - 1);
  expect(bridge.received).toEqual([]);
  await runs(1);
  expect(bridge.received.map(({ DetailType }) => DetailType)).toEqual(['order.cancelled']);
});

it('publishes the other nine events of a call that the bus rejects because of one event', async () => {
  const { orders } = await placed(10);
  const poison = orders[6].id;
  bridge.state.put = (details) => (details.some(({ orderId }) => orderId === poison) ? { exception: 'ValidationException' } : undefined);
  expect(await publish()).toEqual({ published: 9, refused: 1, deleted: 0 });
  expect(bridge.received.map(({ detail }) => detail.orderId)).toEqual(orders.map(({ id }) => id).filter((id) => id !== poison));
  expect(await eventsOf(poison)).toMatchObject([{ refusals: 1, lastError: 'ValidationException: no' }]);
});

it('publishes events in separate calls if they are too large for one call', async () => {
  const { orders } = await placed(10);
  bridge.state.put = (details) => (details.length > 3 ? { exception: 'RequestEntityTooLargeException', status: 413 } : undefined);
  expect(await publish()).toEqual({ published: 10, refused: 0, deleted: 0 });
  expect(bridge.received.map(({ detail }) => detail.orderId)).toEqual(orders.map(({ id }) => id));
});

it('continues with the next events when all events of a batch are rejected', async () => {
  const { orders } = await placed(12);
  const refused = orders.slice(0, 10).map(({ id }) => id);
  bridge.state.refuse = ({ orderId }) => (refused.includes(orderId) ? 'InvalidArgument' : undefined);
  expect(await publish()).toEqual({ published: 2, refused: 10, deleted: 0 });
});

it('parks no event when entries fail with errors that concern the bus', async () => {
  const codes = [
    ...['ThrottlingException', 'InternalFailure', 'AccessDeniedException'],
    ...['NotAuthorizedForSourceException', 'NotAuthorizedForDetailTypeException'],
  ];
  const { orders } = await placed(codes.length);
  const ids = orders.map(({ id }) => id);
  bridge.state.refuse = ({ orderId }) => codes[ids.indexOf(orderId)];
  await runs(tries + 1);
  expect(bridge.received).toEqual([]);
  bridge.state.refuse = () => undefined;
  await runs(1);
  expect(bridge.received.map(({ detail }) => detail.orderId)).toEqual(ids);
});

it.each([
  ['ThrottlingException', 400],
  ['InternalException', 500],
  ['AccessDeniedException', 400],
  ['UnrecognizedClientException', 400],
  ['ResourceNotFoundException', 400],
])('parks no event when every call fails with %s', async (exception, status) => {
  const { orders } = await placed(1);
  bridge.state.put = () => ({ exception, status });
  await (await ownerDatabase()).sequelize.query(`update order_events set attempts = ${tries}, refusals = ${tries - 1}`);
  await runs(1, withoutRetry);
  expect(await eventsOf(orders[0].id)).toMatchObject([{ attempts: tries + 1, refusals: tries - 1, parkedAt: null }]);
});

it('gives the events of a failed call different retry times, so that they are not always sent in the same call', async () => {
  const db = await ownerDatabase();
  await placed(10);
  await db.sequelize.query('update order_events set attempts = 20');
  bridge.state.put = () => ({ exception: 'AccessDeniedException' });
  await publish();
  const events = await db.OrderEvent.findAll({ raw: true });
  expect(new Set(events.map(({ notBefore }) => Number(notBefore))).size).toBe(10);
});

it("counts a rejection once, even if it is recorded twice because the database's first response was lost", async () => {
  const db = await database();
  const { orders } = await placed(1);
  const [event] = await claimEvents(db, 'a claimer');
  const refused = new Map([[event?.id ?? 0, { concerns: 'event', reason: 'InvalidArgument' } as const]]);
  await settleEvents(db, 'a claimer', [], refused);
  await settleEvents(db, 'a claimer', [], refused);
  expect(await eventsOf(orders[0].id)).toMatchObject([{ refusals: 1 }]);
});

/** Returns the statement of the runbook that begins with this text. */
const statement = (start: string) => {
  const found = codeBlocks('docs/runbook.md', 'sql').find((text) => text.startsWith(start));
  if (!found) throw new Error(`docs/runbook.md has no statement that begins with: ${start}`);
  return found;
};

async function parkedOrder() {
  const { subject, orders } = await placed(1);
  bridge.state.refuse = () => 'InvalidArgument';
  await runs(tries);
  bridge.state.refuse = () => undefined;
  return { subject, orderId: orders[0].id };
}

it('publishes a parked event after the runbook’s statement has released it', async () => {
  const { orderId } = await parkedOrder();
  const { sequelize } = await ownerDatabase();
  const [listed] = await sequelize.query(statement('select id, order_id, type, parked_at'));
  expect(listed).toMatchObject([{ order_id: orderId, last_error: 'InvalidArgument: no' }]);
  await sequelize.query(statement('update order_events set parked_at = null, refusals = 0'));
  await publish();
  expect(bridge.received.map(({ detail }) => detail.orderId)).toEqual([orderId]);
  expect(said('info', 'published events').at(-1)).toMatchObject({ parked: 0, oldestWaitingSeconds: 0 });
});

it('never publishes a parked event after the runbook’s statement has abandoned it', async () => {
  const { orderId } = await parkedOrder();
  const { sequelize } = await ownerDatabase();
  const [{ id } = { id: 0 }] = await eventsOf(orderId);
  await sequelize.query(statement('update order_events set parked_at = null, published_at = now()').replace('id = 0', `id = ${id}`));
  await runs(1);
  expect(bridge.received).toEqual([]);
  expect(said('info', 'published events').at(-1)).toMatchObject({ parked: 0, oldestWaitingSeconds: 0 });
});
