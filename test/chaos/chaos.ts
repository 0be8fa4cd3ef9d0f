import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DatabaseUrls } from '../../local/postgres/ordersDatabase.ts';
import { type Holdings, readHoldings } from '../load/holdings.ts';
import { startEventBridge } from '../support/eventBridge.ts';
import { Callers } from './callers.ts';
import { Fleet, startFunction } from './fleet.ts';
import { courses } from './lives.ts';
import { lostAcknowledgements } from './lostAcknowledgements.ts';
import { dateSomeOrdersBack, keepSessions, openShop, type Shop, unpaidOrderMinutes } from './shop.ts';
import { readStories, unpublishedFaults } from './stories.ts';
import { causeUnrest } from './unrest.ts';

/** The counts of a run, and its faults. */
export interface ChaosReport {
  /** How often each kind of request, payment and failure happened. */
  readonly happened: Readonly<Record<string, number>>;
  readonly holdings: Holdings;
  /** Unexpected responses, lost writes, and records that contradict each other. */
  readonly faults: readonly string[];
  readonly seconds: number;
}

interface Options {
  /** The number of orders to place. */
  readonly orders: number;
  /** The number of orders in progress at once. */
  readonly clients?: number;
  readonly requestsPerKill?: number;
  readonly requestsPerTermination?: number;
  readonly crashes?: number;
  /** Raises the idle limit of sessions from production's value to 2 s. This saves time, because fewer requests open a session. */
  readonly keepsSessions?: boolean;
  /** Called after each tenth of the orders, with the number of orders that are done. */
  readonly onProgress?: (orders: number) => void;
}

/**
 * Places, pays, refunds, cancels, expires and advances orders, and books stock movements. Meanwhile, kills environments, ends sessions and
 * crashes the server. At the end, compares the database with the responses.
 */
export async function runChaos({
  orders,
  clients = 10,
  requestsPerKill = 100,
  requestsPerTermination = 25,
  crashes = 1,
  keepsSessions = false,
  onProgress = () => {},
}: Options): Promise<ChaosReport> {
  const began = performance.now();
  const bridge = await startEventBridge();
  const shop = await openShop(migrateShop);
  const fleet = new Fleet(shop.directory, variablesOf(shop, bridge.url), 6);
  const callers = new Callers(fleet);
  const done = new AbortController();
  let next = 0;
  let lived = 0;
  const client = async () => {
    while (next < orders) {
      const index = next++;
      const course = courses[index % courses.length];
      const order = course && (await callers.place(index, course.isSoon));
      const key = `movement ${index}`;
      const book = () => callers.book(1 + (index % 8), index % 20 === 0 ? 3 : -2, key);
      await Promise.all([order && course.live(callers, order, `order ${index}`), ...(index % 10 === 0 ? [book(), book()] : [])]);
      lived++;
      if (Math.floor((lived * 10) / orders) > Math.floor(((lived - 1) * 10) / orders)) onProgress(lived);
    }
  };
  const requests = () => callers.counts.requests;
  try {
    await dateSomeOrdersBack(shop);
    if (keepsSessions) await keepSessions(shop);
    const others = [
      expireUntil(fleet, done.signal),
      publishUntil(shop, fleet, done.signal),
      causeUnrest(shop, fleet, {
        ...{ requestsPerKill, requestsPerTermination, crashes, requests, progress: () => next / orders, signal: done.signal },
      }),
    ] as const;
    await Promise.all(Array.from({ length: clients }, client));
    done.abort();
    const [, , unrest] = await Promise.all(others);
    const connection = await shop.connect();
    await publishAll(shop, fleet, connection);
    await fleet.stop();
    const [holdings, stories] = [await readHoldings(connection), await readStories(connection)];
    const lost = await lostAcknowledgements(connection, callers, stories);
    const details = bridge.received.map(({ Detail }) => Detail);
    const faults = [...callers.surprises, ...lost, ...stories.faults, ...(await unpublishedFaults(connection, details))];
    await connection.end();
    const happened = {
      ...{ orders: callers.acknowledged.orders.size, ...stories.counts, movements: callers.acknowledged.movements.size },
      ...{ published: details.length, ...callers.counts, ...unrest },
    };
    return { happened, holdings, faults, seconds: Math.round((performance.now() - began) / 1000) };
  } finally {
    done.abort();
    await fleet.stop();
    await shop.close();
    bridge.stop();
  }
}

function variablesOf(shop: Shop, bridgeUrl: string): Readonly<Record<string, string>> {
  return {
    DATABASE_URL: shop.databaseUrl,
    UNPAID_ORDER_MINUTES: String(unpaidOrderMinutes),
    EVENT_BUS_NAME: 'shop',
    AWS_ENDPOINT_URL_EVENTBRIDGE: bridgeUrl,
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
  };
}

async function expireUntil(fleet: Fleet, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await fleet.invoke('expireOrders', '{}');
    await sleep(20);
  }
}

async function publishUntil(shop: Shop, fleet: Fleet, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const { functionError } = await fleet.invoke('publishEvents', '{}');
    await sleep(100);
    if (functionError) await shop.passLease().catch(() => {});
  }
}

// publishEvents needs only a few runs. Events that are unpublished after 30 runs are reported as faults.
const maxRuns = 30;

/** Expires the remaining orders and publishes the remaining events. Called after the last kill and crash. */
async function publishAll(
  shop: Shop,
  fleet: Fleet,
  connection: { query(sql: string): Promise<{ rowCount: number | null }> },
): Promise<void> {
  // Waits for the statements of killed environments, which the server still completes and which may write events.
  const busy = `select from pg_stat_activity where usename = 'orders_api' and state <> 'idle'`;
  while ((await connection.query(busy)).rowCount) await sleep(50);
  await fleet.invoke('expireOrders', '{}');
  for (let run = 1; run <= maxRuns; run++) {
    await shop.passLease();
    await fleet.invoke('publishEvents', '{}');
    if (!(await connection.query('select from order_events where published_at is null limit 1')).rowCount) return;
  }
}

export async function migrateShop(taskRoot: string, { owner, api }: DatabaseUrls): Promise<void> {
  const environment = await startFunction(path.resolve(taskRoot), 'migrate', { MIGRATION_DATABASE_URL: owner, DATABASE_URL: api });
  const { functionError, payload } = await environment.invoke({
    requestId: randomUUID(),
    payload: '{"command":"up"}',
    functionArn: 'migrate',
    traceId: '',
  });
  await environment.stop();
  if (functionError) throw new Error(payload);
}
