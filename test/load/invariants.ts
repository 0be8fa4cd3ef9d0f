import type pg from 'pg';
import { readHoldings } from './holdings.ts';

/** The units in stock and in orders, by product ID. */
export type Stock = ReadonlyMap<string, number>;

const units = `
  select id, stock_quantity + coalesce((select sum(quantity) from order_items join orders on orders.id = order_id
                                         where product_id = products.id and status <> 'cancelled'), 0)::int as units
    from products`;

export async function stockOf(client: pg.Client): Promise<Stock> {
  const { rows } = await client.query<{ id: string; units: number }>(units);
  return new Map(rows.map(({ id, units }) => [id, units]));
}

/** Returns a sentence for each violated invariant. */
export async function brokenInvariants(client: pg.Client, before: Stock, ordersAnswered: number, ordersBefore: number): Promise<string[]> {
  const broken: string[] = [];
  const after = await stockOf(client);
  const astray = [...before].filter(([id, units]) => after.get(id) !== units);
  if (astray.length > 0) broken.push(`the stock plus the ordered units of ${astray.length} products changed during the run`);
  const held = await readHoldings(client);
  if (held.keysTwice > 0) broken.push(`${held.keysTwice} idempotency keys have more than one order`);
  if (held.negativeStocks > 0) broken.push(`the stock of ${held.negativeStocks} products is negative`);
  if (held.wrongStocks > 0)
    broken.push(`the stock of ${held.wrongStocks} products is not the sum of their movements minus the units of their orders`);
  if (held.wrongTotals > 0) broken.push(`the total of ${held.wrongTotals} orders is not the sum of their lines`);
  if (held.wrongPayments > 0)
    broken.push(`the paid amount of ${held.wrongPayments} orders is not the sum of their payments minus their refunds`);
  if (held.wrongSequences > 0) broken.push(`the event sequences of ${held.wrongSequences} orders have gaps`);
  // There may be more orders than responses, because a response can be lost after the order is committed.
  const missing = ordersAnswered - (held.orders - ordersBefore);
  if (missing > 0) broken.push(`${missing} orders are missing, although their response was 201`);
  return broken;
}

export async function orderCount(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ orders: number }>('select count(*)::int as orders from orders');
  return rows[0]?.orders ?? 0;
}
