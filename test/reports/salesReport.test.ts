import { beforeAll, describe, expect, it } from 'vitest';
import { handler } from '../../functions/salesReport.ts';
import { database } from '../../lib/database/database.ts';
import { call } from '../support/call.ts';
import { makeCategory, makeCustomer, makeProduct } from '../support/make.ts';
import { ownerDatabase } from '../support/ownerDatabase.ts';
import { statementsOf } from '../support/statements.ts';

const scope = 'reports:read';
const report = (query: Record<string, string>, headers = {}) => call(handler, { scope, query, headers });

interface Sale {
  readonly at: string;
  readonly status?: 'cancelled' | 'delivered';
  readonly code?: string | null;
  /** The index of the product, the quantity and the unit price in cents. */
  readonly lines: readonly (readonly [number, number, number])[];
}

let sales: Sale[];
let products: { id: number; name: string }[];

beforeAll(async () => {
  const db = await ownerDatabase();
  const category = await makeCategory('Tea');
  products = [
    await makeProduct({ name: '=cmd|calc', categoryId: category.id }),
    await makeProduct({ name: 'Pot, "large"', categoryId: category.id }),
    await makeProduct({ name: 'Loose' }),
  ];
  const customer = await makeCustomer();
  sales = [
    { at: '2024-01-31T23:59:59.999Z', lines: [[0, 1, 100]] },
    {
      at: '2024-02-01T00:00:00.000Z',
      lines: [
        [0, 2, 100],
        [1, 1, 700],
      ],
      code: 'SPRING',
    },
    {
      at: '2024-02-29T23:59:59.999Z',
      lines: [
        [1, 3, 500],
        [2, 5, 100],
      ],
    },
    { at: '2024-02-15T12:00:00.000Z', lines: [[2, 9, 900]], status: 'cancelled', code: 'SPRING' },
    { at: '2024-02-16T12:00:00.000Z', lines: [[0, 3, 100]], code: 'VIP' },
    { at: '2024-03-01T00:00:00.000Z', lines: [[0, 7, 100]] },
    { at: '2024-03-31T23:59:59.999Z', lines: [[1, 2, 250]] },
    { at: '2024-04-01T00:00:00.000Z', lines: [[1, 1, 9_999]] },
  ];
  for (const [index, { at, status = 'delivered', code = null, lines }] of sales.entries()) {
    const order = await db.Order.create({
      userId: customer.id,
      status,
      totalInCents: lines.reduce((sum, [, quantity, price]) => sum + quantity * price, 0),
      discountCode: code,
      idempotencyKey: `${index}`,
      requestHash: '0'.repeat(64),
      createdAt: new Date(at),
    });
    await db.OrderItem.bulkCreate(
      lines.map(([product, quantity, unitPriceInCents]) => ({
        orderId: order.id,
        productId: products[product]?.id ?? 0,
        quantity,
        unitPriceInCents,
      })),
    );
  }
});

/** Computes the report from the raw sales. */
function expected(month: string, code?: string) {
  const counted = sales.filter(({ at, status, code: own }) => at.startsWith(month) && status !== 'cancelled' && (!code || own === code));
  const sum = (lines: readonly (readonly [number, number, number])[]) => ({
    totalInCents: lines.reduce((total, [, quantity, price]) => total + quantity * price, 0),
    units: lines.reduce((total, [, quantity]) => total + quantity, 0),
  });
  const items = products
    .map(({ id, name }, index) => ({
      productId: id,
      name,
      lines: counted.flatMap(({ lines }) => lines.filter(([product]) => product === index)),
    }))
    .filter(({ lines }) => lines.length > 0)
    .map(({ lines, ...item }) => ({ ...item, category: item.name === 'Loose' ? null : 'Tea', orders: lines.length, ...sum(lines) }))
    .sort((a, b) => b.totalInCents - a.totalInCents || a.productId - b.productId);
  const codes = [...new Set(counted.flatMap(({ code: own }) => own ?? []))];
  return {
    month,
    totals: { orders: counted.length, ...sum(counted.flatMap(({ lines }) => lines)) },
    items: items.map((item) => ({ rank: 1 + items.filter(({ totalInCents }) => totalInCents > item.totalInCents).length, ...item })),
    discountCodes: codes
      .map((discountCode) => {
        const own = counted.filter((sale) => sale.code === discountCode);
        return { discountCode, orders: own.length, ...sum(own.flatMap(({ lines }) => lines)) };
      })
      .sort((a, b) => b.totalInCents - a.totalInCents),
    nextCursor: null,
  };
}

