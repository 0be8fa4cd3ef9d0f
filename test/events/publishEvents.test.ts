import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { describe, expect, inject, it, vi } from 'vitest';
import { config } from '../../lib/config.ts';
import { database } from '../../lib/database/database.ts';
import { withDatabase } from '../../lib/database/withDatabase.ts';
import { eventBridge } from '../../lib/events/eventBridge.ts';
import { takeLease } from '../../lib/events/lease.ts';
import type { EventBus } from '../../lib/events/orderEvent.ts';
import { claimEvents } from '../../lib/events/outbox.ts';
import { publishEvents } from '../../lib/events/publishEvents.ts';
import { duringInvocation } from '../../lib/invocation.ts';
import { log } from '../../lib/log.ts';
import { makeCustomer, makeProduct } from '../support/make.ts';
import { cancelOrder, placeOrder } from '../support/orderCalls.ts';
import { ownerDatabase } from '../support/ownerDatabase.ts';
import { openBridge, passTime, placed, publish } from './bridge.ts';

const bridge = openBridge();
const denied = { exception: 'AccessDeniedException' };

it('logs the age of the oldest waiting event in each run, for the alarm', async () => {
  await placed(2);
  const { sequelize } = await ownerDatabase();
  await sequelize.query("update order_events set created_at = now() - interval '90 s'");
  bridge.state.put = () => denied;
  const told = vi.spyOn(log, 'info');
  const waiting = async () => {
    await publish();
    const [, fields] = told.mock.calls.findLast(([message]) => message === 'published events') ?? [];
    return fields?.['oldestWaitingSeconds'];
  };
  expect(await waiting()).toBeGreaterThanOrEqual(90);
  bridge.state.put = () => undefined;
  await passTime();
  expect(await waiting()).toBe(0);
  told.mockRestore();
});

it('sends every event once, ten at a time, with the fields that consumers need', async () => {
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
      schemaVersion: 1,
      sequence: 1,
      actor: 'customer',
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      lineItems: [{ productId: product.id, quantity: 2, unitPriceInCents: 250 }],
    },
  });
  expect(await publish()).toEqual({ published: 0, refused: 0, deleted: 0 });
});

it('writes no event for a rejected order', async () => {
  const db = await database();
  const customer = await makeCustomer();
  const product = await makeProduct({ stockQuantity: 0 });
  await placeOrder(customer.authSubject, [{ productId: product.id, quantity: 1 }]);
  expect(await db.OrderEvent.count()).toBe(0);
});

it('keeps an order’s events in sequence: while one is throttled, the later ones wait', async () => {
  const { subject, orders } = await placed(2);
  for (const { id } of orders) await cancelOrder(subject, id);
  bridge.state.refuse = ({ orderId }) => (orderId === orders[0].id ? 'ThrottlingException' : undefined);
  expect(await publish()).toMatchObject({ published: 2, refused: 1 });
  expect(bridge.received.map(({ DetailType, detail }) => [DetailType, detail.orderId])).toEqual([
    ['order.placed', orders[1].id],
    ['order.cancelled', orders[1].id],
  ]);
  bridge.state.refuse = () => undefined;
  // The event is postponed for a moment, because the bus throttled it.
  expect(await publish()).toMatchObject({ published: 0 });
  await passTime();
  expect(await publish()).toMatchObject({ published: 2 });
  expect(bridge.received.slice(2).map(({ DetailType }) => DetailType)).toEqual(['order.placed', 'order.cancelled']);
});

it('loses no event while the bus is down', async () => {
  await placed(3);
  bridge.state.put = () => denied;
  expect(await publish()).toMatchObject({ published: 0, refused: 3 });
  bridge.state.put = () => undefined;
  await passTime();
  expect(await publish()).toMatchObject({ published: 3 });
});

it('resends the events that a dead publisher had claimed, but not before its claim expires', async () => {
  const db = await database();
  await placed(2);
  expect(await claimEvents(db, 'the dead')).toHaveLength(2);
  expect(await publish()).toMatchObject({ published: 0 });
  await passTime();
  expect(await publish()).toMatchObject({ published: 2 });
});

