import { plainRows } from '../database/plainRows.ts';
import type { Database } from '../database/types.ts';
import { PublicError } from '../errors.ts';
import { customerId } from './customer.ts';
import { type OrderRow, type OrderView, orderSelection, orderViews } from './view.ts';

/**
 * One of a customer's own orders. Another customer's is not there, as far as this one can tell.
 * @throws PublicError `unknown-customer`, `not-found`
 */
export async function getOrder(db: Database, { customer, orderId }: { customer: string; orderId: number }): Promise<OrderView> {
  const userId = await customerId(db, customer);
  const rows = await plainRows<OrderRow>(
    db.Order.findAll({
      ...orderSelection(db),
      where: { id: orderId, userId },
      order: [[{ model: db.OrderItem, as: 'lineItems' }, 'productId', 'asc']],
    }),
  );
  const [order] = orderViews(rows);
  if (!order) throw new PublicError('not-found', 'not-found', 'You have no such order.');
  return order;
}
