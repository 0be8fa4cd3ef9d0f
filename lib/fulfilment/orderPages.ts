import * as z from 'zod/mini';
import { bindings } from '../database/keyset.ts';
import { runStatement } from '../database/runStatement.ts';
import type { Database } from '../database/types.ts';
import { type OrderStatus, orderStatuses } from '../models/order.ts';

export { orderStatuses } from '../models/order.ts';

// Microseconds since 1970. JavaScript represents the number exactly until the year 2255, when it exceeds 2^53.
const microseconds = z.int().check(z.minimum(0));
/** The last order of a page: the time when it was placed, in microseconds since 1970, and its ID. The next page starts after it. */
export const placedPosition = z.strictObject({ placed: microseconds, id: z.int().check(z.minimum(1)) });
type PlacedPosition = z.output<typeof placedPosition>;

/** The two sort orders. */
export const placedSorts = ['oldest', 'newest'] as const;

/** Which orders to list. */
export interface OrderFilter {
  readonly status?: OrderStatus | undefined;
  readonly customerId?: number | undefined;
  /** True for orders whose total is paid, false for the others, undefined for all. */
  readonly paid?: boolean | undefined;
  /** ISO 8601, inclusive. */
  readonly placedFrom?: string | undefined;
  /** ISO 8601, exclusive. */
  readonly placedBefore?: string | undefined;
  readonly sort: (typeof placedSorts)[number];
}

/** A range of one index, in which the orders are already sorted as in the listing. */
interface IndexRange {
  readonly where: readonly string[];
  /** The first columns of the index, each with its value, which is the same in all rows of this range. The sort columns come after them in the index. */
  readonly within: readonly (readonly [column: string, value: string | number])[];
}

const isPaid = 'paid_in_cents >= total_in_cents';
const isUnpaid = 'paid_in_cents < total_in_cents';

/**
 * Returns the positions of up to `count` orders, in one statement. Reads at most ten index ranges and at most `count` rows of each range, however
 * large the table is. For one customer, reads at most that customer's orders. The statement is SQL, because a finder of Sequelize cannot choose an
 * index that already has the sort order. When only the newest 100 of 100,000 orders were unpaid, a finder read all
 * 100,000: 247 ms instead of 20 ms.
 * test/migrations/fulfilmentPlans.system.test.ts counts the rows that each filter and sort reads.
 */
export async function findPlaced(
  db: Database,
  filter: OrderFilter,
  after: PlacedPosition | undefined,
  count: number,
): Promise<PlacedPosition[]> {
  const { values, bind } = bindings();
  const { sort, customerId } = filter;
  const direction = sort === 'oldest' ? 'asc' : 'desc';
  const most = bind(count);
  const byTime = customerId === undefined;
  const order = (columns: readonly string[]) => columns.map((column) => `${column} ${direction}`).join(', ');
  const time = (value: number) => `timestamptz 'epoch' + ${bind(value)} * interval '1 microsecond'`;
  // Binds each value only when a condition uses it, because the server rejects an unused value.
  const from = () => (filter.placedFrom === undefined ? undefined : time(Date.parse(filter.placedFrom) * 1_000));
  const before = () => (filter.placedBefore === undefined ? undefined : time(Date.parse(filter.placedBefore) * 1_000));
  const lowest = () => (byTime ? `${from() ?? "'-infinity'::timestamptz"}, 0::bigint` : '0::bigint');
  const highest = () => (byTime ? `${before() ?? "'infinity'::timestamptz"}, 0::bigint` : `${Number.MAX_SAFE_INTEGER}::bigint`);
  const lastId = after && bind(after.id);
  const place = after && (byTime ? `${time(after.placed)}, ${lastId}` : lastId);
  const [low, high] = sort === 'oldest' ? [place ?? lowest(), highest()] : [lowest(), place ?? highest()];

  const selectOf = ({ where, within }: IndexRange) => {
    const columns = [...within.map(([column]) => column), ...(byTime ? ['created_at'] : []), 'id'];
    const fixed = within.map(([, value]) => `${bind(value)}, `).join('');
    // The bounds include the last row of the page before, so that the index scan starts there. The condition on `id` excludes this row.
    const conditions = [
      ...where,
      `(${columns.join(', ')}) >= (${fixed}${low})`,
      `(${columns.join(', ')}) <= (${fixed}${high})`,
      ...(lastId === undefined ? [] : [`id <> ${lastId}`]),
    ];
    return `(select id, created_at from orders where ${conditions.join(' and ')} order by ${order(columns)} limit ${most})`;
  };
  const ranges = byTime ? rangesOf(filter) : [customerRange(filter, customerId, from(), before())];
  return runStatement<PlacedPosition>(
    db,
    `select (extract(epoch from created_at) * 1000000)::bigint as placed, id
       from (${ranges.map(selectOf).join(' union all ')}) orders
      order by ${order(byTime ? ['created_at', 'id'] : ['id'])}
      limit ${most}`,
    values,
  );
}

/** Returns the index ranges that together contain the orders of a filter. Each range is sorted by time. */
function rangesOf({ status, paid }: OrderFilter): IndexRange[] {
  if (status === undefined && paid === undefined) return [{ where: [], within: [] }];
  return (status === undefined ? orderStatuses : [status]).flatMap((one) => {
    const within = [['status', one]] as const;
    const paidRange = { where: [isPaid], within };
    // orders_unpaid_idx contains the unpaid pending orders, sorted by time. The unpaid orders of other statuses have another index, and paid orders
    // have a third. So placing an unpaid order writes only one of the three indexes: orders_unpaid_idx.
    const unpaidRange =
      one === 'pending' ? { where: ["status = 'pending'", isUnpaid], within: [] } : { where: ["status <> 'pending'", isUnpaid], within };
    return paid === undefined ? [paidRange, unpaidRange] : [paid ? paidRange : unpaidRange];
  });
}

/** Returns the index range of one customer's orders, sorted by ID. */
function customerRange(
  { status, paid }: OrderFilter,
  customerId: number,
  from: string | undefined,
  before: string | undefined,
): IndexRange {
  return {
    where: [
      ...(paid === undefined ? [] : [paid ? isPaid : isUnpaid]),
      ...(from === undefined ? [] : [`created_at >= ${from}`]),
      ...(before === undefined ? [] : [`created_at < ${before}`]),
    ],
    within: [['user_id', customerId], ...(status === undefined ? [] : ([['status', status]] as const))],
  };
}
