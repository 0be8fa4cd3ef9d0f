import { beforeAll, describe, expect, it } from 'vitest';
import { handler } from '../../functions/salesReport.ts';
import { database } from '../../lib/database/database.ts';
import { salesReport } from '../../lib/reports/salesReport.ts';
import { call, contextOf, eventOf } from '../support/call.ts';
import { fileClient } from '../support/fileClient.ts';

const scope = 'reports:read';
const month = '2024-02';
const products = 1_050;
const codes = 1_020;

const owner = fileClient();
beforeAll(async () => {
  // Each product and each discount code is in one order, and many of them have the same total.
  await owner.query(
    `insert into users (auth_subject, full_name, email) values ('ada', 'Ada', 'ada@example.com');
     insert into products (name, price_in_cents) select 'Product ' || n, 1 from generate_series(1, ${products}) n;
     insert into orders (user_id, total_in_cents, discount_code, idempotency_key, request_hash, created_at)
     select 1, n % 7, case when n <= ${codes} then 'CODE-' || n end, n::text, repeat('0', 64), '2024-02-10' from generate_series(1, ${products}) n;
     insert into order_items (order_id, product_id, quantity, unit_price_in_cents) select n, n, 1, n % 7 from generate_series(1, ${products}) n`,
  );
});

interface Report {
  readonly totals: object;
  readonly items: readonly { rank: number; productId: number; totalInCents: number }[];
  readonly discountCodes: readonly { discountCode: string }[];
  readonly nextCursor: string | null;
}
const get = async (query: Record<string, string> = {}): Promise<Report> =>
  (await call(handler, { scope, query: { month, ...query } })).json;

/** Returns all pages. */
async function pagesOf(query: Record<string, string>): Promise<Report[]> {
  const pages = [await get(query)];
  for (let cursor = pages[0]?.nextCursor; cursor; cursor = pages.at(-1)?.nextCursor) pages.push(await get({ ...query, cursor }));
  return pages;
}

describe('a report', () => {
  it('has at most 1,000 products and 1,000 discount codes, and a cursor for the others', async () => {
    const [first, second, ...more] = await pagesOf({});
    expect([first?.items.length, first?.discountCodes.length]).toEqual([1_000, 1_000]);
    expect([second?.items.length, second?.discountCodes.length, second?.nextCursor]).toEqual([products - 1_000, codes - 1_000, null]);
    expect(second?.totals).toEqual(first?.totals);
    expect(more).toEqual([]);
  });

  it('returns each product and each code once, in order and with its rank, for any page size', async () => {
    const pages = await pagesOf({ limit: '107' });
    const items = pages.flatMap((page) => page.items);
    expect(new Set(items.map(({ productId }) => productId)).size).toBe(products);
    expect(items).toEqual([...items].sort((a, b) => b.totalInCents - a.totalInCents || a.productId - b.productId));
    for (const { rank, totalInCents } of items) expect(rank).toBe(1 + items.filter((other) => other.totalInCents > totalInCents).length);
    const found = pages.flatMap(({ discountCodes }) => discountCodes.map(({ discountCode }) => discountCode));
    expect([found.length, new Set(found).size]).toEqual([codes, codes]);
  });

  it('continues until all products were returned, even if no codes are left', async () => {
    await owner.query('delete from order_items where product_id > 3 and order_id > 3');
    const pages = await pagesOf({ limit: '2' });
    expect(pages.map(({ items, discountCodes }) => [items.length, discountCodes.length])).toEqual([
      [2, 3],
      [1, 0],
    ]);
    await owner.query(
      `insert into order_items (order_id, product_id, quantity, unit_price_in_cents) select n, n, 1, n % 7 from generate_series(4, ${products}) n`,
    );
  });

  it('as CSV has a link to the next page until all products were returned', async () => {
    const readPage = async (query: Record<string, string>) => {
      const { headers = {}, body = '' } = await handler(
        eventOf({ scope, query: { month, ...query }, headers: { accept: 'text/csv' } }),
        contextOf(25_000),
      );
      const [, target] = /^<(\?[^>]*)>; rel="next"$/.exec(String(headers['Link'] ?? '')) ?? [];
      return { lines: body.trimEnd().split('\r\n'), next: target && Object.fromEntries(new URLSearchParams(target)) };
    };
    const first = await readPage({ limit: '600' });
    const second = await readPage(first.next || {});
    expect([first.lines.length, second.lines.length, second.next]).toEqual([601, products - 600 + 1, undefined]);
    expect(second.lines[0]).toBe(first.lines[0]);
    expect(new Set([...first.lines, ...second.lines].map((line) => line.split(',')[1])).size).toBe(products + 1);
  });

  it('rejects a cursor of another month, code or listing, and accepts one with another limit', async () => {
    const { nextCursor } = await get({ limit: '1' });
    const readPage = (query: Record<string, string>) => call(handler, { scope, query: { month, ...query } });
    for (const query of [
      { month: '2024-03' },
      { discountCode: 'CODE-1' },
      { cursor: 'x' },
      { cursor: Buffer.from('["x",{"id":1}]').toString('base64url') },
    ])
      expect(await readPage({ cursor: `${nextCursor}`, ...query })).toMatchObject({ status: 400, json: { code: 'invalid-cursor' } });
    expect((await get({ cursor: `${nextCursor}`, limit: '5' })).items).toHaveLength(5);
  });
});

describe('a long report', () => {
  /** Returns whether a report has waited for this test's lock for 1.3 s by the server's clock, which is longer than the session's limit. */
  const waited = async () => {
    const { rows } = await owner.query(`select from pg_locks where not granted and clock_timestamp() - waitstart > interval '1300 ms'`);
    return rows.length > 0;
  };

  it('has more time than the session allows other statements, and does not change the session’s limit', async () => {
    const { sequelize } = await database();
    // Changes the pool's only connection, on which the report runs. Without a lock_timeout, only a statement timeout can end the wait for the lock.
    await sequelize.query(`set statement_timeout = '1s'; set idle_session_timeout = 0; set lock_timeout = 0`);
    await owner.query('begin; lock table orders in access exclusive mode');
    const asked = call(handler, { scope, query: { month } });
    await expect.poll(waited).toBe(true);
    await owner.query('commit');
    expect((await asked).status).toBe(200);
    expect((await sequelize.query('show statement_timeout'))[0]).toEqual({ statement_timeout: '1s' });
    await sequelize.query('reset all');
  });

  it('is stopped at its own time limit, with an error that names the limit', async () => {
    await owner.query('begin; lock table orders in access exclusive mode');
    const report = salesReport(await database(), { month, limit: 1, withCodes: true }, 150);
    await expect(report).rejects.toMatchObject({
      code: 'overloaded',
      message: expect.stringMatching(/^The report of 2024-02 exceeded its limit of 0\.15 s\. Filter by discountCode, or retry/),
      retryAfterSeconds: 60,
    });
    await owner.query('commit');
    expect((await get()).totals).toMatchObject({ orders: products });
  });
});
