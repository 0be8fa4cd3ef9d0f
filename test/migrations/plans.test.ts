import { beforeAll, describe, expect, it } from 'vitest';
import { handler as getOrder } from '../../functions/getOrder.ts';
import { handler as getProduct } from '../../functions/getProduct.ts';
import { handler as listOrders } from '../../functions/listOrders.ts';
import { handler as listProducts } from '../../functions/listProducts.ts';
import { handler as placeOrder } from '../../functions/placeOrder.ts';
import { database } from '../../lib/database/database.ts';
import { writeCursor } from '../../lib/http/cursor.ts';
import { call } from '../support/call.ts';
import { announcePlans, plansOf } from '../support/plans.ts';
import { customers, fillLargeShop, size } from './largeShop.ts';

// No statement of the API may read the whole of a table that grows. The plans are those that the server carried out.
beforeAll(async () => {
  await fillLargeShop();
  await announcePlans();
});

async function expectNoFullScan(work: () => Promise<{ status: number }>, status: number, statements: number): Promise<string[]> {
  const { result, plans } = await plansOf(work);
  expect(result.status).toBe(status);
  expect(plans.length).toBeGreaterThanOrEqual(statements);
  for (const { sql, scans } of plans) expect(scans.join(', '), sql).not.toMatch(/Seq Scan on (products|orders|order_items|users)/);
  return plans.flatMap(({ scans }) => scans);
}

it('x', async () => {
  const scans = await expectNoFullScan(() => call(listProducts, {}), 200, 1);
  console.log(scans);
});
