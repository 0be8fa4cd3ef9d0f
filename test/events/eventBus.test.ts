import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { eventBridge } from '../../lib/events/eventBridge.ts';
import { log } from '../../lib/log.ts';
import { ownerDatabase } from '../support/ownerDatabase.ts';
import { openBridge, placed, publish, withoutRetry } from './bridge.ts';

const bridge = openBridge();

beforeEach(() => {
  vi.spyOn(log, 'warn');
  vi.spyOn(log, 'error');
});
afterEach(() => {
  vi.restoreAllMocks();
});

const publishTo = (busName: string) => publish({ bus: eventBridge(busName) });
const errors = () => vi.mocked(log.error).mock.calls.map(([message]) => message);
const unclaimed = async () => (await ownerDatabase()).OrderEvent.count({ where: { attempts: 0 } });
const alarms = readFileSync('infra/alarms.yml', 'utf8');

it('claims nothing while the bus does not exist, rings an alarm, and publishes with the next run once it does', async () => {
  await placed(3);
  expect(await publishTo('to come')).toEqual({ published: 0, refused: 0, deleted: 0 });
  expect(bridge.sizes).toEqual([]);
  expect(await unclaimed()).toBe(3);
  expect(errors()).toEqual(['event bus not found']);
  expect(alarms).toContain('($.message = "event bus not found")');
  bridge.state.buses = ['to come'];
  expect(await publishTo('to come')).toMatchObject({ published: 3 });
  expect(bridge.received).toHaveLength(3);
});

it('notices that a bus was deleted, in an environment that has used it', async () => {
  await placed(1);
  await publishTo('shop');
  bridge.state.buses = [];
  await placed(1);
  expect(await publishTo('shop')).toMatchObject({ published: 0 });
  expect(await unclaimed()).toBe(1);
});

it('claims nothing when it may not ask whether the bus exists, and rings the same alarm', async () => {
  await placed(2);
  bridge.state.buses = ['unseen'];
  bridge.state.describe = () => ({ exception: 'AccessDeniedException' });
  expect(await publishTo('unseen')).toMatchObject({ published: 0, refused: 0 });
  expect(await unclaimed()).toBe(2);
  expect(errors()).toEqual(['event bus lookup failed']);
  expect(alarms).toContain('($.message = "event bus lookup failed")');
});

it('goes on publishing to a bus that it has seen when AWS only fails to describe it', async () => {
  await publishTo('shop');
  await placed(1);
  bridge.state.describe = () => ({ exception: 'AccessDeniedException' });
  expect(await publishTo('shop')).toMatchObject({ published: 1 });
  expect(errors()).toEqual([]);
  expect(vi.mocked(log.warn).mock.calls.map(([message]) => message)).toEqual(['event bus lookup failed, using the known bus']);
});

it('deletes old events also while the bus does not exist', async () => {
  const db = await ownerDatabase();
  await db.sequelize.query(
    `insert into order_events (order_id, type, payload, request_id, published_at)
     values (1, 'order.placed', '{}', 'old', now() - interval '401 days')`,
  );
  expect(await publishTo('to come')).toMatchObject({ deleted: 1 });
});

// A try without an answer is given up after half a second; there is time for many.
const impatient = eventBridge('shop', { tryMs: 500, totalMs: 25_000 });

it('asks again within the run when EventBridge leaves a PutEvents unanswered', async () => {
  await placed(2);
  bridge.state.put = () => (bridge.sizes.length === 1 ? 'silence' : undefined);
  expect(await publish({ bus: impatient })).toEqual({ published: 2, refused: 0, deleted: 0 });
  expect(bridge.sizes.length).toBeGreaterThanOrEqual(2);
});

it('asks again within the run when EventBridge leaves a DescribeEventBus unanswered', async () => {
  await placed(1);
  let asked = 0;
  bridge.state.describe = () => (++asked === 1 ? 'silence' : undefined);
  expect(await publish({ bus: impatient })).toMatchObject({ published: 1 });
});

it('ends the run in time, and leaves the events to the next one, when EventBridge answers no PutEvents', async () => {
  await placed(2);
  bridge.state.put = () => 'silence';
  expect(await publish({ bus: withoutRetry })).toEqual({ published: 0, refused: 2, deleted: 0 });
  expect((await (await ownerDatabase()).OrderEvent.findAll({ raw: true })).map(({ refusals, parkedAt }) => [refusals, parkedAt])).toEqual([
    [0, null],
    [0, null],
  ]);
});
