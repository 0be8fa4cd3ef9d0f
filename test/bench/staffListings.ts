import path from 'node:path';
import type pg from 'pg';
import type { Shop } from '../chaos/shop.ts';
import type { Request } from '../support/call.ts';
import { type Case, interleaved, type Measured } from './measure.ts';

interface Given {
  readonly shop: Shop;
  readonly client: pg.Client;
  readonly rounds: number;
  readonly say: (text: string) => void;
  readonly measured: (name: string, subjects: Record<string, Measured>) => void;
}

const small = 'orders_small';
/** For a listing of the large shop, the server may use at most this many times the CPU time of the same listing in the small shop. */
const mostTimes = 1.2;

/** Copies the shop's database in its current state. Its listings are the baseline. */
export async function copyAsSmallShop(client: pg.Client): Promise<void> {
  await client.query('vacuum analyze');
  await client.query(`create database ${small} template orders`);
}

/** Listings with each kind of filter and sort. Each listing reads different index ranges. */
function listings(customerId: string): Readonly<Record<string, Readonly<Record<string, string>>>> {
  const day = { placedFrom: '2026-01-01T00:20:00Z', placedBefore: '2026-01-01T02:00:00Z' };
  return {
    'oldest first': {},
    'newest first': { sort: 'newest' },
    pending: { status: 'pending' },
    'delivered, newest first': { status: 'delivered', sort: 'newest' },
    paid: { paid: 'true' },
    'unpaid, newest first': { paid: 'false', sort: 'newest' },
    'processing and paid': { status: 'processing', paid: 'true' },
    'of some hours': day,
    'of some hours, unpaid, newest first': { ...day, paid: 'false', sort: 'newest' },
    'of a customer': { customerId },
    'of a customer, shipped, paid, newest first': { customerId, status: 'shipped', paid: 'true', sort: 'newest' },
  };
}

/**
 * Measures each listing for staff in turn with the same listing of the small shop, so that other load on the machine affects both.
 * Returns a fault for each listing that takes more than 1.2 times as much of the server's CPU as in the small shop.
 */
export async function staffListings({ shop, client, rounds, say, measured }: Given): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(`select id from users where auth_subject = 'customer-5'`);
  const smallUrl = new URL(shop.databaseUrl);
  smallUrl.pathname = small;
  const of = (url: string, request: Request): Case => ({
    file: path.join(shop.directory, 'dist/functions/listOrdersForFulfilment.mjs'),
    variables: { DATABASE_URL: url },
    request: { routeKey: 'GET /fulfilment/orders', scope: 'orders:fulfil', ...request },
  });
  const ratios: { name: string; ratio: number }[] = [];
  const compare = async (name: string, request: Request) => {
    const cases = { 'of 10,000 orders': of(smallUrl.href, request), 'of the large shop': of(shop.databaseUrl, request) };
    const subjects = await interleaved(cases, rounds, client);
    measured(`orders for staff, ${name}`, subjects);
    const [yardstick, large] = Object.values(subjects).map(({ serverCpuUs }) => serverCpuUs?.median);
    // If the system does not report the server's CPU, the ratio is NaN, which counts as a fault.
    ratios.push({ name, ratio: (large ?? Number.NaN) / (yardstick ?? Number.NaN) });
  };
  for (const [name, query] of Object.entries(listings(rows[0]?.id ?? ''))) await compare(name, { query });
  await compare('a pick list of 50', { query: { status: 'processing' }, headers: { accept: 'text/csv' } });
  say(
    `\nOrders for staff, the server's CPU as a ratio to the shop with 10,000 orders:\n${ratios.map(({ name, ratio }) => `${ratio.toFixed(2)} ${name}`).join('\n')}`,
  );
  return ratios
    .filter(({ ratio }) => !(ratio <= mostTimes))
    .map(
      ({ name, ratio }) =>
        `orders for staff, ${name}: ${ratio.toFixed(2)} times as much of the server's CPU as with 10,000 orders, more than ${mostTimes}`,
    );
}
