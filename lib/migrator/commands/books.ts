import { QueryTypes, type Sequelize } from 'sequelize';
import { codeOf } from '../../database/failure.ts';
import { lockTimeoutMs } from '../steps/lockRetry.ts';
import { limitTimes } from '../steps/transaction.ts';
import { timeForWorkMs } from '../time.ts';
import type { Problem } from './drift.ts';

/** The migration that begins the book of every product's stock. */
export const openingMigration = '20261129110100-book-opening-stock';

/**
 * SQL for the products whose stock differs from their books: `stock_quantity` = sum of movements − units of orders that are not cancelled. One
 * statement has one snapshot, so it may run during orders and movements.
 *
 * It reads the lines of all orders, because placing an order writes no sum: 5 s for 2,000,000 orders with 5,000,000 lines, and in proportion for more.
 */
export const wrongStocks = `
  select products.id, products.sku, stock_quantity as "stockQuantity", coalesce(booked.units, 0) - coalesce(ordered.units, 0) as "bookedQuantity"
    from products
    left join (select product_id, sum(change)::bigint as units from stock_movements group by product_id) booked on booked.product_id = products.id
    left join (select product_id, sum(quantity)::bigint as units
                 from order_items
                where not exists (select from orders where orders.id = order_id and status = 'cancelled')
                group by product_id) ordered on ordered.product_id = products.id
   where stock_quantity <> coalesce(booked.units, 0) - coalesce(ordered.units, 0)`;

const mostShown = 10;

/** Lists the first ten products whose stock differs from their books. Takes at most the invocation's remaining time. */
export async function bookProblems(sequelize: Sequelize): Promise<Problem[]> {
  const limitMs = timeForWorkMs();
  const found = await sequelize
    .transaction(async (transaction) => {
      await limitTimes(sequelize, { lockTimeoutMs, statementTimeoutMs: limitMs, transaction });
      return sequelize.query<{ id: number; sku: string; stockQuantity: number; bookedQuantity: number; products: number }>(
        `select astray.*, count(*) over () as products from (${wrongStocks}) astray order by id limit ${mostShown}`,
        { type: QueryTypes.SELECT, transaction },
      );
    })
    .catch((error: unknown) => {
      // insufficient_privilege: a table has another owner, which environment.ts reports.
      if (codeOf(error) === '42501') return [];
      // statement_timeout
      if (codeOf(error) !== '57014') throw error;
      return undefined;
    });
  const code = 'books';
  if (!found) {
    const message = `the stocks were not compared with their books within ${Math.round(limitMs / 1000)} s. Run the command when the database is less busy.`;
    return [{ name: 'stock_movements', code, message }];
  }
  return found.map(({ id, sku, stockQuantity, bookedQuantity, products }) => ({
    name: `product ${id}`,
    code,
    message: `the stock of ${sku} is ${stockQuantity}, and its movements less its orders are ${bookedQuantity}. ${products} products differ. See "The books do not agree" in docs/runbook.md.`,
  }));
}
