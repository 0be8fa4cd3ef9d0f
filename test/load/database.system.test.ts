import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { currentBuild } from '../../scripts/currentBuild.ts';
import { type LoadDatabase, openLoadDatabase } from './database.ts';
import { brokenInvariants, orderCount, stockOf } from './invariants.ts';
import { startSampler } from './sampler.ts';

let database: LoadDatabase;

beforeAll(async () => {
  await currentBuild();
  database = await openLoadDatabase(20);
});
afterAll(() => database?.close());

async function inClone(name: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  await database.clone(name);
  const client = await database.connect(name);
  await work(client).finally(() => client.end());
}

const newOrder = (key: string) =>
  `insert into orders (user_id, status, total_in_cents, idempotency_key, request_hash) values (1, 'pending', 0, '${key}', '${'0'.repeat(64)}')`;

test('reports no violated invariant for a consistent shop', async () => {
  await inClone('sound', async (client) => {
    expect(await brokenInvariants(client, await stockOf(client), 0, await orderCount(client))).toEqual([]);
  });
});

test('detects a stock that changed without an order, a lost order, a wrong total and a negative stock', async () => {
  await inClone('unsound', async (client) => {
    const [stock, orders] = [await stockOf(client), await orderCount(client)];
    await client.query('update products set stock_quantity = stock_quantity - 1 where id = 1');
    await client.query('update orders set total_in_cents = total_in_cents + 1 where id = 1');
    await client.query('alter table products drop constraint products_stock_quantity_check');
    await client.query('update products set stock_quantity = -1 where id = 2');
    expect(await brokenInvariants(client, stock, 3, orders)).toEqual([
      'the stock plus the ordered units of 2 products changed during the run',
      'the stock of 1 products is negative',
      'the stock of 2 products is not the sum of their movements minus the units of their orders',
      'the total of 1 orders is not the sum of their lines',
      '3 orders are missing, although their response was 201',
    ]);
  });
});

test('reuses no order ID after a crash of the server, although the database is a copy', async () => {
  await inClone('crashed', async (client) => {
    for (const key of ['a', 'b', 'c']) await client.query(newOrder(key));
  });
  await database.failover();
  const client = await database.connect('crashed');
  try {
    await client.query(newOrder('d'));
  } finally {
    await client.end();
  }
});

test('reports an open connection as held, and as active only while it has an open transaction', async () => {
  const { owner } = await database.clone('held');
  const holder = new pg.Client({ connectionString: owner });
  await holder.connect();
  const end = new AbortController();
  const frozen = { busy: 0, frozen: 1, coldStarts: 1, throttles: 0 };
  const { samples, ended } = startSampler(
    () => database.connect('held'),
    () => frozen,
    end.signal,
  );
  const last = expect.poll(() => samples.at(-1), { timeout: 30_000 });
  await last.toMatchObject({ held: 1, active: 0, busy: 0, frozen: 1 });
  await holder.query('begin');
  await last.toMatchObject({ held: 1, active: 1 });
  await holder.end();
  await last.toMatchObject({ held: 0, active: 0 });
  end.abort();
  await ended;
});

test('counts rejected connections by SQLSTATE', async () => {
  await database.clone('full');
  const before = database.refused.get('53300') ?? 0;
  const clients = await Promise.allSettled(Array.from({ length: 25 }, () => database.connect('full')));
  for (const client of clients) if (client.status === 'fulfilled') await client.value.end();
  expect(clients.filter(({ status }) => status === 'rejected').length).toBeGreaterThanOrEqual(5);
  await expect.poll(() => (database.refused.get('53300') ?? 0) - before, { timeout: 30_000 }).toBeGreaterThanOrEqual(5);
});
