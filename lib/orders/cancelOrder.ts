import { QueryTypes } from 'sequelize';
import { prepared } from '../database/prepared.ts';
import type { Database } from '../database/types.ts';
import { PublicError } from '../errors.ts';
import { nextEvent } from './eventCount.ts';
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
  `with cancellable as materialized (
       select orders.id, orders.status
         from orders
         join users on users.id = orders.user_id
        where orders.id = $1 and users.auth_subject = $2 and orders.status = any ($3::text[])
          for no key update of orders
     ), product as materialized (
       -- In order of id, like placeOrder, so that the two cannot deadlock.
       select id
         from products
        where id in (select product_id from order_items where order_id in (select id from cancellable))
        order by id
          for no key update
     ), restocked as (
       update products
          set stock_quantity = stock_quantity + item.quantity, updated_at = now()
         from product
         join order_items item on item.product_id = product.id and item.order_id in (select id from cancellable)
        where products.id = product.id
     ), cancelled as (
       update orders
          set status = 'cancelled', event_count = ${nextEvent}, updated_at = now()
         from cancellable
        where orders.id = cancellable.id
       returning orders.id, cancellable.status as previous_status, total_in_cents, discount_code, paid_in_cents, event_count
     )
     insert into order_events (order_id, sequence, type, actor, payload, request_id)
     select id, event_count, 'order.cancelled', 'customer',
            jsonb_build_object(
              'orderId', id, 'status', 'cancelled', 'previousStatus', previous_status, 'totalInCents', total_in_cents, 'discountCode', discount_code,
              'reason', 'customer', 'refundDueInCents', paid_in_cents),
            $4
       from cancelled`,
);

/**
 * Cancels a customer's order and returns its stock. A cancelled order is returned unchanged.
 * One SQL statement checks the order, returns the stock and writes the event, so that concurrent requests cancel it once.
 * @throws PublicError `unknown-customer`, `not-found`, `invalid-transition`
 */
export async function cancelOrder(db: Database, { customer, orderId, requestId }: Cancellation): Promise<OrderView> {
  await db.sequelize.query(statement, { type: QueryTypes.RAW, bind: [orderId, customer, cancellable, requestId] });
  // The order's status is the result, even if an earlier attempt cancelled it and its response was lost.
  const order = await getOrder(db, { customer, orderId });
  if (order.status !== 'cancelled') {
    throw new PublicError('invalid-transition', `The order is ${order.status} and can no longer be cancelled.`);
  }
  return order;
}
