import type pg from 'pg';
import type { Callers, Reported } from './callers.ts';
import type { Stories } from './stories.ts';

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
