import path from 'node:path';
import type pg from 'pg';
import type { Shop } from '../chaos/shop.ts';
import { moreOrders, moreProducts } from './fill.ts';
import { type Case, interleaved, type Measured } from './measure.ts';
import { Subject } from './subject.ts';

/** What becomes of a page when the shop grows. Every row is written as any other: nothing unlogged, nothing left to the next checkpoint. */
export async function growth(
  shop: Shop,
  client: pg.Client,
  {
    rounds,
    say,
    measured,
  }: { rounds: number; say: (text: string) => void; measured: (name: string, subjects: Record<string, Measured>) => void },
) {
  const of = (name: string, request: Case['request']): Case => ({
    file: path.join(shop.directory, `dist/functions/${name}.mjs`),
    variables: { DATABASE_URL: shop.databaseUrl },
    request,
  });

  for (const [customer, count] of [
    ['customer-2', 10],
    ['customer-3', 1_000],
    ['customer-4', 100_000],
  ] as const)
    await moreOrders(client, customer, count);
  await client.query('vacuum analyze');
  const history = (as: string) => of('listOrders', { as, query: { limit: '10' } });
  measured(
    'history, a page of 10',
    await interleaved(
      { 'of 10 orders': history('customer-2'), 'of 1,000': history('customer-3'), 'of 100,000': history('customer-4') },
      rounds,
      client,
    ),
  );

  const page = of('listProducts', { query: { limit: '200' } });
  let last = 300;
  for (const size of [300, 20_000, 1_000_000]) {
    await moreProducts(client, last + 1, size);
    last = size;
    await client.query('vacuum analyze products');
    say(`${size} products`);
    const { subject } = await Subject.start(page);
    const { cursor } = size > 300 ? await subject.run({ kind: 'walk', request: page.request, pages: Math.floor(size / 400) }) : {};
    await subject.stop();
    measured(
      `listing of 200, of ${size.toLocaleString('en')} products`,
      await interleaved(
        { 'first page': page, ...(cursor && { 'in the middle': of('listProducts', { query: { limit: '200', cursor } }) }) },
        rounds,
        client,
      ),
    );
  }

  const began = performance.now();
  await client.query(`set session_replication_role = replica`);
  await client.query(
    `insert into orders (user_id, status, total_in_cents, idempotency_key, request_hash)
     select 5 + n % 12, (array['pending', 'processing', 'shipped', 'delivered', 'cancelled'])[1 + n % 5], 100, 'large ' || n, repeat('0', 64)
       from generate_series(1, 10000000 - (select count(*) from orders)) n`,
  );
  await client.query(`set session_replication_role = origin`);
  await client.query('vacuum analyze orders');
  say(`10,000,000 orders, after ${Math.round((performance.now() - began) / 1_000)} s`);
  const before = await scans(client);
  measured(
    '10,000,000 orders',
    await interleaved(
      {
        history: history('customer-4'),
        'history by status': of('listOrders', { as: 'customer-4', query: { limit: '10', status: 'pending' } }),
        'an order of 3': of('placeOrder', {
          method: 'POST',
          as: 'customer-1',
          body: { items: [101, 102, 103].map((productId) => ({ productId, quantity: 1 })) },
        }),
      },
      rounds,
      client,
    ),
  );
  return { scans: (await scans(client)) - before, plan: await historyPlan(client) };
}

/** How often the tables that grow were read from end to end, as the server counts it. */
async function scans(client: pg.Client): Promise<number> {
  // What a session did is counted when it ends or is idle for a moment.
  await client.query('select pg_sleep(2), pg_stat_clear_snapshot()');
  const { rows } = await client.query<{ scans: string }>(
    `select sum(seq_scan) as scans from pg_stat_user_tables where relname in ('orders', 'order_items', 'products', 'users')`,
  );
  return Number(rows[0]?.scans);
}

/** The plan of a customer's newest orders, without their lines. */
async function historyPlan(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ 'QUERY PLAN': string }>(
    'explain select * from orders where user_id between 4 and 4 order by user_id desc, id desc limit 11',
  );
  return rows.map((row) => row['QUERY PLAN']);
}
