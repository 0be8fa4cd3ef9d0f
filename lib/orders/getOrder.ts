import type { Database } from '../database/types.ts';
import { PublicError } from '../errors.ts';
import { customerId } from './customerId.ts';
import { findOrder } from './findOrder.ts';
import type { OrderView } from './view.ts';

/**
 * Returns one of a customer's orders. Another customer's order is `not-found`.
 * @throws PublicError `unknown-customer`, `not-found`
 */
export async function getOrder(db: Database, { customer, orderId }: { customer: string; orderId: number }): Promise<OrderView> {
  const userId = await customerId(db, customer);
  const order = await findOrder(db, { id: orderId, userId });
  if (!order) throw noSuchOrder();
  return order;
}

/** Returns the error for an order that does not exist or belongs to another customer. */
export function noSuchOrder(): PublicError {
  return new PublicError('not-found', 'No such order exists.');
}
