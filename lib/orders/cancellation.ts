import { eventCount } from './eventCount.ts';

/** SQL for the parts of a cancellation. */
interface Parts {
  /** The SQL after `from orders`: joins, and the condition that selects the order. */
  readonly which: string;
  readonly actor: string;
  readonly requestId: string;
  /** SQL for a jsonb object with further fields of the event's payload. The SQL may use the columns of the cancelled order. */
  readonly payload: string;
}

/**
 * Returns SQL that cancels an order, returns its stock and writes the event, so that concurrent requests cancel the order once. Locks the order
 * before its products, as every cancellation does, so that two cancellations cannot deadlock. With models in a transaction, an order of 3 lines took
 * 10 statements instead of one, and a cancellation by staff 2.8 times as much CPU.
 */
export function cancellation({ which, actor, requestId, payload }: Parts): string {
  return `with cancellable as materialized (
       select orders.id, orders.status
         from orders
         ${which}
          for no key update of orders
     ), product as materialized (
       -- Locks the products in order of their IDs, like placeOrder, so that the two cannot deadlock.
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
          set status = 'cancelled', event_count = ${eventCount}, updated_at = now()
         from cancellable
        where orders.id = cancellable.id
       returning orders.id, cancellable.status as previous_status, total_in_cents, discount_code, paid_in_cents, event_count
     )
     insert into order_events (order_id, sequence, type, actor, payload, request_id)
     select id, event_count, 'order.cancelled', ${actor},
            jsonb_build_object(
              'orderId', id, 'status', 'cancelled', 'previousStatus', previous_status, 'totalInCents', total_in_cents, 'discountCode', discount_code,
              'refundDueInCents', paid_in_cents) || ${payload},
            ${requestId}
       from cancelled`;
}
