import { QueryTypes } from 'sequelize';
import { config } from '../config.ts';
import { prepared } from '../database/prepared.ts';
import type { Database } from '../database/types.ts';
import type { withDatabase } from '../database/withDatabase.ts';
import { currentInvocation } from '../invocation.ts';
import { log } from '../log.ts';
import { eventCount } from './eventCount.ts';

/** How many orders one statement cancels. Their products stay locked until the statement ends. */
const batchSize = 50;
// The next batch starts only if this much time remains. A batch takes at most 5 s (the role's statement_timeout), even if it waits for locked products.
const reserveMs = 10_000;

// Not written with `cancellation`: several orders of a batch may contain the same product, so this statement adds up their units first.
const statement = prepared(
  `with unpaid as materialized (
       -- Skips an order whose row is locked by a payment, the customer or staff. The next run looks at the order again.
       select id
         from orders
        where status = 'pending' and paid_in_cents < total_in_cents and created_at < now() - make_interval(mins => $1::int)
        order by created_at
        limit ${batchSize}
          for no key update skip locked
     ), returned as materialized (
       select product_id, sum(quantity)::int as quantity
         from order_items
        where order_id in (select id from unpaid)
        group by product_id
     ), product as materialized (
       -- Locks the products in order of their IDs, like placeOrder and cancelOrder, so that none of them can deadlock.
       select id
         from products
        where id in (select product_id from returned)
        order by id
          for no key update
     ), restocked as (
       update products
          set stock_quantity = stock_quantity + returned.quantity, updated_at = now()
         from product
         join returned on returned.product_id = product.id
        where products.id = product.id
     ), cancelled as (
       update orders
          set status = 'cancelled', event_count = ${eventCount}, updated_at = now()
         from unpaid
        where orders.id = unpaid.id
       returning orders.id, total_in_cents, discount_code, paid_in_cents, event_count
     ), event as (
       insert into order_events (order_id, sequence, type, actor, payload, request_id)
       select id, event_count, 'order.cancelled', 'system',
              jsonb_build_object(
                'orderId', id, 'status', 'cancelled', 'previousStatus', 'pending', 'totalInCents', total_in_cents, 'discountCode', discount_code,
                'reason', 'unpaid', 'refundDueInCents', paid_in_cents),
              $2::text
         from cancelled
     )
     select count(*)::int as expired from cancelled`,
);

/**
 * Cancels the pending orders that were not paid within UNPAID_ORDER_MINUTES and returns their stock, in batches that commit separately. A payment
 * that arrives at the same moment either prevents the cancellation, or is recorded for the cancelled order. Does nothing if the setting is 0.
 */
export async function expireOrders(inDatabase: typeof withDatabase): Promise<{ expired: number }> {
  const { unpaidOrderMinutes } = config();
  const { requestId = 'expireOrders', remainingMs = () => 60_000 } = currentInvocation() ?? {};
  let expired = 0;
  if (unpaidOrderMinutes === 0) return { expired };
  try {
    for (let last = batchSize; last === batchSize && remainingMs() > reserveMs; expired += last) {
      last = await inDatabase((db) => expireBatch(db, unpaidOrderMinutes, requestId));
    }
  } finally {
    log.info('expired orders', { expired });
  }
  return { expired };
}

async function expireBatch(db: Database, minutes: number, requestId: string): Promise<number> {
  const [row] = await db.sequelize.query<{ expired: number }>(statement, { type: QueryTypes.SELECT, bind: [minutes, requestId] });
  return row?.expired ?? 0;
}
