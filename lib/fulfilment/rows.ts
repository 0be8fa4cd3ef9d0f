import { plainRows } from '../database/plainRows.ts';
import type { Database } from '../database/types.ts';
import { type OrderRow, orderSelection } from '../orders/view.ts';

/** A row of a finder: an order, its customer and one of its lines. */
export interface FulfilmentRow extends OrderRow {
  readonly 'customer.id': number | null;
  readonly 'customer.fullName': string;
  readonly 'customer.email': string;
  readonly 'lineItems.product.sku': string;
}

/** Returns the rows of these orders, sorted by ID and product, in one statement. Without IDs, sends no statement. */
export async function fulfilmentRows(db: Database, ids: readonly number[]): Promise<FulfilmentRow[]> {
  if (ids.length === 0) return [];
  const { attributes, include, order, raw } = orderSelection(db, 'sku');
  return plainRows<FulfilmentRow>(
    db.Order.findAll({
      attributes,
      include: [...include, { model: db.User, as: 'customer', attributes: ['id', 'fullName', 'email'] }],
      where: { id: [...ids] },
      order: [['id', 'asc'], ...order],
      raw,
    }),
  );
}
