import type pg from 'pg';
import { wrongPayments, wrongSequences, wrongStocks, wrongTotals } from '../../lib/migrator/commands/books.ts';

/** The units in stock and in orders, by product ID. */
export type Stock = ReadonlyMap<string, number>;

const held = `
  select id, stock_quantity + coalesce((select sum(quantity) from order_items join orders on orders.id = order_id
                                         where product_id = products.id and status <> 'cancelled'), 0)::int as units
    from products`;

export async function stockOf(client: pg.Client): Promise<Stock> {
  const { rows } = await client.query<{ id: string; units: number }>(held);
  return new Map(rows.map(({ id, units }) => [id, units]));
}

/** Returns a sentence for each violated invariant. */
export async function brokenInvariants(client: pg.Client, before: Stock, ordersAnswered: number, ordersBefore: number): Promise<string[]> {
  const broken: string[] = [];
  const after = await stockOf(client);
  const astray = [...before].filter(([id, units]) => after.get(id) !== units);
  if (astray.length > 0) broken.push(`the stock plus the ordered units of ${astray.length} products changed during the run`);
  const { rows } = await client.query<Record<'orders' | 'twice' | 'negative' | 'unbooked' | 'totals' | 'unpaid' | 'gaps', number>>(
    `select (select count(*)::int from orders) as orders,
            (select count(*)::int from (select from orders group by user_id, idempotency_key having count(*) > 1) keys) as twice,
            (select count(*)::int from products where stock_quantity < 0) as negative,
            (select count(*)::int from (${wrongStocks}) wrong) as unbooked,
            (select count(*)::int from (${wrongTotals}) wrong) as totals,
            (select count(*)::int from (${wrongPayments}) wrong) as unpaid,
            (select count(*)::int from (${wrongSequences}) wrong) as gaps`,
  );
  const { orders = 0, twice = 0, negative = 0, unbooked = 0, totals = 0, unpaid = 0, gaps = 0 } = rows[0] ?? {};
  if (twice > 0) broken.push(`${twice} idempotency keys have more than one order`);
  if (negative > 0) broken.push(`the stock of ${negative} products is negative`);
  if (unbooked > 0) broken.push(`the stock of ${unbooked} products is not the sum of their movements minus the units of their orders`);
  if (totals > 0) broken.push(`the total of ${totals} orders is not the sum of their lines`);
  if (unpaid > 0) broken.push(`the paid amount of ${unpaid} orders is not the sum of their payments minus their refunds`);
  if (gaps > 0) broken.push(`the event sequences of ${gaps} orders have gaps`);
  // There may be more orders than responses, because a response can be lost after the order is committed.
  const missing = ordersAnswered - (orders - ordersBefore);
  if (missing > 0) broken.push(`${missing} orders are missing, although their response was 201`);
  return broken;
}

export async function orderCount(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ orders: number }>('select count(*)::int as orders from orders');
  return rows[0]?.orders ?? 0;
}