it('does nothing while another publisher has the lease', async () => {
  const db = await database();
  await placed(1);
  expect(await takeLease(db, 'somebody else')).toBe(true);
  expect(await publish()).toEqual({ published: 0, refused: 0, deleted: 0 });
  await db.sequelize.query("update publisher_lease set expires_at = now() - interval '1 s'");
  expect(await publish()).toMatchObject({ published: 1 });
});

it('stops before its deadline, releases the lease, and leaves the remaining events to the next run', async () => {
  await placed(25);
  const remainingMs = () => (bridge.sizes.length < 2 ? 30_000 : 10_000);
  expect(await publish({ remainingMs, requestId: 'out of time' })).toMatchObject({ published: 20 });
  expect(await publish({ requestId: 'the next' })).toMatchObject({ published: 5 });
});

it('stops after one batch if the bus is down', async () => {
  await placed(25);
  bridge.state.put = () => denied;
  expect(await publish()).toMatchObject({ published: 0, refused: 10 });
  expect(bridge.sizes).toEqual([10]);
});

it('publishes the other events while one event has been rejected for months', async () => {
  const db = await ownerDatabase();
  const { orders } = await placed(2);
  await db.sequelize.query('update order_events set attempts = 5000 where order_id = $1', { bind: [orders[0].id] });
  bridge.state.refuse = ({ orderId }) => (orderId === orders[0].id ? 'ThrottlingException' : undefined);
  expect(await publish()).toMatchObject({ published: 1, refused: 1 });
  const event = await db.OrderEvent.findOne({ where: { orderId: orders[0].id } });
  expect(event).toMatchObject({ attempts: 5001, lastError: 'ThrottlingException: no', publishedAt: null });
  const [soon] = await db.sequelize.query("select from order_events where attempts = 5001 and not_before <= now() + interval '15 min'");
  expect(soon).toHaveLength(1);
});

it('does not resend published events when the connection is lost before they are marked', async () => {
  await placed(3);
  const { sequelize } = await database();
  const bus = eventBridge('shop');
  const counts = await publishEvents(withDatabase, {
    ...bus,
    async put(events) {
      const refused = await bus.put(events);
      await expect(sequelize.query('select pg_terminate_backend(pg_backend_pid())')).rejects.toThrow();
      return refused;
    },
  });
  expect(counts).toMatchObject({ published: 3 });
  expect(bridge.received).toHaveLength(3);
});

it('fails on a deployed stage without a bus, so that no event is lost', async () => {
  const { stage } = config();
  expect(stage).toBe('local');
  vi.resetModules();
  vi.stubEnv('STAGE', 'production');
  const deployed = await import('../../lib/events/publishEvents.ts');
  await expect(deployed.publishEvents(withDatabase)).rejects.toThrow(/EVENT_BUS_NAME/);
  vi.unstubAllEnvs();
});

it('deletes the events that were published more than 400 days ago, and no others', async () => {
  const db = await ownerDatabase();
  await placed(3);
  await publish();
  await db.sequelize.query(
    `insert into order_events (order_id, type, payload, request_id, published_at)
     select 1000000 + n, 'order.placed', '{}'::jsonb, 'old', now() - interval '401 days' from generate_series(1, 2500) n
      union all
     select 2000000, 'order.placed', '{}'::jsonb, 'kept', now() - interval '399 days'`,
  );
  expect(await publish()).toMatchObject({ deleted: 2_500 });
  expect(await db.OrderEvent.count()).toBe(4);
});

/** Runs the publisher with a delay of 1 s and 74 s of remaining time. Only its pauses take time. `during` runs in each pause. */
async function publishFor(during: (second: number) => unknown, { bus = eventBridge('shop'), timeoutMs = 74_000 } = {}) {
  let seconds = 0;
  const sent: number[] = [];
  const remainingMs = () => timeoutMs - seconds * 1_000;
  return duringInvocation({ requestId: randomUUID(), remainingMs }, async ({ database: use }) => {
    let before = 0;
    const pause = async (ms: number) => {
      expect(ms).toBe(1_000);
      sent.push(use.statements - before);
      await during(++seconds);
      before = use.statements;
    };
    const counts = await publishEvents(withDatabase, bus, { delayMs: 1_000, pause });
    return { counts, seconds, sent };
  });
}

