import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { handler as getOrder } from '../../functions/getOrder.ts';
import { handler as getProduct } from '../../functions/getProduct.ts';
import { handler as listOrders } from '../../functions/listOrders.ts';
import { handler as listProducts } from '../../functions/listProducts.ts';
import { handler as placeOrder } from '../../functions/placeOrder.ts';
import { database } from '../../lib/database/database.ts';
import { writeCursor } from '../../lib/http/cursor.ts';
import { orderStatuses } from '../../lib/models/order.ts';
import { productSorts } from '../../lib/products/sort.ts';
import { call } from '../support/call.ts';
import { announcePlans, plansOf } from '../support/plans.ts';
import { customers, fillLargeShop, size } from './largeShop.ts';

// No statement of the API may read the whole of a table that grows. The plans are those that the server carried out.
const fullScan = /Seq Scan on (products|orders|order_items|users)/;

beforeAll(async () => {
  await fillLargeShop();
  await announcePlans();
});

/** Asserts the answer, and that none of the statements on the way to it read a whole table; returns what they did read. */
async function readsNoWholeTable(work: () => Promise<{ status: number }>, status: number, atLeast = 1): Promise<string[]> {
  const { result, plans } = await plansOf(work);
  expect(result).toMatchObject({ status });
  expect(plans.length).toBeGreaterThanOrEqual(atLeast);
  for (const { sql, scans } of plans) expect(scans.join(', '), sql).not.toMatch(fullScan);
  return plans.flatMap(({ scans, rowsRead }) => [String(rowsRead), ...scans]);
}

describe.each(productSorts)('GET /products by %s', (sort) => {
  const middle = {
    id: { by: 'id', id: 50_000 },
    price: { by: 'price', value: 50_000, id: 50_000 },
    name: { by: 'name', value: '8', id: 50_000 },
  };
  const position = sort === 'name' ? middle.name : sort.endsWith('price') ? middle.price : middle.id;

  it.each([
    ['all', {}],
    ['those of a large category', { categoryId: 1 }],
    ['those of a small category', { categoryId: 6 }],
    ['those of no category', { categoryId: 987 }],
    ['those of an old category', { categoryId: 20 }],
    ['those of an old category in stock', { categoryId: 20, inStock: true }],
    ['those in stock', { inStock: true }],
    ['those of a category in stock', { categoryId: 1, inStock: true }],
    ['those with rare words', { search: 'blue TEA' }],
    ['those with common words', { search: 'cup' }],
    ['those with words that nobody uses', { search: 'zzz' }],
    ['those of a category with rare words', { categoryId: 1, search: 'teapot' }],
    ['those of a category with common words', { categoryId: 6, search: 'cup' }],
  ])('reads no whole table for %s, first page and far behind', async (_, filters) => {
    const query = { sort, limit: '200', ...Object.fromEntries(Object.entries(filters).map(([name, value]) => [name, String(value)])) };
    const a = await readsNoWholeTable(() => call(listProducts, { query }), 200);
    const cursor = writeCursor(position, { sort, ...filters });
    const b = await readsNoWholeTable(() => call(listProducts, { query: { ...query, cursor } }), 200);
    console.log(sort, _, a.join(), '|', b.join());
  });
});

it('GET /products/{productId} reads no whole table', async () => {
  await readsNoWholeTable(() => call(getProduct, { path: { productId: '77777' } }), 200);
});

describe.each(Object.entries(customers))('for the %s customer', (_, customer) => {
  it.each([undefined, ...orderStatuses])('GET /orders of status %s reads no whole table, first page and far behind', async (status) => {
    const query = { limit: '100', ...(status && { status }) };
    const a = await readsNoWholeTable(() => call(listOrders, { as: customer, query }), 200, 2);
    const cursor = writeCursor({ id: 50_000 }, { ...(status && { status }) });
    const b = await readsNoWholeTable(() => call(listOrders, { as: customer, query: { ...query, cursor } }), 200, 2);
    console.log(_, status, a.join(), '|', b.join());
  });
});
