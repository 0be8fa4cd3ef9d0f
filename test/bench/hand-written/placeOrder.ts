import { type Answer, client, connect, type Event, json } from './connection.ts';

/** One transaction of seven round trips: begin, the customer, the products with their locks, the stock, the order, its lines, commit. */
export async function handler(event: Event): Answer {
  await connect();
  const { items }: { items: { productId: number; quantity: number }[] } = JSON.parse(event.body ?? '');
  const productIds = items.map(({ productId }) => productId);
  const quantities = items.map(({ quantity }) => quantity);
  await client.query('begin');
  try {
    const user = await client.query('select id from users where auth_subject = $1', [
      event.requestContext.authorizer?.jwt?.claims?.['sub'],
    ]);
    const products = await client.query(
      'select id, name, price_in_cents, stock_quantity from products where id = any ($1::bigint[]) and is_active order by id for update',
      [productIds],
    );
    const byId = new Map(products.rows.map((row) => [Number(row.id), row]));
    let total = 0;
    for (const { productId, quantity } of items) {
      const product = byId.get(productId);
      if (!product || product.stock_quantity < quantity) throw new Error('short');
      total += product.price_in_cents * quantity;
    }
    await client.query(
      `update products set stock_quantity = stock_quantity - line.quantity, updated_at = now()
         from unnest($1::bigint[], $2::int[]) as line (id, quantity) where products.id = line.id`,
      [productIds, quantities],
    );
    const order = await client.query(
      `insert into orders (user_id, total_in_cents, idempotency_key, request_hash) values ($1, $2, $3, repeat('0', 64)) returning *`,
      [user.rows[0].id, total, event.headers['idempotency-key']],
    );
    await client.query(
      `insert into order_items (order_id, product_id, quantity, unit_price_in_cents)
       select $1, line.id, line.quantity, line.price from unnest($2::bigint[], $3::int[], $4::int[]) as line (id, quantity, price)`,
      [order.rows[0].id, productIds, quantities, productIds.map((id) => byId.get(id)?.price_in_cents)],
    );
    await client.query('commit');
    return json(201, { ...order.rows[0], lineItems: items });
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}
