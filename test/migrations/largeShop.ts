import pg from 'pg';
import { inject } from 'vitest';
import { withClient } from '../../local/postgres/client.ts';
import { cloneTemplate } from '../setup/template.ts';

/** The number of rows in each table. The tables are so large that PostgreSQL prefers an index wherever one is suitable. */
export const size = { products: 100_000, customers: 20_000, orders: 100_000, movements: 100_000 };

/** Five customers: with almost half of all orders, with only old orders, with only old delivered orders, with a few orders, and without orders. */
export const customers = {
  regular: 'customer-1',
  former: 'customer-2',
  served: 'customer-15000',
  occasional: 'customer-10',
  newcomer: 'customer-20000',
};

/** Three products: with 990 movements of all ages, with 1,000 old movements, and without movements. */
export const movements = { many: 7, old: 77_777, none: 55_555 };

/** The database of a filled shop. The first test file that needs it creates it, and it exists until the server stops. */
const filled = 'large_shop';

/** Replaces the file's database by a filled shop, in which half of all products are in category 1. Call this before the first connection. */
export async function fillLargeShop(): Promise<void> {
  const name = new URL(process.env['DATABASE_URL'] ?? '').pathname.slice(1);
  await withClient(inject('adminUrl'), async (admin) => {
    // If several files run at the same time, only the first one fills the shop. The others wait for the lock.
    await admin.query('select pg_advisory_lock(hashtext($1))', [filled]);
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [filled]);
    if (rowCount === 0) {
      const unfinished = `${filled}_${process.pid}`;
      // An earlier test file of this process may have left an unfinished database.
      await admin.query(`drop database if exists ${unfinished} with (force)`);
      await cloneTemplate(admin, unfinished, inject('owner'));
      await fill(unfinished);
      await admin.query(`alter database ${unfinished} rename to ${filled}`);
    }
    await admin.query('select pg_advisory_unlock(hashtext($1))', [filled]);
    await admin.query(`drop database ${name}`);
    await cloneTemplate(admin, name, inject('owner'), filled);
  });
}

async function fill(name: string): Promise<void> {
  const address = new URL(inject('adminUrl'));
  address.pathname = name;
  const client = new pg.Client({ connectionString: address.href });
  await client.connect();
  // Only a superuser may set session_replication_role. With `replica`, PostgreSQL skips 400,000 foreign key checks.
  await client.query(
    `set session_replication_role = replica;
     insert into categories (name) select 'Category ' || n from generate_series(1, 20) as n;
     insert into users (auth_subject, full_name, email) select 'customer-' || n, 'Customer', n || '@example.com' from generate_series(1, ${size.customers}) as n;
     insert into products (sku, name, description, price_in_cents, stock_quantity, is_active, category_id)
     select 'product-' || n, substr(md5(n::text), 1, 12), case n % 1000 when 7 then 'blue teapot' else 'cup' end, n * 7919 % 100000, n % 10 * 100, n % 50 > 0, case when n <= 5000 then 20 when n % 2 = 0 then 1 else 1 + n % 18 end
       from generate_series(1, ${size.products}) as n;
     insert into orders (user_id, status, total_in_cents, paid_in_cents, discount_code, idempotency_key, request_hash, created_at)
     select case when n <= 5000 then 2 when n <= 15000 then 15000 when n % 2 = 0 then 1 else 3 + n % 9998 end,
            case when n between 5001 and 15000 then 'delivered' else (array['pending', 'processing', 'shipped', 'delivered', 'cancelled'])[1 + n / 2 % 5] end, 100, n % 2 * 100,
            case n % 10 when 0 then 'SPRING' end, n, repeat('a', 64), now() - (${size.orders} - n) * interval '1 minute'
       from generate_series(1, ${size.orders}) as n;
     insert into order_items (order_id, product_id, quantity, unit_price_in_cents)
     select n, 1 + (n * 31 + line) % ${size.products}, 1, 100 from generate_series(1, ${size.orders}) as n, generate_series(1, 2) as line;
     insert into payments (order_id, kind, amount_in_cents, reference, actor)
    select n, 'payment', 100, n::text, 'shop' from generate_series(1, ${size.orders}, 2) as n;
     insert into order_events (order_id, sequence, type, payload, actor, request_id, published_at)
     select n, 1, 'order.placed', '{}', 'customer', n, now() from generate_series(1, ${size.orders}) as n;
    insert into stock_movements (product_id, change, reason, balance, actor, idempotency_key, request_hash)
     select case when n <= 1000 then ${movements.old} else 1 + n % 100 end, 1, 'receipt', 1, 'staff', n, repeat('a', 64)
       from generate_series(1, ${size.movements}) as n`,
  );
  // Vacuum also empties the pending list of the trigram index. Otherwise every search would read the whole list.
  await client.query('vacuum analyze');
  await client.end();
}
