import { QueryTypes } from 'sequelize';
import { prepared } from '../database/prepared.ts';
import type { Database } from '../database/types.ts';
import { cancellation } from '../orders/cancellation.ts';
import { noLongerCancellable } from '../orders/cancelOrder.ts';
import { cancellable } from '../orders/status.ts';
import { type FulfilmentOrder, getOrder } from './getOrder.ts';

interface Cancellation {
  readonly orderId: number;
  /** Why the order is cancelled. Becomes the note of the event. */
  readonly reason: string;
  readonly requestId: string;
  /** Who cancels the order: `staff`, or `staff:` with the token's subject. */
  readonly actor: string;
}

const statement = prepared(
  cancellation({
    which: 'where orders.id = $1 and orders.status = any ($2::text[])',
    actor: '$3',
    requestId: '$4',
    payload: `jsonb_build_object('reason', 'fulfilment', 'note', $5::text)`,
  }),
);

/**
 * Cancels any pending or processing order and returns its stock once. An order that is already cancelled is returned unchanged, so that a request
 * whose response was lost is safe to repeat.
 * @throws PublicError `not-found`, `invalid-transition`
 */
export async function cancelOrder(db: Database, { orderId, reason, requestId, actor }: Cancellation): Promise<FulfilmentOrder> {
  await db.sequelize.query(statement, { type: QueryTypes.RAW, bind: [orderId, cancellable, actor, requestId, reason] });
  const order = await getOrder(db, orderId);
  if (order.status !== 'cancelled') throw noLongerCancellable(order.status);
  return order;
}
