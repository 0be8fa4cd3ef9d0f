import { type Answer, client, connect, type Event, json } from './connection.ts';
import { product } from './product.ts';

export async function handler(event: Event): Answer {
  await connect();
  const { rows } = await client.query(
    `select p.id, p.sku, p.name, p.description, p.price_in_cents, p.stock_quantity, p.created_at, p.updated_at, c.id as category_id, c.name as category_name
       from products p left join categories c on c.id = p.category_id
      where p.is_active and p.id = $1`,
    [Number(event.pathParameters?.['productId'])],
  );
  return rows[0] ? json(200, product(rows[0])) : json(404, {});
}
