import type pg from 'pg';
import { wrongPayments, wrongSequences, wrongStocks, wrongTotals } from '../../lib/migrator/commands/books.ts';
import type { Callers, Reported } from './callers.ts';
import type { Stories } from './stories.ts';

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

/** Returns a sentence for each confirmed write that is missing or differs from its response. */
export async function lostAcknowledgements(
  client: pg.Client,
  { acknowledged }: Callers,
  { statuses, advanced }: Stories,
): Promise<string[]> {
  const lost: string[] = [];
  for (const id of acknowledged.orders) if (!statuses.has(id)) lost.push(`order ${id} is missing, although its response was 201`);
  for (const id of acknowledged.cancelled)
    if (statuses.get(id) !== 'cancelled') lost.push(`order ${id} is ${statuses.get(id)}, although a response confirmed its cancellation`);
  for (const step of acknowledged.advanced)
    if (!advanced.has(step)) lost.push(`the history lacks ${step}, although a response confirmed it`);
  const payments = await client.query<Reported & { reference: string }>(
    `select reference, order_id::int as "orderId", kind, amount_in_cents::float8 as "amountInCents" from payments`,
  );
  const booked = new Map(payments.rows.map((row) => [row.reference, row]));
  if (booked.size !== payments.rows.length) lost.push('a reference was recorded twice');
  for (const [reference, { orderId, kind, amountInCents }] of acknowledged.payments) {
    const found = booked.get(reference);
    if (found?.orderId !== orderId || found.kind !== kind || found.amountInCents !== amountInCents)
      lost.push(`the ${kind} ${reference} is ${JSON.stringify(found)}, although its response was 201`);
  }
  const movements = await client.query<{ key: string; change: number }>(
    'select idempotency_key as key, change::int from stock_movements where idempotency_key is not null',
  );
  const changes = new Map(movements.rows.map(({ key, change }) => [key, change]));
  if (changes.size !== movements.rows.length) lost.push('a stock movement was booked twice');
  for (const [key, change] of acknowledged.movements)
    if (changes.get(key) !== change) lost.push(`the movement ${key} is ${changes.get(key)}, although its response was 201`);
  return lost;
}
