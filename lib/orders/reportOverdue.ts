import { QueryTypes } from 'sequelize';
import { config } from '../config.ts';
import type { Database } from '../database/types.ts';
import type { withDatabase } from '../database/withDatabase.ts';
import { log } from '../log.ts';

/** The overdue orders and refunds, for the alarms. */
interface Overdue {
  /** How many seconds the oldest unpaid order is overdue; 0 if no order is overdue or UNPAID_ORDER_MINUTES is not set. */
  readonly oldestUnpaidSeconds: number;
  /** How many cancelled orders have payments that were not refunded. Counts up to `mostRefunds`. */
  readonly refundsDue: number;
  /** How many seconds the oldest refund is due, counted from the last change of its order; 0 if no refund is due. */
  readonly oldestRefundSeconds: number;
}

// Limits the work of the statement in a shop that never records refunds.
const mostRefunds = 1_000;

/**
 * Logs the overdue unpaid orders and the refunds that are due, in one statement. The alarms of infra/alarms.yml read the values of this log line.
 */
export async function reportOverdue(inDatabase: typeof withDatabase): Promise<Overdue> {
  const overdue = await inDatabase(findOverdue);
  log.info('overdue orders', { ...overdue }, { forAlarm: true });
  return overdue;
}

async function findOverdue(db: Database): Promise<Overdue> {
  // Reads few rows, from orders_unpaid_idx and orders_refund_due_idx, as test/migrations/fulfilmentPlans.system.test.ts checks. Sequelize needs two
  // finders. With 1,000 refunds due, these took 6 times as much CPU, because they return each of the 1,000 rows.
  const [found] = await db.sequelize.query<Overdue>(
    `select coalesce((select greatest(0, extract(epoch from now() - make_interval(mins => $1::int) - created_at))::int
                        from orders
                       where $1::int > 0 and status = 'pending' and paid_in_cents < total_in_cents
                       order by created_at
                       limit 1), 0) as "oldestUnpaidSeconds",
            count(*)::int as "refundsDue",
            coalesce(extract(epoch from now() - min(updated_at)), 0)::int as "oldestRefundSeconds"
       from (select updated_at
               from orders
              where status = 'cancelled' and paid_in_cents > 0
              order by updated_at
              limit ${mostRefunds}) due`,
    { type: QueryTypes.SELECT, bind: [config().unpaidOrderMinutes] },
  );
  return found ?? { oldestUnpaidSeconds: 0, refundsDue: 0, oldestRefundSeconds: 0 };
}
