import type pg from 'pg';
import { wrongPayments, wrongSequences, wrongStocks, wrongTotals } from '../../lib/migrator/commands/books.ts';

/** The shop's state: a fingerprint of the rows that callers must not change, and counts that requests may change. */
interface ShopState {
  /** A fingerprint of all customers except `newcomer`, who registers and erases the own account. */
  readonly fixed: string;
  readonly orders: number;
  readonly products: number;
  /** Stock, plus the units of orders that are not cancelled, minus the sum of the stock movements. */
  readonly units: number;
  readonly movements: number;
  readonly faults: number;
}

/**
 * Reads the state of the shop. `faults` counts negative stocks, stocks that differ from their books, wrong totals, wrong paid amounts, gaps in the
 * sequences of events, duplicate idempotency keys, and recent orders without their event.
 */
export async function shopState(client: pg.Client): Promise<ShopState> {
  const { rows } = await client.query<ShopState>(
    `select (select md5(string_agg(md5(users::text), '' order by id)) from users where auth_subject <> 'newcomer') as fixed,
            (select count(*)::int from orders) as orders,
            (select count(*)::int from products) as products,
            (select sum(stock_quantity)::float8 from products)
              + (select coalesce(sum(quantity), 0)::float8 from order_items join orders on orders.id = order_id where status <> 'cancelled')
              - (select coalesce(sum(change), 0)::float8 from stock_movements) as units,
            (select count(*)::int from stock_movements) as movements,
            (select count(*)::int from products where stock_quantity < 0)
              + (select count(*)::int from (${wrongStocks}) wrong)
              + (select count(*)::int from (${wrongTotals}) wrong)
              + (select count(*)::int from (${wrongPayments}) wrong)
              + (select count(*)::int from (${wrongSequences}) wrong)
              + (select count(*)::int from (select from orders group by user_id, idempotency_key having count(*) > 1) twice)
              + (select count(*)::int from orders
                  where created_at > now() - interval '1 hour'
                    and 1 is distinct from (select count(*) from order_events where order_id = orders.id and type = 'order.placed')) as faults`,
  );
  const [row] = rows;
  if (!row) throw new Error('the database answered without a row');
  return row;
}
