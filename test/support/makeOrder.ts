import { randomUUID } from 'node:crypto';
import type { OrderStatus } from '../../lib/models/order.ts';
import { ownerDatabase } from './ownerDatabase.ts';

/** Creates an order of one unit of each product, for 100 cents each, without the API. The product's stock stays, and its opening movement increases by 1. */
export async function makeOrder(
  userId: number,
  productIds: readonly number[],
  fields: { status?: OrderStatus; discountCode?: string } = {},
) {
  const db = await ownerDatabase();
  const order = await db.Order.create({
    userId,
    totalInCents: productIds.length * 100,
    idempotencyKey: randomUUID(),
    requestHash: 'a'.repeat(64),
    ...fields,
  });
  await db.OrderItem.bulkCreate(productIds.map((productId) => ({ orderId: order.id, productId, quantity: 1, unitPriceInCents: 100 })));
  await db.sequelize.query(
    `insert into stock_movements (product_id, change, reason, balance)
     select id, 1, 'opening', stock_quantity from products where id = any ($1::bigint[])
     on conflict (product_id) where reason = 'opening' do update set change = stock_movements.change + 1`,
    { bind: [productIds] },
  );
  return order;
}
