import type { Database } from '../database/types.ts';
import { orderViews } from '../orders/view.ts';
import { fulfilmentRows } from './rows.ts';

/** The columns of a pick list. */
export const pickListColumns = [
  ...['orderId', 'status', 'placedAt', 'paid', 'customer', 'productId', 'sku', 'product', 'quantity', 'unitPriceInCents'],
  ...['deliveryName', 'deliveryLines', 'postalCode', 'city', 'country'],
] as const;

/** The rows of an order in a pick list, one for each line item. */
export type PickListRows = readonly Readonly<Record<(typeof pickListColumns)[number], string | number>>[];

/** Returns the pick list of these orders by ID, in one statement. */
export async function pickLists(db: Database, ids: readonly number[]): Promise<Map<number, PickListRows>> {
  const rows = await fulfilmentRows(db, ids);
  const names = new Map(rows.map((row) => [row.id, row['customer.fullName']]));
  const skus = new Map(rows.map((row) => [row['lineItems.productId'], row['lineItems.product.sku']]));
  return new Map(
    orderViews(rows).map(({ id, status, createdAt, paidInCents, totalInCents, deliveryAddress, lineItems }) => [
      id,
      lineItems.map(({ productId, quantity, unitPriceInCents, product }) => ({
        ...{ orderId: id, status, placedAt: createdAt, paid: String(paidInCents >= totalInCents), customer: names.get(id) ?? '' },
        ...{ productId, sku: skus.get(productId) ?? '', product: product.name, quantity, unitPriceInCents },
        ...{ deliveryName: deliveryAddress?.name ?? '', deliveryLines: deliveryAddress?.lines.join('\n') ?? '' },
        ...{ postalCode: deliveryAddress?.postalCode ?? '', city: deliveryAddress?.city ?? '', country: deliveryAddress?.country ?? '' },
      })),
    ]),
  );
}
