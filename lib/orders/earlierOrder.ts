import { plainRows } from '../database/plainRows.ts';
import type { Database } from '../database/types.ts';
import { PublicError } from '../errors.ts';
import { type OrderRow, type OrderView, orderSelection, orderViews } from './view.ts';

/**
 * Returns the current state of the order that was placed with this key; undefined if the key is unused.
 * @throws PublicError `idempotency-key-reused` if the order was placed with a different body
 */
export async function earlierOrder(
  db: Database,
  { customer, idempotencyKey }: { customer: string; idempotencyKey: string },
  hash: string,
): Promise<OrderView | undefined> {
  const { attributes, include, ...options } = orderSelection(db);
  const rows = await plainRows<OrderRow & { requestHash: string }>(
    db.Order.findAll({
      attributes: [...attributes, 'requestHash'],
      include: [...include, { model: db.User, as: 'customer', attributes: [], required: true, where: { authSubject: customer } }],
      where: { idempotencyKey },
      ...options,
    }),
  );
  const first = rows[0];
  if (first && first.requestHash !== hash) {
    throw new PublicError('idempotency-key-reused', 'This Idempotency-Key was used for another order. Send a new key for a new order.');
  }
  return orderViews(rows)[0];
}
