import { QueryTypes, type Sequelize } from 'sequelize';
import { codeOf } from '../../database/failure.ts';
import type { Problem } from '../problem.ts';
import { lockTimeoutMs } from '../steps/retryOnLockFailure.ts';
import { limitTimes } from '../steps/transaction.ts';
import { timeForWorkMs } from '../time.ts';

/**
 * SQL for the products whose stock differs from their books: the sum of their movements minus the units of orders that are not cancelled. The statement
 * has one snapshot, so it may run while orders are placed and movements are booked.
 *
 * It reads the lines of all orders, because no table stores their sum. It takes 5 s for 2,000,000 orders with 5,000,000 lines, and longer for more.
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

/** SQL for the orders whose `paid_in_cents` differs from their payments minus their refunds. */
export const wrongPayments = `
  select orders.id, paid_in_cents as "paidInCents", coalesce(booked.cents, 0) as "bookedInCents"
    from orders
    left join (select order_id, sum(case kind when 'payment' then amount_in_cents else -amount_in_cents end)::bigint as cents
                 from payments group by order_id) booked on booked.order_id = orders.id
   where paid_in_cents <> coalesce(booked.cents, 0)`;

/** SQL for the orders whose total differs from the sum of their lines. */
export const wrongTotals = `
  select orders.id, total_in_cents as "totalInCents", coalesce(lines.cents, 0) as "lineCents"
    from orders
    left join (select order_id, sum(quantity::bigint * unit_price_in_cents)::bigint as cents from order_items group by order_id) lines
           on lines.order_id = orders.id
   where total_in_cents <> coalesce(lines.cents, 0)`;

/**
 * SQL for the orders whose events are not numbered from 1 to `event_count` without a gap. It reads only the orders of the last day, because an event
 * may be deleted a day after its publication (EVENT_RETENTION_DAYS). It ignores orders without events, which were not placed through the API.
 */
export const wrongSequences = `
  select orders.id, count(*) as events, max(sequence) as "lastSequence", coalesce(event_count, max(sequence)) as "eventCount"
    from orders
    join order_events on order_id = orders.id
   where orders.created_at > now() - interval '1 day'
   group by orders.id
  having count(*) <> max(sequence) or event_count <> max(sequence)`;

interface Book {
  /** The migration that makes this comparison possible. */
  readonly since: string;
  readonly table: string;
  /** The start of the message about a comparison that did not finish. */
  readonly what: string;
  readonly query: string;
  /** The name of a wrong row. */
  readonly name: (row: Wrong) => string;
  /** Describes the difference. */
  readonly difference: (row: Wrong) => string;
  readonly rows: 'products' | 'orders';
}

type Wrong = Readonly<Record<string, unknown>>;

const orderName = ({ id }: Wrong) => `order ${id}`;
const books: readonly Book[] = [
  {
    since: '20261129110100-book-opening-stock',
    table: 'stock_movements',
    what: 'the stocks were not compared with their books',
    query: wrongStocks,
    name: ({ id }) => `product ${id}`,
    difference: ({ sku, stockQuantity, bookedQuantity }) =>
      `the stock of ${sku} is ${stockQuantity}, but its movements minus its orders are ${bookedQuantity}`,
    rows: 'products',
  },
  {
    since: '20261129121200-let-orders-be-paid',
    table: 'payments',
    what: 'the orders were not compared with their payments',
    query: wrongPayments,
    name: orderName,
    difference: ({ paidInCents, bookedInCents }) =>
      `paid_in_cents of the order is ${paidInCents}, but its payments minus its refunds are ${bookedInCents}`,
    rows: 'orders',
  },
  {
    since: '20261129121200-let-orders-be-paid',
    table: 'order_items',
    what: 'the totals of orders were not compared with their lines',
    query: wrongTotals,
    name: orderName,
    difference: ({ totalInCents, lineCents }) => `the total of the order is ${totalInCents}, but the sum of its lines is ${lineCents}`,
    rows: 'orders',
  },
  {
    since: '20261129120900-require-sequence-of-order-events',
    table: 'order_events',
    what: 'the sequences of order events were not checked',
    query: wrongSequences,
    name: orderName,
    difference: ({ events, lastSequence, eventCount }) =>
      `the order has ${events} events up to sequence ${lastSequence}, but its event_count is ${eventCount}`,
    rows: 'orders',
  },
];

const mostShown = 10;

/**
 * Checks the stocks, and the payments, totals and event sequences of the orders. Skips a check if its migration is not in `recorded`. Lists the first
 * ten differences of each check. Takes at most the invocation's remaining time, and reports each check that did not finish.
 */
export async function bookProblems(sequelize: Sequelize, recorded: readonly string[]): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const book of books) if (recorded.includes(book.since)) problems.push(...(await differences(sequelize, book)));
  return problems;
}

async function differences(sequelize: Sequelize, book: Book): Promise<Problem[]> {
  const code = 'books';
  const limitMs = timeForWorkMs();
  const found = await wrongRows(sequelize, book.query, limitMs);
  if (!found) {
    const seconds = Math.max(0, Math.round(limitMs / 1000));
    const message = `${book.what} within ${seconds} s. Run the command when the database is less busy.`;
    return [{ name: book.table, code, message }];
  }
  return found.map((row) => ({
    name: book.name(row),
    code,
    message: `${book.difference(row)}. ${row['differing']} ${book.rows} differ. See "The books do not agree" in docs/runbook.md.`,
  }));
}

/** Returns undefined if the query does not finish within `limitMs`. */
async function wrongRows(sequelize: Sequelize, query: string, limitMs: number): Promise<Wrong[] | undefined> {
  try {
    return await sequelize.transaction(async (transaction) => {
      await limitTimes(sequelize, { lockTimeoutMs, statementTimeoutMs: limitMs, transaction });
      return sequelize.query<Wrong>(
        `select astray.*, count(*) over () as differing from (${query}) astray order by id limit ${mostShown}`,
        { type: QueryTypes.SELECT, transaction },
      );
    });
  } catch (error) {
    // insufficient_privilege: a table has another owner, which environment.ts reports.
    if (codeOf(error) === '42501') return [];
    // statement_timeout
    if (codeOf(error) === '57014') return undefined;
    throw error;
  }
}
