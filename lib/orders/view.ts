import { jsonTime } from '../database/jsonTime.ts';
import type { Database } from '../database/types.ts';
import type { OrderStatus } from '../models/order.ts';

/** An order as its customer sees it; lines in order of productId. */
export interface OrderView {
  readonly id: number;
  readonly status: OrderStatus;
  readonly totalInCents: number;
  readonly discountCode: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly lineItems: readonly LineItemView[];
}

interface LineItemView {
  readonly productId: number;
  readonly quantity: number;
  readonly unitPriceInCents: number;
  /** The product as it is now, which may not be on sale any more. */
  readonly product: { readonly id: number; readonly name: string; readonly priceInCents: number };
}

/** A row of the finders below: an order's fields beside those of one of its lines, all null for an order without any. */
export interface OrderRow extends Omit<OrderView, 'lineItems'> {
  readonly 'lineItems.productId': number | null;
  readonly 'lineItems.quantity': number;
  readonly 'lineItems.unitPriceInCents': number;
  readonly 'lineItems.product.name': string;
  readonly 'lineItems.product.priceInCents': number;
}

/** What a finder selects for OrderViews, in one statement: orders, their lines and those lines' products. */
export function orderSelection(db: Database) {
  return {
    attributes: ['id', 'status', 'totalInCents', 'discountCode', 'createdAt', 'updatedAt'],
    include: [
      {
        model: db.OrderItem,
        as: 'lineItems',
        attributes: ['productId', 'quantity', 'unitPriceInCents'],
        include: [{ model: db.Product, as: 'product', attributes: ['name', 'priceInCents'] }],
      },
    ],
    raw: true,
  };
}

/** Orders with their lines, from rows in which each order's stand together, lines by productId. */
export function orderViews(rows: readonly OrderRow[]): OrderView[] {
  const orders: OrderView[] = [];
  let lineItems: LineItemView[] = [];
  for (const row of rows) {
    if (orders.at(-1)?.id !== row.id) {
      lineItems = [];
      const { id, status, totalInCents, discountCode, createdAt, updatedAt } = row;
      orders.push({ id, status, totalInCents, discountCode, createdAt, updatedAt, lineItems });
    }
    const productId = row['lineItems.productId'];
    if (productId === null) continue;
    lineItems.push({
      productId,
      quantity: row['lineItems.quantity'],
      unitPriceInCents: row['lineItems.unitPriceInCents'],
      product: { id: productId, name: row['lineItems.product.name'], priceInCents: row['lineItems.product.priceInCents'] },
    });
  }
  return orders;
}

/** An OrderView as JSON, for a finder's attributes: see test/bench/README.md for what it saves. */
export const orderJson = `(
  select row_to_json(view)::text
    from (select "Order".id, "Order".status, "Order".total_in_cents as "totalInCents", "Order".discount_code as "discountCode",
                 ${jsonTime('"Order".created_at')} as "createdAt", ${jsonTime('"Order".updated_at')} as "updatedAt",
                 (select ('[' || coalesce(string_agg(row_to_json(line)::text, ',' order by line."productId"), '') || ']')::json
                    from (select item.product_id as "productId", item.quantity, item.unit_price_in_cents as "unitPriceInCents",
                                 (select row_to_json(product)
                                    from (select id, name, price_in_cents as "priceInCents" from products where id = item.product_id) product
                                 ) as product
                            from order_items item
                           where item.order_id = "Order".id) line) as "lineItems") view)`.replace(/\s+/g, ' ');
