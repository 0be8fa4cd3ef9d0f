import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { eventBridge } from '../../lib/events/eventBridge.ts';
import { log } from '../../lib/log.ts';
import { ownerDatabase } from '../support/ownerDatabase.ts';
import { openBridge, passTime, placed, publish, withoutRetry } from './bridge.ts';

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

/** Returns the log filter and the threshold of the alarm for waiting events. */
function waitingAlarm() {
  const { Resources } = parse(alarms, { logLevel: 'silent' });
  const { FilterPattern, MetricTransformations } = Resources.UnpublishedAge.Properties;
  const { MetricName, Threshold, TreatMissingData } = Resources.UnpublishedAgeAlarm.Properties;
  expect(MetricTransformations).toMatchObject([{ MetricName, MetricValue: '$.oldestWaitingSeconds' }]);
  // The alarm is also raised if the publisher logs nothing.
  expect(TreatMissingData).toBe('breaching');
  return { filter: String(FilterPattern), threshold: Number(Threshold) };
}

it('claims no event while the bus does not exist, raises an alarm, and publishes once the bus exists', async () => {
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

it('detects a deleted bus in an environment that has used the bus before', async () => {
  await placed(1);
  await publishTo('shop');
  bridge.state.buses = [];
  await placed(1);
  expect(await publishTo('shop')).toMatchObject({ published: 0 });
  expect(await unclaimed()).toBe(1);
});

it('claims no event if it is not allowed to look up the bus, and raises the same alarm', async () => {
  await placed(2);
  bridge.state.buses = ['unseen'];
  bridge.state.describe = () => ({ exception: 'AccessDeniedException' });
  expect(await publishTo('unseen')).toMatchObject({ published: 0, refused: 0 });
  expect(await unclaimed()).toBe(2);
  expect(errors()).toEqual(['event bus lookup failed']);
  expect(alarms).toContain('($.message = "event bus lookup failed")');
});

it('continues to publish to a known bus if only its lookup fails', async () => {
  await publishTo('shop');
  await placed(1);
  bridge.state.describe = () => ({ exception: 'AccessDeniedException' });
  expect(await publishTo('shop')).toMatchObject({ published: 1 });
  expect(errors()).toEqual([]);
  expect(vi.mocked(log.warn).mock.calls.map(([message]) => message)).toEqual(['event bus lookup failed, using the known bus']);
});

it('deletes old events even if the bus does not exist', async () => {
  const db = await ownerDatabase();
  await db.sequelize.query(
    `insert into order_events (order_id, type, payload, request_id, published_at)
     values (1, 'order.placed', '{}', 'old', now() - interval '401 days')`,
  );
  expect(await publishTo('to come')).toMatchObject({ deleted: 1 });
});

it('loses no event while the bus refuses every call, and raises the alarm for waiting events', async () => {
  await placed(3);
  const { sequelize } = await ownerDatabase();
  const told = vi.spyOn(log, 'info');
  bridge.state.put = () => ({ exception: 'AccessDeniedException' });
  for (let run = 0; run < 11; run++) {
    await passTime();
    await sequelize.query("update order_events set created_at = created_at - interval '1 min'");
    await publishTo('shop');
  }
  const { OrderEvent } = await ownerDatabase();
  expect(await OrderEvent.count({ where: { publishedAt: null, parkedAt: null, refusals: 0 } })).toBe(3);
  expect(bridge.received).toEqual([]);
  // The alarm's filter matches this log line, and the value exceeds the alarm's threshold.
  const { filter, threshold } = waitingAlarm();
  const [message, fields] = told.mock.calls.findLast(([text]) => text === 'published events') ?? [];
  expect(filter).toContain(`$.message = "${message}"`);
  expect(filter).toContain('$.oldestWaitingSeconds >= 0');
  expect(Number(fields?.['oldestWaitingSeconds'])).toBeGreaterThan(threshold);
  bridge.state.put = () => undefined;
  await passTime();
  expect(await publishTo('shop')).toMatchObject({ published: 3 });
});

// A try without a response times out after 0.5 s, so there is time for many tries.
const impatient = eventBridge('shop', { tryMs: 500, totalMs: 25_000 });

it('retries within the run when EventBridge does not respond to PutEvents', async () => {
  await placed(2);
  bridge.state.put = () => (bridge.sizes.length === 1 ? 'silence' : undefined);
  expect(await publish({ bus: impatient })).toEqual({ published: 2, refused: 0, deleted: 0 });
  expect(bridge.sizes.length).toBeGreaterThanOrEqual(2);
});

it('retries within the run when EventBridge does not respond to DescribeEventBus', async () => {
  await placed(1);
  let asked = 0;
  bridge.state.describe = () => (++asked === 1 ? 'silence' : undefined);
  expect(await publish({ bus: impatient })).toMatchObject({ published: 1 });
});

it('ends before its deadline when EventBridge never responds, and leaves the events to the next run', async () => {
  await placed(2);
  bridge.state.put = () => 'silence';
  expect(await publish({ bus: withoutRetry })).toEqual({ published: 0, refused: 2, deleted: 0 });
  expect((await (await ownerDatabase()).OrderEvent.findAll({ raw: true })).map(({ refusals, parkedAt }) => [refusals, parkedAt])).toEqual([
    [0, null],
    [0, null],
  ]);
});
