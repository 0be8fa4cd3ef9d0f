import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { database } from '../../lib/database/database.ts';
import { withDatabase } from '../../lib/database/withDatabase.ts';
import { eventBridge } from '../../lib/events/eventBridge.ts';
import type { EventBus } from '../../lib/events/orderEvent.ts';
import { publishEvents } from '../../lib/events/publishEvents.ts';
import { duringInvocation } from '../../lib/invocation.ts';
import { startEventBridge } from '../support/eventBridge.ts';
import { makeCustomer, makeProduct } from '../support/make.ts';
import { placeOrder } from '../support/orderCalls.ts';

type Bridge = Awaited<ReturnType<typeof startEventBridge>>;

/** Starts a local EventBridge for the tests of a file. Each test begins with an empty outbox and a bus `shop` that accepts every event. */
export function openBridge(): Pick<Bridge, 'received' | 'sizes' | 'state'> {
  let bridge: Bridge | undefined;
  const opened = () => {
    if (!bridge) throw new Error('The event bridge starts before the first test of the file: use it only in tests.');
    return bridge;
  };
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
    opened().reset();
  });
  afterEach(() => {
    expect(opened().undescribed).toEqual([]);
  });
  afterAll(() => bridge?.stop());
  return {
    get received() {
      return opened().received;
    },
    get sizes() {
      return opened().sizes;
    },
    get state() {
      return opened().state;
    },
  };
}

/** Places this number of orders of a new customer. Each order writes an event. */
export async function placed(count: number) {
  const customer = await makeCustomer();
  const product = await makeProduct({ stockQuantity: 1_000, priceInCents: 250 });
  const orders = [];
  for (let order = 0; order < count; order++)
    orders.push((await placeOrder(customer.authSubject, [{ productId: product.id, quantity: 2 }])).json);
  return { subject: customer.authSubject, product, orders };
}

interface Run {
  readonly remainingMs?: () => number;
  readonly requestId?: string;
  readonly bus?: EventBus;
}

/** Runs the publisher once. */
export const publish = ({ remainingMs = () => 30_000, requestId = 'a publisher', bus = eventBridge('shop') }: Run = {}) =>
  duringInvocation({ requestId, remainingMs }, () => publishEvents(withDatabase, bus));

/** A bus that does not retry PutEvents calls. */
export const withoutRetry: EventBus = { ...eventBridge('shop', { tryMs: 500, totalMs: 1 }), exists: async () => true };

/** Ends the claims of publishers and the pauses after failures, as if their time had passed. */
export async function passTime(): Promise<void> {
  const { sequelize } = await database();
  await sequelize.query("update order_events set not_before = now() - interval '1 s' where published_at is null");
}
