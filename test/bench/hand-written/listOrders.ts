import { type Answer, client, connect, type Event, json } from './connection.ts';

export async function handler(event: Event): Answer {
  await connect();
  const { rows } = await client.query(
    `select o.id, o.status, o.total_in_cents, o.discount_code, o.created_at, o.updated_at,
            i.product_id, i.quantity, i.unit_price_in_cents, p.name, p.price_in_cents
       from (select * from orders where user_id = (select id from users where auth_subject = $1) order by id desc limit $2) o
       join order_items i on i.order_id = o.id
       join products p on p.id = i.product_id
      order by o.id desc, i.product_id`,
    [event.requestContext.authorizer?.jwt?.claims?.['sub'], Number(event.queryStringParameters?.['limit'] ?? 20)],
  );
  const orders = new Map<number, { lineItems: unknown[] }>();
  for (const row of rows) {
    const id = Number(row.id);
    let order = orders.get(id);
    if (!order) {
      const { status, discount_code: discountCode, created_at: createdAt, updated_at: updatedAt } = row;
      const made = { id, status, totalInCents: Number(row.total_in_cents), discountCode, createdAt, updatedAt, lineItems: [] };
      orders.set(id, made);
      order = made;
    }
    const productId = Number(row.product_id);
    order.lineItems.push({
      productId,
      quantity: row.quantity,
      unitPriceInCents: row.unit_price_in_cents,
      product: { id: productId, name: row.name, priceInCents: row.price_in_cents },
    });
  }
  return json(200, { items: [...orders.values()] });
}