it('covers February of a leap year from the first millisecond to the last, without cancelled orders, in one statement of a transaction', async () => {
  const { result, sent } = await statementsOf(() => report({ month: '2024-02' }));
  expect(result.status).toBe(200);
  expect(result.json).toEqual(expected('2024-02'));
  expect(result.json.items.map(({ rank }: { rank: number }) => rank)).toEqual([1, 2, 2]);
  expect(sent).toHaveLength(4);
  expect(sent.filter((sql) => /from orders/.test(sql))).toHaveLength(1);
});

it.each(['2024-01', '2024-03', '2024-04'])(
  'counts a sale in the first or last millisecond of a month in the right month: %s',
  async (month) => {
    expect((await report({ month })).json).toEqual(expected(month));
  },
);

it("uses the month in UTC, independent of the session's time zone", async () => {
  const { sequelize } = await database();
  // The setting applies to the report, because the pool has one connection. In Berlin, daylight saving time began on 31 March 2024. If PostgreSQL added
  // a month to 1 March in this time zone, March would end an hour early.
  await sequelize.query("set time zone 'Europe/Berlin'");
  try {
    for (const month of ['2024-02', '2024-03']) expect((await report({ month })).json).toEqual(expected(month));
  } finally {
    await sequelize.query('reset time zone');
  }
});

it('returns the sales of one discount code', async () => {
  expect((await report({ month: '2024-02', discountCode: 'SPRING' })).json).toEqual(expected('2024-02', 'SPRING'));
});

it('returns only the best products with a limit, but the totals of all products', async () => {
  const { items, ...rest } = expected('2024-02');
  const { json } = await report({ month: '2024-02', limit: '1' });
  expect(json).toEqual({ ...rest, items: items.slice(0, 1), nextCursor: expect.any(String) });
});

it('returns zeros and empty lists for a month without orders', async () => {
  expect(await report({ month: '2031-07' })).toMatchObject({
    status: 200,
    json: { month: '2031-07', totals: { totalInCents: 0, orders: 0, units: 0 }, items: [], discountCodes: [] },
  });
});

describe('as CSV', () => {
  const csvOf = async (accept: string) => {
    const { statusCode, headers, body } = await handler(...(await callArguments({ month: '2024-02' }, { accept })));
    return { statusCode, headers, body: body ?? '' };
  };

  it('has a header, quotes where necessary, and escapes cells that begin like a formula', async () => {
    const { headers, body } = await csvOf('text/csv');
    expect(headers).toMatchObject({
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="sales-2024-02.csv"',
    });
    const [first, second, third, fourth] = body.split('\r\n');
    expect(first).toBe('rank,productId,name,category,totalInCents,orders,units');
    expect(second).toBe(`1,${products[1]?.id},"Pot, ""large""",Tea,2200,2,4`);
    expect(third).toBe(`2,${products[0]?.id},'=cmd|calc,Tea,500,2,5`);
    expect(fourth).toBe(`2,${products[2]?.id},Loose,,500,1,5`);
  });

  it.each([
    ['text/csv;q=0.9, application/json;q=0.5', 'text/csv'],
    ['text/*', 'text/csv'],
    ['text/csv; charset=utf-8', 'text/csv'],
    ['text/csv;charset="utf-8";header=present', 'text/csv'],
    ['text/csv;note="a,b;c";q=0.9, application/json;q=0.5', 'text/csv'],
    ['text/csv;q=0.1;ext=1, application/json; charset=utf-8', 'application/json'],
    ['text/csv;charset=utf-8;q=0', 'application/json'],
    ['*/*', 'application/json'],
    ['application/json, text/csv;q=0.1', 'application/json'],
    ['image/png', 'application/json'],
  ])('Accept: %s returns the type %s', async (accept, type) => {
    expect(String((await csvOf(accept)).headers?.['Content-Type'])).toContain(type);
  });
});

it.each([
  ['month', '2024-13'],
  ['month', '2024-2'],
  ['month', '2024-02-01'],
  ['month', "2024-02'"],
  ['discountCode', 'a b'],
  ['limit', '0'],
  ['limit', '1001'],
  ['year', '2024'],
])('rejects %s=%s', async (name, value) => {
  expect(await report({ month: '2024-02', [name]: value })).toMatchObject({ status: 422, json: { errors: [{ path: `/query/${name}` }] } });
});

it('requires a month, a token and the scope', async () => {
  expect(await report({})).toMatchObject({ status: 422, json: { errors: [{ path: '/query/month' }] } });
  expect(await call(handler, { query: { month: '2024-02' } })).toMatchObject({ status: 401 });
  expect(await call(handler, { subject: 'somebody', query: { month: '2024-02' } })).toMatchObject({
    status: 403,
    json: { code: 'forbidden' },
  });
});

async function callArguments(query: Record<string, string>, headers: Record<string, string>) {
  const { contextOf, eventOf } = await import('../support/call.ts');
  return [eventOf({ scope, query, headers }), contextOf(10_000)] as const;
}
