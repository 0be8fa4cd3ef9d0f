import { beforeAll, describe, expect, it, vi } from 'vitest';
import { handler as cancelOrder } from '../../functions/fulfilment/cancelOrder.ts';
import { handler as getOrder } from '../../functions/fulfilment/getOrder.ts';
import { handler as listOrders } from '../../functions/listOrdersForFulfilment.ts';
import { database } from '../../lib/database/database.ts';
import { withDatabase } from '../../lib/database/withDatabase.ts';
import { placedSorts } from '../../lib/fulfilment/orderPages.ts';
import { writeCursor } from '../../lib/http/cursor.ts';
import { orderStatuses } from '../../lib/models/order.ts';
import { call, contextOf, eventOf } from '../support/call.ts';
import { placeOrder } from '../support/orderCalls.ts';
import { ownerDatabase } from '../support/ownerDatabase.ts';
import { announcePlans, expectFewRows, type Plan, plansOf } from '../support/plans.ts';
import { customers, fillLargeShop, size } from './largeShop.ts';

const scope = 'orders:fulfil';
// To find 100 orders, a page reads at most ten index ranges of 101 rows. For each order, it then reads at most eight rows of other tables.
const mostRows = 10 * 101 + 100 * 8;

beforeAll(async () => {
  await fillLargeShop();
  // Leaves only a few orders, all old, in each of four groups: pending; processing; shipped and paid; delivered and unpaid.
  const { sequelize } = await ownerDatabase();
  await sequelize.query(
    `update orders set status = 'delivered', paid_in_cents = total_in_cents where id > 100 and status in ('pending', 'processing');
     update orders set paid_in_cents = total_in_cents where id > 100 and status = 'delivered';
     update orders set paid_in_cents = 0 where id > 100 and status = 'shipped'`,
  );
  await sequelize.query('vacuum analyze orders');
  await announcePlans();
}, 300_000);

const expectLittle = (plans: readonly Plan[]) => expectFewRows(plans, mostRows, /Seq Scan/);

describe.each([undefined, ...orderStatuses])('GET /fulfilment/orders of status %s reads few rows', (status) => {
  describe.each([undefined, true, false])('with the filter paid = %s', (paid) => {
    it.each(placedSorts)('sorted by %s, with and without a time range, on the first page and on a late page', async (sort) => {
      const day = (n: number) => new Date(Date.now() - n * 86_400_000).toISOString();
      for (const times of [{}, { placedFrom: day(40) }, { placedBefore: day(30) }, { placedFrom: day(40), placedBefore: day(39) }]) {
        const others = { sort, ...(status && { status }), ...times };
        const filters = { ...others, ...(paid !== undefined && { paid }) };
        const position = { placed: (Date.now() - 39.5 * 86_400_000) * 1_000, id: size.orders / 2 };
        for (const cursor of [undefined, writeCursor(position, filters)]) {
          for (const limit of ['1', '100']) {
            const query = { ...others, ...(paid !== undefined && { paid: String(paid) }), limit, ...(cursor && { cursor }) };
            const { result, plans } = await plansOf(() => call(listOrders, { scope, query }));
            expect(result.status).toBe(200);
            expect(plans.length).toBe(result.json.items.length === 0 ? 1 : 3);
            expectLittle(plans);
          }
        }
      }
    });
  });
});

it.each(Object.entries(customers))('GET /fulfilment/orders reads only the orders of the %s customer', async (_, authSubject) => {
  const db = await ownerDatabase();
  const customer = await db.User.findOne({ where: { authSubject } });
  const own = await db.Order.count({ where: { userId: customer?.id ?? 0 } });
  for (const status of [undefined, ...orderStatuses]) {
    for (const paid of [undefined, 'true', 'false']) {
      for (const sort of placedSorts) {
        const query = { customerId: `${customer?.id}`, sort, limit: '100', ...(status && { status }), ...(paid && { paid }) };
        const { result, plans } = await plansOf(() => call(listOrders, { scope, query }));
        expect(result.status).toBe(200);
        const [page, ...others] = plans;
        expect(page?.scans.join(), page?.sql).toMatch(/Index.* on orders by orders_user_id_/);
        expect(page?.rowsRead, page?.sql).toBeLessThanOrEqual(own);
        expect(others).toHaveLength(result.json.items.length === 0 ? 0 : 2);
        if (others.length > 0) expectLittle(others);
      }
    }
  }
});

it('a pick list in CSV, a single order and a cancellation read few rows', async () => {
  const csv = eventOf({ scope, query: { status: 'delivered', limit: '100' }, headers: { accept: 'text/csv' } });
  const { plans } = await plansOf(() => listOrders(csv, contextOf(25_000)));
  expect(plans).toHaveLength(2);
  expectLittle(plans);
  const path = { orderId: '100' };
  expectLittle((await plansOf(() => call(getOrder, { scope, path }))).plans);
  for (const mode of ['auto', 'force_generic_plan']) {
    const { sequelize } = await database();
    await sequelize.query(`set plan_cache_mode = ${mode}`);
    const items = Array.from({ length: 100 }, (_, index) => ({ productId: 10_001 + index * 100, quantity: 1 }));
    const placed = await placeOrder(customers.regular, items);
    const cancelled = await plansOf(() =>
      call(cancelOrder, { scope, path: { orderId: String(placed.json.id) }, body: { reason: 'Damaged' } }),
    );
    expect(cancelled.result.status).toBe(200);
    expectLittle(cancelled.plans.filter(({ isOurs }) => isOurs));
    // Restores the default, which the functions use, for the next test.
    await sequelize.query('reset plan_cache_mode');
  }
});

it.each([{}, { UNPAID_ORDER_MINUTES: '60' }])('the check for overdue orders reads few rows with the settings %j', async (variables) => {
  vi.resetModules();
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  const fresh = await import('../../lib/orders/reportOverdue.ts');
  vi.unstubAllEnvs();
  const { result, plans } = await plansOf(() => fresh.reportOverdue((work) => withDatabase(work)));
  expect(result).toMatchObject({ refundsDue: 1_000, oldestRefundSeconds: expect.any(Number) });
  expect(plans).toHaveLength(1);
  expectLittle(plans);
  expect(plans[0]?.scans.join()).toMatch(/orders_refund_due_idx/);
});

// This test comes last, because it drops indexes.
it.each([
  ['orders_paid_status_idx', { status: 'shipped', paid: 'true' }],
  ['orders_unpaid_status_idx', { status: 'delivered', paid: 'false' }],
  ['orders_created_at_idx', {}],
])('these tests would detect a missing index %s', async (index, query) => {
  const { sequelize } = await ownerDatabase();
  await sequelize.query(`drop index ${index}`);
  const { plans } = await plansOf(() => call(listOrders, { scope, query: { ...query, limit: '100', sort: 'newest' } }));
  expect(() => expectLittle(plans)).toThrow();
});
