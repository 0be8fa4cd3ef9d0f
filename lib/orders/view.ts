import { literal, type ProjectionAlias, type OrderItem as Sorting } from 'sequelize';
import { isoTime } from '../database/isoTime.ts';
import type { Database } from '../database/types.ts';
import { JsonText } from '../json.ts';
import type { Address, OrderStatus, Tracking } from '../models/order.ts';

/** An order as its customer sees it. Lines are in order of productId. */
export interface OrderView {
  readonly id: number;
  readonly status: OrderStatus;
  readonly totalInCents: number;
  /** Payments minus refunds. */
  readonly paidInCents: number;
  readonly discountCode: string | null;
  readonly deliveryAddress: Address | null;
  readonly tracking: Tracking | null;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly lineItems: readonly LineItemView[];
}

interface LineItemView {
  readonly productId: number;
  readonly quantity: number;
  readonly unitPriceInCents: number;
  /** The current product, which may be inactive by now. */
  readonly product: { readonly id: number; readonly name: string; readonly priceInCents: number };
}

/** A row of a finder: an order's fields and one of its lines. The line's fields are null if the order has no lines. Convert the times with isoTime. */
export interface OrderRow extends Omit<OrderView, 'lineItems'> {
  readonly 'lineItems.productId': number | null;
  readonly 'lineItems.quantity': number;
  readonly 'lineItems.unitPriceInCents': number;
  readonly 'lineItems.product.name': string;
  readonly 'lineItems.product.priceInCents': number;
}

const createdAt: ProjectionAlias = [literal('"Order"."created_at"::text'), 'createdAt'];
const updatedAt: ProjectionAlias = [literal('"Order"."updated_at"::text'), 'updatedAt'];

/**
 * Returns the finder options for OrderViews: orders, their lines and the lines' products in one statement. `order` sorts the lines of one order.
 * `more` names further fields of the products.
 */
export function orderSelection(db: Database, ...more: string[]) {
  const order: Sorting[] = [[{ model: db.OrderItem, as: 'lineItems' }, 'productId', 'asc']];
  return {
    attributes: ['id', 'status', 'totalInCents', 'paidInCents', 'discountCode', 'deliveryAddress', 'tracking', createdAt, updatedAt],
    include: [
      {
        model: db.OrderItem,
        as: 'lineItems',
        attributes: ['productId', 'quantity', 'unitPriceInCents'],
        include: [{ model: db.Product, as: 'product', attributes: ['name', 'priceInCents', ...more] }],
      },
    ],
    order,
    raw: true,
  };
}

/** Groups rows into orders. The rows of an order must be adjacent and sorted by productId. */
export function orderViews(rows: readonly OrderRow[]): OrderView[] {
  const orders: OrderView[] = [];
  let lineItems: LineItemView[] = [];
  for (const row of rows) {
    if (orders.at(-1)?.id !== row.id) {
      lineItems = [];
      const { id, status, totalInCents, paidInCents, discountCode, deliveryAddress, tracking } = row;
      orders.push({
        id,
        status,
        totalInCents,
        paidInCents,
        discountCode,
        deliveryAddress,
        tracking,
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

/** A row of a page. `lines` is the text of linesJson, or null for an order without lines. JSON columns are text. Convert the times with isoTime. */
export interface OrderPageRow extends Omit<OrderView, 'lineItems' | 'deliveryAddress' | 'tracking' | 'paidInCents'> {
  readonly tracking: string | null;
  readonly paidInCents: string;
  readonly deliveryAddress: string | null;
  readonly lines: string | null;
}

/**
 * SQL for an order's lines as a JSON array without its brackets. For a page of 50 orders with 3 lines, the function needs 0.54 ms of CPU. With a joined row for
 * each line, it needs 0.99 ms; with Dates as well, 1.86 ms. The SQL concatenates text, because json_build_object costs the server a third more CPU.
 */
export const linesJson = `string_agg(
  '{"productId":' || item.product_id || ',"quantity":' || item.quantity || ',"unitPriceInCents":' || item.unit_price_in_cents ||
  ',"product":{"id":' || item.product_id || ',"name":' || to_json(product.name) || ',"priceInCents":' || product.price_in_cents || '}}',
  ',' order by item.product_id)`;

/** Returns the JSON of a row's OrderView. Writes the text directly, without creating an OrderView. */
export function orderJson(row: OrderPageRow): JsonText {
  return new JsonText(
    `{"id":${row.id},"status":"${row.status}","totalInCents":${row.totalInCents},"discountCode":${JSON.stringify(row.discountCode)}` +
      `,"createdAt":"${isoTime(row.createdAt)}","updatedAt":"${isoTime(row.updatedAt)}","paidInCents":${row.paidInCents}` +
      `,"deliveryAddress":${row.deliveryAddress},"tracking":${row.tracking},"lineItems":[${row.lines ?? ''}]}`,
  );
}
