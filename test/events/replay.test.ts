import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { withDatabase } from '../../lib/database/withDatabase.ts';
import { eventBridge } from '../../lib/events/eventBridge.ts';
import { replayEvents } from '../../lib/events/replayEvents.ts';
import { type ReplayRequest, replayRequest } from '../../lib/events/replayRequest.ts';
import { duringInvocation } from '../../lib/invocation.ts';
import { log } from '../../lib/log.ts';
import { cancelOrder } from '../support/orderCalls.ts';
import { ownerDatabase } from '../support/ownerDatabase.ts';
import { openBridge, placed, publish } from './bridge.ts';

const bridge = openBridge();
const from = '2026-11-02T09:00:00Z';
const to = '2026-11-02T10:00:00Z';

beforeEach(() => {
  vi.spyOn(log, 'error');
});
afterEach(() => {
  vi.restoreAllMocks();
});

const replay = (request: Partial<ReplayRequest> = {}, bus = eventBridge('shop', { tryMs: 500, totalMs: 1 })) =>
  duringInvocation({ requestId: 'a replay', remainingMs: () => 55_000 }, async ({ database }) => {
    const result = await replayEvents(withDatabase, { from, to, ...request }, bus);
    return { ...result, statements: database.statements };
  });

/** Publishes the waiting events. Then gives them, in order of their IDs, the publication times `from` + `minutes[0]`, `from` + `minutes[1]` and so on. */
async function publishedAt(...minutes: number[]): Promise<number[]> {
  await publish();
  bridge.received.length = 0;
  const { sequelize, OrderEvent } = await ownerDatabase();
  await sequelize.query(
    `update order_events set published_at = $1::timestamptz + minute * interval '1 min'
       from unnest($2::int[]) with ordinality as given (minute, place),
            (select id, row_number() over (order by id) as place from order_events) as event
      where event.place = given.place and order_events.id = event.id`,
    { bind: [from, minutes] },
  );
  return (await OrderEvent.findAll({ order: ['id'], raw: true })).map(({ id }) => id);
}

const receivedIds = () => bridge.received.map(({ detail }) => detail.id);
const rows = async () => (await ownerDatabase()).OrderEvent.findAll({ order: ['id'], raw: true });

it('publishes events between `from` and `to` again, marked as replayed, in one statement that changes no row', async () => {
  await placed(4);
  const ids = await publishedAt(-1, 0, 59, 60);
  const before = await rows();
  expect(await replay()).toEqual({ published: 2, refused: 0, after: null, statements: 1 });
  expect(receivedIds()).toEqual(ids.slice(1, 3));
  expect(bridge.received.map(({ detail }) => detail)).toMatchObject([{ replayed: true }, { replayed: true }]);
  expect(await rows()).toEqual(before);
});

it('publishes only the events of the given order', async () => {
  const { orders } = await placed(3);
  const ids = await publishedAt(1, 2, 3);
  expect(await replay({ orderId: orders[1].id })).toMatchObject({ published: 1 });
  expect(receivedIds()).toEqual([ids[1]]);
});

it('publishes no event that is waiting, parked or abandoned', async () => {
  await placed(3);
  await publishedAt(1, 2, 3);
  const { sequelize } = await ownerDatabase();
  await sequelize.query(`update order_events set claimed_by = null;
    insert into order_events (order_id, sequence, type, actor, payload, request_id) values (900001, 1, 'order.placed', 'customer', '{}', 'old')`);
  expect(await replay()).toMatchObject({ published: 0, after: null });
});

it('publishes a formerly parked event in a separate call, before the later events of its order', async () => {
  const { subject, orders } = await placed(2);
  await cancelOrder(subject, orders[0].id);
  // The first order's `order.placed` was parked, and it was released after the order's `order.cancelled` had been published.
  const [first, second, cancelled] = await publishedAt(20, 10, 5);
  expect(await replay()).toMatchObject({ published: 3 });
  expect(receivedIds()).toEqual([second, first, cancelled]);
  expect(bridge.sizes.slice(-2)).toEqual([2, 1]);
});

it('handles at most 500 events per request; the next request continues after the last event, even if the following event has the same time', async () => {
  const { orders } = await placed(1);
  await publishedAt(1);
  const { sequelize } = await ownerDatabase();
  await sequelize.query(
    `insert into order_events (order_id, sequence, type, actor, payload, request_id, claimed_by, published_at)
     select 900000 + n, 1, type, actor, payload, request_id, claimed_by, published_at + n / 7 * interval '1.000001 s'
       from order_events, generate_series(1, 619) n where order_id = ${orders[0].id}`,
  );
  const first = await replay();
  expect(first).toMatchObject({ published: 500, after: { id: expect.any(Number) }, statements: 50 });
  expect(await replay(first.after ? { after: first.after } : {})).toMatchObject({ published: 120, after: null });
  expect(receivedIds()).toEqual((await rows()).map(({ id }) => id));
});

it('skips an event that the bus rejects', async () => {
  const { orders } = await placed(2);
  const ids = await publishedAt(1, 2);
  bridge.state.refuse = ({ orderId }) => (orderId === orders[0].id ? 'InvalidArgument' : undefined);
  expect(await replay()).toMatchObject({ published: 1, refused: 1 });
  expect(receivedIds()).toEqual([ids[1]]);
});

it('fails if the bus does not exist or accepts no events', async () => {
  await placed(1);
  await publishedAt(1);
  await expect(replay({}, eventBridge('to come'))).rejects.toThrow('The event bus does not exist');
  bridge.state.put = () => ({ exception: 'AccessDeniedException' });
  await expect(replay()).rejects.toThrow('The event bus rejects events: AccessDeniedException: no');
});

it('reads a request for a replay, and ignores the events of the schedule', () => {
  expect(replayRequest({ replay: { from, to, orderId: 7 } })).toEqual({ from, to, orderId: 7 });
  expect(replayRequest({ source: 'aws.events', detail: {} })).toBeUndefined();
  expect(replayRequest(null)).toBeUndefined();
});

it.each([
  ['a time without a zone', { from: '2026-11-02T09:00:00', to }, /^Invalid replay: replay\.from: expected a time with its zone/],
  ['a time that does not exist', { from, to: '2026-11-31T09:00:00Z' }, /replay\.to: expected a time/],
  ['an empty span', { from: to, to }, /replay\.from: from must be before to/],
  ['an ID that is not a number', { from, to, orderId: '7' }, /replay\.orderId: /],
  ['an unknown field', { from, to, order: 7 }, /order/],
  ['a position whose time is invalid', { from, to, after: { publishedAt: "'; drop table orders", id: 1 } }, /replay\.after\.publishedAt: /],
])('rejects a replay with %s', (_, request, message) => {
  expect(() => replayRequest({ replay: request })).toThrow(message);
});
