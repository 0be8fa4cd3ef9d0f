import pg from 'pg';

/** What a good engineer writes with node-postgres and no ORM: joins, and one transaction for an order. The yardstick, not the product. */
export function handWritten(databaseUrl: string) {
  const client = new pg.Client({ connectionString: databaseUrl });
  const connected = client.connect();
  return {
    async listing(limit: number): Promise<string> {
      await connected;
      const { rows } = await client.query(
        `select p.id, p.name, p.description, p.price_in_cents, p.stock_quantity, p.created_at, p.updated_at, c.id as category_id, c.name as category_name
           from products p left join categories c on c.id = p.category_id
          where p.is_active order by p.id limit $1`,
        [limit],
      );
      const items = rows.map((row) => ({
        id: Number(row.id),
        name: row.name,
        description: row.description,
        priceInCents: row.price_in_cents,
        stockQuantity: row.stock_quantity,
        category: row.category_id && { id: Number(row.category_id), name: row.category_name },
        createdAt: row.created_at,
        updatedAt: row.updated_at,
      }));
      return JSON.stringify({ items });
    },

    async history(subject: string, limit: number): Promise<string> {
      await connected;
      const { rows } = await client.query(
        `select o.id, o.status, o.total_in_cents, o.discount_code, o.created_at, o.updated_at,
                i.product_id, i.quantity, i.unit_price_in_cents, p.name, p.price_in_cents
           from (select * from orders where user_id = (select id from users where auth_subject = $1) order by id desc limit $2) o
           join order_items i on i.order_id = o.id
           join products p on p.id = i.product_id
          order by o.id desc, i.product_id`,
        [subject, limit],
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
      return JSON.stringify({ items: [...orders.values()] });
    },

    async order(subject: string, key: string, items: readonly { productId: number; quantity: number }[]): Promise<string> {
      await connected;
      const productIds = items.map(({ productId }) => productId);
      const quantities = items.map(({ quantity }) => quantity);
      await client.query('begin');
      try {
        const user = await client.query('select id from users where auth_subject = $1', [subject]);
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
          [user.rows[0].id, total, key],
        );
        await client.query(
          `insert into order_items (order_id, product_id, quantity, unit_price_in_cents)
           select $1, line.id, line.quantity, line.price from unnest($2::bigint[], $3::int[], $4::int[]) as line (id, quantity, price)`,
          [order.rows[0].id, productIds, quantities, productIds.map((id) => byId.get(id)?.price_in_cents)],
        );
        await client.query('commit');
        return JSON.stringify({ ...order.rows[0], lineItems: items });
      } catch (error) {
        await client.query('rollback');
        throw error;
      }
    },
    close: () => client.end(),
  };
}
