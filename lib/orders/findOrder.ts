import type { WhereOptions } from 'sequelize';
import { plainRows } from '../database/plainRows.ts';
import type { Database } from '../database/types.ts';
import { type OrderRow, type OrderView, orderSelection, orderViews } from './view.ts';

/** Returns one order with its lines, in one statement; undefined if there is none. */
export async function findOrder(db: Database, where: WhereOptions): Promise<OrderView | undefined> {
  return orderViews(await plainRows<OrderRow>(db.Order.findAll({ ...orderSelection(db), where })))[0];
}
