import { literal, type ProjectionAlias } from 'sequelize';
import { isoTime, utcText } from '../database/timeText.ts';
import type { Database } from '../database/types.ts';
import type { OrderStatus } from '../models/order.ts';

/** An order as its customer sees it; lines in order of productId. */
export interface OrderView {
  readonly id: number;
  readonly status: OrderStatus;
  readonly totalInCents: number;
  readonly discountCode: string | null;
  /** ISO 8601, as every time that callers see. */
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly lineItems: readonly LineItemView[];
}

interface LineItemView {
  readonly productId: number;
  readonly quantity: number;
  readonly unitPriceInCents: number;
  /** The product as it is now, which may not be on sale any more. */
  readonly product: { readonly id: number; readonly name: string; readonly priceInCents: number };
}

/** A row of a finder: an order's fields, times as isoTime reads them, beside those of one of its lines, all null for an order without any. */
export interface OrderRow extends Omit<OrderView, 'lineItems'> {
  readonly 'lineItems.productId': number | null;
  readonly 'lineItems.quantity': number;
  readonly 'lineItems.unitPriceInCents': number;
  readonly 'lineItems.product.name': string;
  readonly 'lineItems.product.priceInCents': number;
}

const createdAt: ProjectionAlias = [literal(utcText('"Order"."created_at"')), 'createdAt'];
const updatedAt: ProjectionAlias = [literal(utcText('"Order"."updated_at"')), 'updatedAt'];

/** What a finder selects for OrderViews, in one statement: orders, their lines and those lines' products. */
export function orderSelection(db: Database) {
  return {
    attributes: ['id', 'status', 'totalInCents', 'discountCode', createdAt, updatedAt],
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
      const { id, status, totalInCents, discountCode } = row;
      orders.push({
        id,
        status,
        totalInCents,
        discountCode,
        createdAt: isoTime(row.createdAt),
        updatedAt: isoTime(row.updatedAt),
        lineItems,
      });
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