describe('with a delay of a second', () => {
  it('sends one statement after each pause until 15 s before its deadline, and logs once', async () => {
    const told = vi.spyOn(log, 'info');
    const { seconds, sent } = await publishFor(() => undefined);
    expect(seconds).toBe(58);
    expect(sent.slice(1)).toEqual(Array(57).fill(1));
    expect(told.mock.calls.filter(([message]) => message === 'published events')).toHaveLength(1);
    told.mockRestore();
  });

  it('holds no transaction, no lock and at most one connection during a pause', async () => {
    const { pathname } = new URL(process.env['DATABASE_URL'] ?? '');
    const admin = new pg.Client({ connectionString: inject('adminUrl') });
    await admin.connect();
    const sessions: object[][] = [];
    await publishFor(async () => {
      const { rows } = await admin.query(
        `select state, (select count(*)::int from pg_locks where pg_locks.pid = pg_stat_activity.pid) as locks
           from pg_stat_activity where usename = 'orders_api' and datname = $1`,
        [pathname.slice(1)],
      );
      sessions.push(rows);
    }).finally(() => admin.end());
    expect(sessions).toEqual(Array(58).fill([{ state: 'idle', locks: 0 }]));
  });

  it('publishes an event after the next pause, and waits again', async () => {
    const received: number[] = [];
    const { counts } = await publishFor(async (second) => {
      received.push(bridge.received.length);
      if (second === 2 || second === 5) await placed(2);
    });
    expect(counts).toMatchObject({ published: 4 });
    expect(received.slice(0, 7)).toEqual([0, 0, 2, 2, 2, 4, 4]);
  });

  it('publishes nothing while another publisher has the lease, and takes it over once it expires', async () => {
    const db = await database();
    await placed(1);
    await takeLease(db, 'somebody else');
    const { counts, sent } = await publishFor(async (second) => {
      if (second === 3) expect(bridge.received).toEqual([]);
      if (second === 3) await db.sequelize.query("update publisher_lease set expires_at = now() - interval '1 s'");
    });
    expect(counts).toMatchObject({ published: 1 });
    expect(sent.slice(0, 3)).toEqual([1, 1, 1]);
  });

  it('two publishers at the same moment send each event once', async () => {
    await placed(25);
    const both = await Promise.all([publishFor(() => undefined), publishFor(() => undefined)]);
    expect(both.reduce((sum, { counts }) => sum + counts.published, 0)).toBe(25);
    expect(new Set(bridge.received.map(({ detail }) => detail.id)).size).toBe(25);
    expect(bridge.received).toHaveLength(25);
  });

  it('publishes an event after a later pause of the same run if the bus refuses it once', async () => {
    const real = eventBridge('shop');
    let calls = 0;
    const bus: EventBus = {
      exists: () => real.exists(),
      put: (events) =>
        calls++ === 0 ? Promise.resolve(new Map(events.map(({ id }) => [id, { concerns: 'bus', reason: 'throttled' }]))) : real.put(events),
    };
    await placed(1);
    const { counts } = await publishFor(
      async (second) => {
        if (second === 3) await (await database()).sequelize.query('update order_events set not_before = now() where published_at is null');
      },
      { bus },
    );
    expect(counts).toMatchObject({ published: 1, refused: 1 });
    expect(bridge.received).toHaveLength(1);
  });

  it('ends the run after the bus was missing three times in a row, and leaves the events to the next run', async () => {
    const { counts, seconds } = await publishFor(async (second) => {
      if (second !== 2) return;
      bridge.state.buses = [];
      await placed(1);
    });
    expect([counts.published, seconds]).toEqual([0, 4]);
    bridge.state.buses = ['shop'];
    expect(await publish()).toMatchObject({ published: 1 });
  });

  it('begins no pause that would end in its last 15 s', async () => {
    expect(await publishFor(() => undefined, { timeoutMs: 16_000 })).toMatchObject({ seconds: 0 });
    expect(await publishFor(() => undefined, { timeoutMs: 17_000 })).toMatchObject({ seconds: 1 });
  });
});

it('does not pause with a delay of a minute', async () => {
  const pause = vi.fn();
  await duringInvocation({ requestId: 'asks once', remainingMs: () => 74_000 }, () =>
    publishEvents(withDatabase, eventBridge('shop'), { delayMs: 60_000, pause }),
  );
  expect(pause).not.toHaveBeenCalled();
});
