import type pg from 'pg';

/**
 * Creates 20 categories, products up to ID 300 with enough stock, 60 orders of 3 lines for customer-1, and 5,000 for another customer. In an almost
 * empty shop, prepared statements would scan whole tables until autovacuum analyzes them, about a minute after the first orders.
 */
export async function fill(client: pg.Client): Promise<void> {
  await client.query(`insert into categories (name) select 'Category ' || n from generate_series(1, 20) n`);
  await moreProducts(client, 9, 300);
  await moreOrders(client, 'customer-1', 60);
  await moreOrders(client, 'customer-16', 5_000);
  await client.query('vacuum analyze');
}

/** Creates the products with the IDs from `first` to `last`. */
export async function moreProducts(client: pg.Client, first: number, last: number): Promise<void> {
  await client.query(
    `insert into products (name, description, price_in_cents, stock_quantity, category_id)
     select 'Product ' || n, repeat('A sentence of a description. ', 3), 100 + n % 100000, 100000000, 1 + n % 20 from generate_series($1::int, $2::int) n`,
    [first, last],
  );
}

/** Creates customers without orders until there are `count` customers. */
export async function moreCustomers(client: pg.Client, count: number): Promise<void> {
  await client.query(
    `insert into users (auth_subject, full_name, email)
     select 'further-' || n, 'Customer', 'further-' || n || '@example.com' from generate_series(1, $1::int - (select count(*)::int from users)) n`,
    [count],
  );
}

/**
 * Creates orders of 12 customers until there are `count` orders. The orders are a second apart and have every status. Half of them are paid in full. To
 * save time, only two of 20 orders have lines (3 each), and only one has a row in `payments`. All these values depend only on the order's ID. So a page
 * has the same mix of orders in a small shop and in a large shop.
 */
export async function ordersUpTo(client: pg.Client, count: number): Promise<void> {
  const { rows } = await client.query<{ last: string }>('select coalesce(max(id), 0) as last from orders');
  const last = rows[0]?.last;
  await unchecked(
    client,
    `insert into orders (id, user_id, status, total_in_cents, paid_in_cents, idempotency_key, request_hash, created_at)
     select n, (select min(id) from users) + 4 + n / 10 % 12, (array['pending', 'processing', 'shipped', 'delivered', 'cancelled'])[1 + n / 2 % 5], 100,
            n % 2 * 100, 'large ' || n, repeat('0', 64), '2026-01-01'::timestamptz + n * interval '1 second'
       from generate_series($1::bigint + 1, $2::bigint) n`,
    [last, count],
  );
  await client.query(`select setval(pg_get_serial_sequence('orders', 'id'), $1)`, [count]);
  await unchecked(
    client,
    `insert into order_items (order_id, product_id, quantity, unit_price_in_cents)
     select id, 1 + (id * 7 + n) % 1000, 1, 200 from generate_series($1::bigint + 1, $2::bigint) id, generate_series(1, 3) n where id / 2 % 10 = id / 20 % 10`,
    [last, count],
  );
  await unchecked(
    client,
    `insert into payments (order_id, kind, amount_in_cents, reference, actor)
     select id, 'payment', 100, id, 'shop' from generate_series($1::bigint + 1, $2::bigint) id where id % 2 = 1 and id / 2 % 10 = id / 20 % 10`,
    [last, count],
  );
  await client.query('vacuum analyze');
}

/**
 * Runs a statement without checks of foreign keys. Its IDs are valid. The checks would be slow: the session planned them while the tables were small, so
 * they would scan 100,000 orders for each line item.
 */
async function unchecked(client: pg.Client, sql: string, values: readonly unknown[]): Promise<void> {
  await client.query('set session_replication_role = replica');
  await client.query(sql, [...values]);
  await client.query('set session_replication_role = origin');
}

/** Creates orders of 3 lines. */
export async function moreOrders(client: pg.Client, customer: string, count: number): Promise<void> {
  await unchecked(
    client,
    `with placed as (
       insert into orders (user_id, total_in_cents, idempotency_key, request_hash)
       select (select id from users where auth_subject = $1), 600, 'bench ' || n, repeat('0', 64) from generate_series(1, $2::int) n
       returning id
     )
     insert into order_items (order_id, product_id, quantity, unit_price_in_cents) select id, 1 + n, 1, 200 from placed, generate_series(1, 3) n`,
    [customer, count],
  );
}
