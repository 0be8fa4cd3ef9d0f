import type pg from 'pg';
import { wrongPayments, wrongSequences, wrongStocks, wrongTotals } from '../../lib/migrator/commands/books.ts';

/** Counts of rows at the end of a run. Every count except `orders` must be 0. */
export interface Holdings {
  readonly orders: number;
  readonly keysTwice: number;
  readonly negativeStocks: number;
  readonly wrongStocks: number;
  readonly wrongPayments: number;
  readonly wrongTotals: number;
  readonly wrongSequences: number;
}

/** Counts the orders, and the rows that contradict other rows. */
export async function readHoldings(client: pg.Client): Promise<Holdings> {
  const { rows } = await client.query<Holdings>(
    `select (select count(*)::int from orders) as orders,
            (select count(*)::int from (select from orders group by user_id, idempotency_key having count(*) > 1) twice) as "keysTwice",
            (select count(*)::int from products where stock_quantity < 0) as "negativeStocks",
            (select count(*)::int from (${wrongStocks}) wrong) as "wrongStocks",
            (select count(*)::int from (${wrongPayments}) wrong) as "wrongPayments",
            (select count(*)::int from (${wrongTotals}) wrong) as "wrongTotals",
            (select count(*)::int from (${wrongSequences}) wrong) as "wrongSequences"`,
  );
  const [row] = rows;
  if (!row) throw new Error('the database answered without a row');
  return row;
}
