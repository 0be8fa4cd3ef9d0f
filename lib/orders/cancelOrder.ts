import { QueryTypes } from 'sequelize';
import { prepared } from '../database/prepared.ts';
import type { Database } from '../database/types.ts';
import { PublicError } from '../errors.ts';
import type { OrderStatus } from '../models/order.ts';
import { cancellation } from './cancellation.ts';
import { getOrder } from './getOrder.ts';
import { cancellable } from './status.ts';
import type { OrderView } from './view.ts';

interface Cancellation {
  /** The token's subject. */
  readonly customer: string;
  readonly orderId: number;
  readonly requestId: string;
}

const statement = prepared(
  cancellation({
    which: 'join users on users.id = orders.user_id where orders.id = $1 and users.auth_subject = $2 and orders.status = any ($3::text[])',
    actor: "'customer'",
    requestId: '$4',
    payload: `'{"reason": "customer"}'::jsonb`,
  }),
);

/**
 * Cancels a customer's order and returns its stock. An order that is already cancelled is returned unchanged. One SQL statement checks the order,
 * returns the stock and writes the event, so that concurrent requests cancel the order once.
 * @throws PublicError `unknown-customer`, `not-found`, `invalid-transition`
 */
export async function cancelOrder(db: Database, { customer, orderId, requestId }: Cancellation): Promise<OrderView> {
  await db.sequelize.query(statement, { type: QueryTypes.RAW, bind: [orderId, customer, cancellable, requestId] });
  // Checks the status instead of the result of the statement, because an earlier attempt whose response was lost may have cancelled the order.
  const order = await getOrder(db, { customer, orderId });
  if (order.status !== 'cancelled') throw noLongerCancellable(order.status);
  return order;
}

/** Returns the error for an order that has shipped. */
export function noLongerCancellable(status: OrderStatus): PublicError {
  return new PublicError('invalid-transition', `The order is ${status} and can no longer be cancelled.`);
}
