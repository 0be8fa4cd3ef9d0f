import { randomUUID } from 'node:crypto';
import type { OrderStatus } from '../../lib/models/order.ts';
import { ownerDatabase } from './ownerDatabase.ts';

/** Makes an order of one unit of each product, for 100 cents each, past the API: no stock is taken. */
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
  return order;
}
