import { createHash } from 'node:crypto';
import type { MigrationContext, Seed } from '../migration.ts';
import { products } from './data/catalogue.ts';
import { customers } from './data/customers.ts';
import { pastOrders } from './data/orders.ts';

/** Creates 1,000 orders of the seeded customers and products, from January 2025 to June 2026. */
export const ordersSeed: Seed = {
  async up(context) {
    await requireRows(
      context,
      'customers',
      customers.map(({ authSubject }) => authSubject),
      `select name from jsonb_array_elements_text($1::jsonb) as expected (name)
       where not exists (select from users where users.auth_subject = expected.name)`,
    );
    await requireRows(
      context,
      'catalogue',
      products.map(({ name }) => name),
      `select name from jsonb_array_elements_text($1::jsonb) as expected (name)
       where not exists (select from products where products.name = expected.name)`,
    );

    const rows = pastOrders().map(({ lines, ...order }, position) => ({
      position,
      customer: order.customer,
      status: order.status,
      total_in_cents: lines.reduce((total, { quantity, unitPriceInCents }) => total + quantity * unitPriceInCents, 0),
      discount_code: order.discountCode,
      idempotency_key: order.key,
      request_hash: createHash('sha256').update(order.key).digest('hex'),
      created_at: new Date(order.createdAt),
      updated_at: new Date(order.updatedAt),
      lines: lines.map(({ product, quantity, unitPriceInCents }) => ({ product, quantity, unit_price_in_cents: unitPriceInCents })),
    }));

    // Left joins: a product that was deleted since the check above becomes null, which a constraint rejects. An inner join would silently omit the line.
    await context.sequelize.query(
      `with row as materialized (
         select * from jsonb_to_recordset($1::jsonb) as row (
           position int, customer text, status text, total_in_cents bigint, discount_code text, idempotency_key text, request_hash text,
           created_at timestamptz, updated_at timestamptz, lines jsonb
         )
       ), placed as (
         insert into orders (user_id, status, total_in_cents, discount_code, idempotency_key, request_hash, created_at, updated_at)
         select users.id, status, total_in_cents, discount_code, idempotency_key, request_hash, row.created_at, row.updated_at
         from row
         left join users on users.auth_subject = row.customer
         order by row.position
         returning id, idempotency_key
       ), product as (
         -- Names are not unique in the table: the seeded product is the oldest of its name.
         select name, min(id) as id from products group by name
       )
       insert into order_items (order_id, product_id, quantity, unit_price_in_cents)
       select placed.id, product.id, line.quantity, line.unit_price_in_cents
       from row
       join placed using (idempotency_key)
       cross join jsonb_to_recordset(row.lines) as line (product text, quantity int, unit_price_in_cents int)
       left join product on product.name = line.product
       order by row.position, product.id`,
      { bind: [JSON.stringify(rows)], transaction: context.transaction },
    );

    // A product's stock must equal its movements minus its sold units. These orders did not reduce the stock, so each opening movement is raised by the
    // sold units. A product without an opening movement gets one.
    await context.sequelize.query(
      `insert into stock_movements (product_id, change, reason, balance, created_at)
       select products.id, sum(quantity), 'opening', stock_quantity, products.created_at
       from jsonb_to_recordset($1::jsonb) as row (idempotency_key text, customer text)
       join users on users.auth_subject = row.customer
       join orders on orders.user_id = users.id and orders.idempotency_key = row.idempotency_key and orders.status <> 'cancelled'
       join order_items on order_items.order_id = orders.id
       join products on products.id = order_items.product_id
       group by products.id
       order by products.id
       on conflict (product_id) where reason = 'opening' do update set change = stock_movements.change + excluded.change`,
      { bind: [JSON.stringify(rows)], transaction: context.transaction },
    );
  },
};

/** Throws an error if a name has no row. `selectMissing` is SQL that returns these names. */
async function requireRows(
  { sequelize, transaction }: MigrationContext,
  seed: string,
  names: readonly string[],
  selectMissing: string,
): Promise<void> {
  const [missing] = await sequelize.query(selectMissing, { bind: [JSON.stringify(names)], transaction });
  if (missing.length === 0) return;
  throw new Error(
    `Cannot seed orders: ${missing.length} of ${names.length} rows of the ${seed} seed are missing, such as ${JSON.stringify(missing[0])}`,
  );
}
