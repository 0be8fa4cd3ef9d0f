import { literal, type ProjectionAlias } from 'sequelize';
import { isoTime, utcText } from '../database/timeText.ts';
import type { Database } from '../database/types.ts';
import { JsonText } from '../json.ts';
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

/** A row of a page: an order's fields, times as isoTime reads them, and its lines as linesJson writes them; null for an order without any. */
export interface OrderPageRow extends Omit<OrderView, 'lineItems'> {
  readonly lines: string | null;
}

/**
 * SQL for an order's lines as JSON, without the brackets: 50 rows where a join would give 150, each with the order's fields again. For
 * 50 orders of 3 lines the process needed 0.54 ms of CPU, for joined rows 0.99, and 1.86 with Dates.
 * Put together by hand: with json_build_object the server took a third more.
 */
export const linesJson = `string_agg(
  '{"productId":' || item.product_id || ',"quantity":' || item.quantity || ',"unitPriceInCents":' || item.unit_price_in_cents ||
  ',"product":{"id":' || item.product_id || ',"name":' || to_json(product.name) || ',"priceInCents":' || product.price_in_cents || '}}',
  ',' order by item.product_id)`;

/** An OrderView as JSON. */
export function orderJson({ lines, ...order }: OrderPageRow): JsonText {
  const { id, status, totalInCents, discountCode } = order;
  const fields = JSON.stringify({
    id,
    status,
    totalInCents,
    discountCode,
    createdAt: isoTime(order.createdAt),
    updatedAt: isoTime(order.updatedAt),
  });
  return new JsonText(`${fields.slice(0, -1)},"lineItems":[${lines ?? ''}]}`);
}
