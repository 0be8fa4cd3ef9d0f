import path from 'node:path';
import type pg from 'pg';
import type { Shop } from '../chaos/shop.ts';
import { moreCustomers, moreOrders, moreProducts, ordersUpTo } from './fill.ts';
import { type Case, interleaved, type Measured } from './measure.ts';
import { copyAsSmallShop, staffListings } from './staffListings.ts';
import { Subject } from './subject.ts';

interface Growth {
  readonly shop: Shop;
  /** A superuser's connection to the shop's database. */
  readonly client: pg.Client;
  readonly rounds: number;
  /** The number of orders at the end. */
  readonly orders: number;
  /** Whether only the listings of orders for staff are measured. */
  readonly staffOnly: boolean;
  readonly say: (text: string) => void;
  readonly measured: (name: string, subjects: Record<string, Measured>) => void;
}

// The number of orders in the small shop. Its listings for staff are the baseline for those of the large shop.
const fewOrders = 10_000;
// No request may scan one of these tables as a whole.
const tables = ['users', 'products', 'orders', 'order_items', 'payments'];

const caseOf =
  ({ shop }: Growth) =>
  (name: string, request: Case['request']): Case => ({
    file: path.join(shop.directory, `dist/functions/${name}.mjs`),
    variables: { DATABASE_URL: shop.databaseUrl },
    request,
  });
const history = (subject: string, query: Record<string, string> = {}) => ({ subject, query: { limit: '10', ...query } });
const order = {
  method: 'POST',
  subject: 'customer-1',
  body: { items: [101, 102, 103].map((productId) => ({ productId, quantity: 1 })) },
};

/**
 * Measures the pages while the shop grows. No table is unlogged, so every row costs as much as in a real shop.
 * Returns the faults: each table that the server scanned as a whole, each scan of a whole table in a plan of a function's statement, and each slow listing
 * for staff.
 */
export async function growth(given: Growth): Promise<string[]> {
  await moreCustomers(given.client, 100_000);
  await ordersUpTo(given.client, fewOrders);
  await copyAsSmallShop(given.client);
  if (given.staffOnly) {
    await fillOrders(given);
    return staffListings(given);
  }
  await histories(given);
  return [...(await listings(given)), ...(await largeTable(given))];
}

async function histories(given: Growth): Promise<void> {
  const { client, rounds, measured } = given;
  await moreOrders(client, 'customer-2', 10);
  await moreOrders(client, 'customer-3', 1_000);
  await moreOrders(client, 'customer-4', 100_000);
  await client.query('vacuum analyze');
  const of = (subject: string) => caseOf(given)('listOrders', history(subject));
  const subjects = { 'of 10 orders': of('customer-2'), 'of 1,000': of('customer-3'), 'of 100,000': of('customer-4') };
  measured('history, a page of 10', await interleaved(subjects, rounds, client));
}

async function listings(given: Growth): Promise<string[]> {
  const { client, rounds, measured } = given;
  const scanned: string[] = [];
  const page = caseOf(given)('listProducts', { query: { limit: '200' } });
  let last = 300;
  for (const size of [300, 20_000, 1_000_000]) {
    await moreProducts(client, last + 1, size);
    last = size;
    await client.query('vacuum analyze products');
    const { subject } = await Subject.start(page);
    // Reads page after page, as a caller does, up to nine tenths of the products.
    const { cursor } = size > 300 ? await subject.run({ kind: 'walk', request: page.request, pages: Math.floor((size / 200) * 0.9) }) : {};
    await subject.stop();
    const deep = cursor && { 'after nine tenths of the products': { ...page, request: { query: { limit: '200', cursor } } } };
    measured(
      `listing of 200, of ${size.toLocaleString('en')} products`,
      await interleaved({ 'first page': page, ...deep }, rounds, client),
    );
    // With 300 products, the plan of a history is not checked, because a scan of so few rows is cheap.
    if (size === 300) continue;
    const longPage = caseOf(given)('listOrders', history('customer-4', { limit: '100' }));
    const values = ['customer-4', 101];
    scanned.push(...(await plannedScans(given, `a history page of 100 with ${size.toLocaleString('en')} products`, longPage, values)));
  }
  return scanned;
}

async function fillOrders({ client, orders, say }: Growth): Promise<void> {
  const began = performance.now();
  await ordersUpTo(client, orders);
  say(`\n${orders.toLocaleString('en')} orders, after ${Math.round((performance.now() - began) / 1_000)} s`);
}

async function largeTable(given: Growth): Promise<string[]> {
  const { client, rounds, orders, say, measured } = given;
  await fillOrders(given);
  const of = caseOf(given);
  const subjects = {
    history: of('listOrders', history('customer-4')),
    'history by status': of('listOrders', history('customer-4', { status: 'pending' })),
    'an order of 3': of('placeOrder', order),
  };
  const before = await scans(client);
  measured(`${orders.toLocaleString('en')} orders`, await interleaved(subjects, rounds, client));
  const dearer = await staffListings(given);
  const after = await scans(client);
  const read = tables.filter((table) => after.get(table) !== before.get(table));
  say(`\nTables that the server scanned as a whole: ${read.join(', ') || 'none'}`);

  const customer = await idOf(client, 'customer-4');
  const scanned = [
    await plannedScans(given, 'history', subjects.history, ['customer-4', 11]),
    await plannedScans(given, 'history by status', subjects['history by status'], [customer, 11, 'pending']),
    await plannedScans(given, 'a history page of 100', of('listOrders', history('customer-4', { limit: '100' })), ['customer-4', 101]),
    await plannedScans(given, 'an order of 3', subjects['an order of 3'], [
      ...['customer-1', 'explained', [101, 102, 103], [1, 1, 1]],
      ...[null, '0'.repeat(64), 'request', null, null],
    ]),
  ];
  return [...read.map((table) => `the server scanned the whole table ${table}`), ...scanned.flat(), ...dearer];
}

async function idOf(client: pg.Client, subject: string): Promise<unknown> {
  const { rows } = await client.query<{ id: string }>('select id from users where auth_subject = $1', [subject]);
  return rows[0]?.id;
}

/** Returns how often each table was scanned as a whole, from the server's statistics. */
async function scans(client: pg.Client): Promise<Map<string, number>> {
  // A session reports its statistics when it ends or is idle for a moment.
  await client.query('select pg_sleep(2), pg_stat_clear_snapshot()');
  const { rows } = await client.query<{ table: string; scans: number }>(
    `select relname as table, seq_scan::int as scans from pg_stat_user_tables where relname = any ($1)`,
    [tables],
  );
  return new Map(rows.map(({ table, scans }) => [table, scans]));
}

/** Prints the plan of the statement that the function last sent, and returns the plan's scans of whole tables. */
async function plannedScans(
  { client, say }: Growth,
  name: string,
  { request, ...options }: Case,
  values: readonly unknown[],
): Promise<string[]> {
  const statement = await Subject.lastStatement(client, options, request);
  const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain ${statement}`, [...values]);
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
  say(`\nThe plan of ${name}:\n${plan}`);
  return [...plan.matchAll(/Seq Scan on (\w+)/g)]
    .filter(([, table = '']) => tables.includes(table))
    .map(([, table]) => `the plan of ${name} scans the whole table ${table}`);
}
