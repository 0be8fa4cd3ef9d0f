import { beforeAll, describe, expect, it } from 'vitest';
import { handler as listOrders } from '../../functions/listOrders.ts';
import { handler as listProducts } from '../../functions/listProducts.ts';
import { fileClient } from '../support/fileClient.ts';
import { answerOf, listing, pagesOf } from './pages.ts';

// pageSize.system.test.ts tests other characters, formats and codings.

const owner = fileClient();

describe('a page of 200 products with descriptions of 32 KB', () => {
  beforeAll(async () => {
    await owner.query(
      `insert into products (name, price_in_cents, description) select 'Long ' || n, n, repeat('x', 32768) from generate_series(1, 200) n`,
    );
  });

  it('ends early, and the next page continues with the next product', async () => {
    const pages = await pagesOf(listProducts, { query: { limit: '200', sort: '-price' } });
    expect(pages.flat().map(({ id }) => id)).toEqual(Array.from({ length: 200 }, (_, index) => 200 - index));
    expect(pages).toHaveLength(2);
  });

  it('is complete if its compressed size is small enough', async () => {
    const pages = await pagesOf(listProducts, { query: { limit: '200' }, headers: { 'accept-encoding': 'br' } });
    expect(pages.map((page) => page.length)).toEqual([200]);
  });
});

it('a page of the order history ends early if it is too large', async () => {
  await owner.query(
    `delete from products;
     insert into users (id, auth_subject, full_name, email) values (1, 'ada', 'Ada', 'ada@example.com');
     insert into products (id, name, price_in_cents) select n, repeat('"', 200), 1 from generate_series(1, 100) n;
     insert into orders (id, user_id, total_in_cents, idempotency_key, request_hash)
     select n, 1, 100, n::text, repeat('0', 64) from generate_series(1, 60) n;
     insert into order_items (order_id, product_id, quantity, unit_price_in_cents)
     select o, p, 1, 1 from generate_series(1, 60) o cross join generate_series(1, 100) p`,
  );
  const pages = await pagesOf(listOrders, { subject: 'ada', query: { limit: '100' } });
  expect(pages.length).toBeGreaterThan(1);
  expect(pages.flat().map(({ id }) => id)).toEqual(Array.from({ length: 60 }, (_, index) => 60 - index));
});

describe('a page of any listing', () => {
  it('has at least one item, even a very large one', async () => {
    const pages = await answerOf(listing(['a'.repeat(5_100_000), 'b']), {});
    expect(JSON.parse(pages.text)).toMatchObject({ items: [{}], nextCursor: expect.any(String) });
  });

  it('contains additional members, such as `totals`, before `items`', async () => {
    for (const asJson of [true, false])
      expect((await answerOf(listing(['a'], { asJson, others: { totals: { orders: 1 } } }), {})).text).toBe(
        '{"totals":{"orders":1},"items":[{"id":"a"}],"nextCursor":null}',
      );
  });
});
