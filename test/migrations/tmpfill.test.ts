import pg from 'pg';
import { inject, it } from 'vitest';
it('t', async () => {
  const address = new URL(inject('adminUrl'));
  address.pathname = new URL(process.env['DATABASE_URL'] ?? '').pathname;
  const client = new pg.Client({ connectionString: address.href });
  await client.connect();
  const t = async (sql: string) => { const s = performance.now(); await client.query(sql); console.log(Math.round(performance.now() - s), sql.slice(0, 60)); };
  await t(`set session_replication_role = replica`);
  await t(`insert into categories (name) select 'Category ' || n from generate_series(1, 20) as n`);
  await t(`insert into users (auth_subject, full_name, email) select 'customer-' || n, 'Customer', n || '@example.com' from generate_series(1, 20000) as n`);
  await t(`drop index products_search_idx`);
  await t(`insert into products (name, description, price_in_cents, stock_quantity, is_active, category_id)
     select md5(n::text), case n % 1000 when 7 then 'blue teapot' else 'cup' end, n * 7919 % 100000, n % 100, n % 50 > 0, case n % 2 when 0 then 1 else 1 + n % 20 end
       from generate_series(1, 100000) as n`);
  await t(`create index products_search_idx on products using gin (name gin_trgm_ops, description gin_trgm_ops)`);
  await t(`insert into orders (user_id, status, total_in_cents, discount_code, idempotency_key, request_hash)
     select case n % 2 when 0 then 1 else 2 + n % 9999 end, (array['pending', 'processing', 'shipped', 'delivered', 'cancelled'])[1 + n / 2 % 5], 100,
            case n % 10 when 0 then 'SPRING' end, n, repeat('a', 64)
       from generate_series(1, 100000) as n`);
  await t(`insert into order_items (order_id, product_id, quantity, unit_price_in_cents)
     select n, 1 + (n * 31 + line) % 100000, 1, 100 from generate_series(1, 100000) as n, generate_series(1, 2) as line`);
  await t(`vacuum analyze`);
});
