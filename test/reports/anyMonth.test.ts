import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { handler } from '../../functions/salesReport.ts';
import { call } from '../support/call.ts';
import { makeCategory, makeCustomer, makeProduct } from '../support/make.ts';
import { ownerDatabase } from '../support/ownerDatabase.ts';

interface Line {
  readonly product: number;
  readonly quantity: number;
  readonly price: number;
}

interface Order {
  /** The beginning of a month. The order is placed `offsetMs` before or after it. */
  readonly edge: string;
  readonly offsetMs: number;
  readonly status: 'pending' | 'delivered' | 'cancelled';
  readonly code: string | null;
  readonly lines: readonly Line[];
}

// February of 1900 (not a leap year), of a common year and of a leap year, the end of a year, and a month in which daylight saving time begins.
const months = ['1900-02', '2023-02', '2023-12', '2024-02', '2024-03'];
const edges = [...months, '1900-03', '2023-03', '2024-01', '2024-04'].map((month) => `${month}-01T00:00:00.000Z`);
const products: { id: number; name: string; category: string | null }[] = [];

const farMs = 40 * 86_400_000;
const line = fc.record({
  product: fc.integer({ min: 0, max: 4 }),
  quantity: fc.integer({ min: 1, max: 1_000 }),
  price: fc.nat(2_147_483_647),
});
const order: fc.Arbitrary<Order> = fc.record({
  edge: fc.constantFrom(...edges),
  offsetMs: fc.oneof({ weight: 3, arbitrary: fc.constantFrom(-1, 0) }, { weight: 1, arbitrary: fc.integer({ min: -farMs, max: farMs }) }),
  status: fc.constantFrom('pending', 'delivered', 'cancelled'),
  code: fc.constantFrom(null, 'SPRING', 'SPRING-2', 'VIP'),
  lines: fc.uniqueArray(line, { minLength: 1, maxLength: 5, selector: ({ product }) => product }),
});
const timeOf = ({ edge, offsetMs }: Order) => new Date(Date.parse(edge) + offsetMs);

/** Computes the report from these orders, without the database. */
function expected(orders: readonly Order[], month: string, code?: string) {
  const counted = orders.filter(
    (one) => one.status !== 'cancelled' && timeOf(one).toISOString().startsWith(month) && (!code || one.code === code),
  );
  const sales = (lines: readonly Line[], count: number) => ({
    totalInCents: lines.reduce((sum, { quantity, price }) => sum + quantity * price, 0),
    orders: count,
    units: lines.reduce((sum, { quantity }) => sum + quantity, 0),
  });
  const items = products.flatMap(({ id, ...product }, index) => {
    const lines = counted.flatMap((one) => one.lines.filter((candidate) => candidate.product === index));
    return lines.length === 0 ? [] : [{ productId: id, ...product, ...sales(lines, lines.length) }];
  });
  items.sort((a, b) => b.totalInCents - a.totalInCents || a.productId - b.productId);
  const codes = Object.entries(Object.groupBy(counted, (one) => one.code ?? ''))
    .filter(([discountCode]) => discountCode !== '')
    .map(([discountCode, own = []]) => ({
      discountCode,
      ...sales(
        own.flatMap(({ lines }) => lines),
        own.length,
      ),
    }));
  return {
    month,
    totals: sales(
      counted.flatMap(({ lines }) => lines),
      counted.length,
    ),
    items: items.map((item) => ({ rank: 1 + items.filter(({ totalInCents }) => totalInCents > item.totalInCents).length, ...item })),
    discountCodes: codes.sort((a, b) => b.totalInCents - a.totalInCents || (a.discountCode < b.discountCode ? -1 : 1)),
    nextCursor: null,
  };
}

it('the report equals one that is computed without the database, at the ends of months, on leap days, with cancelled orders', async () => {
  const db = await ownerDatabase();
  const customer = await makeCustomer();
  for (let index = 0; index < 5; index++) {
    const category = index < 3 ? await makeCategory() : null;
    const { id, name } = await makeProduct({ name: `Product ${index}`, ...(category && { categoryId: category.id }) });
    products.push({ id, name, category: category?.name ?? null });
  }
  await fc.assert(
    fc.asyncProperty(fc.array(order, { maxLength: 15, size: 'max' }), async (orders) => {
      await db.Order.destroy({ where: {} });
      const rows = await db.Order.bulkCreate(
        orders.map((one) => ({
          userId: customer.id,
          status: one.status,
          totalInCents: 0,
          discountCode: one.code,
          idempotencyKey: randomUUID(),
          requestHash: '0'.repeat(64),
          createdAt: timeOf(one),
        })),
        { returning: true },
      );
      await db.OrderItem.bulkCreate(
        orders.flatMap(({ lines }, index) =>
          lines.map(({ product, quantity, price }) => ({
            orderId: rows[index]?.id ?? 0,
            productId: products[product]?.id ?? 0,
            quantity,
            unitPriceInCents: price,
          })),
        ),
      );
      for (const month of months)
        for (const discountCode of [undefined, 'SPRING']) {
          const { json } = await call(handler, { scope: 'reports:read', query: { month, ...(discountCode && { discountCode }) } });
          expect(json).toEqual(expected(orders, month, discountCode));
        }
    }),
    { numRuns: 15 },
  );
});
