import { literal, Op } from 'sequelize';
import * as z from 'zod/mini';
import { keyset } from '../database/keyset.ts';
import { plainRows } from '../database/plainRows.ts';
import type { Database } from '../database/types.ts';
import { type JsonText, jsonArray } from '../json.ts';
import type { OrderStatus } from '../models/order.ts';
import { customerId } from './customer.ts';
import { orderJson } from './view.ts';

/** A place in a history: the last order seen. */
export const orderPosition = z.strictObject({ id: z.int() });
type OrderPosition = z.output<typeof orderPosition>;

interface History {
  /** The token's subject. */
  readonly customer: string;
  readonly limit: number;
  readonly status?: OrderStatus | undefined;
  readonly after: OrderPosition | undefined;
}

/**
 * A page of a customer's own orders, newest first, with lines and products: two statements, whatever the page holds. `items` is
 * OrderViews as JSON.
 * Newest is by id, as for products. The customer is looked up on its own: as a join it would cost the planner the index's order.
 * @throws PublicError `unknown-customer`
 */
export async function listOrders(db: Database, history: History): Promise<{ items: JsonText; next: OrderPosition | null }> {
  const { limit, status, after } = history;
  const userId = await customerId(db, history.customer);
  const walk = keyset(db.sequelize, db.Order, {
    // With a status beside it, the planner takes the index over both by itself, and would sort here (5,404 rows read for 101).
    within: status ? [] : [['userId', userId]],
    by: ['id'],
    descending: true,
    after: after && [after.id],
  });
  const rows = await plainRows<{ id: number; json: string }>(
    db.Order.findAll({
      attributes: ['id', [literal(orderJson), 'json']],
      where: { [Op.and]: [...walk.where, ...(status ? [{ userId, status }] : [])] },
      order: walk.order,
      limit: limit + 1,
      raw: true,
    }),
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { items: jsonArray(page.map(({ json }) => json)), next: last && rows.length > limit ? { id: last.id } : null };
}
