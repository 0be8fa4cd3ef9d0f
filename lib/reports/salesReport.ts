import * as z from 'zod/mini';
import { codeOf } from '../database/failure.ts';
import { runLongStatement } from '../database/runLongStatement.ts';
import type { Database } from '../database/types.ts';
import { PublicError } from '../errors.ts';

interface Sales {
  readonly totalInCents: number;
  readonly orders: number;
  readonly units: number;
}

/** A month's sales without cancelled orders. `items` are sorted by total, highest first; equal totals share a rank. */
export interface SalesReport {
  readonly month: string;
  readonly totals: Sales;
  readonly items: readonly (Sales & {
    readonly rank: number;
    readonly productId: number;
    readonly name: string;
    readonly category: string | null;
  })[];
  /** Sales of orders with a discount code, by code. */
  readonly discountCodes: readonly (Sales & { readonly discountCode: string })[];
}

/** A position in a report: the last product and the last discount code so far, with their totals; null if none. */
export const reportPosition = z.strictObject({
  product: z.nullable(z.strictObject({ total: z.int(), id: z.int() })),
  code: z.nullable(z.strictObject({ total: z.int(), code: z.string().check(z.regex(/^[A-Za-z0-9_-]{1,50}$/)) })),
});
type ReportPosition = z.output<typeof reportPosition>;

interface Query {
  /** `YYYY-MM`, in UTC. */
  readonly month: string;
  readonly discountCode?: string | undefined;
  /** Maximum number of products. The totals cover all products. */
  readonly limit: number;
  readonly after?: ReportPosition | undefined;
  /** Whether to include discount codes: up to 1,000 a page. */
  readonly withCodes: boolean;
}

/** A page of a report. Each product and each code appears on one page only. */
interface ReportPage extends SalesReport {
  readonly next: ReportPosition | null;
  /** Returns the position after the first `count` products and all codes of this page. */
  readonly endingAt: (count: number) => ReportPosition;
}

// The maximum number of codes on a page. The number of codes has no limit: each customer may use another one. A code takes 120 bytes of the response.
const mostCodes = 1_000;
// The time limit of the statement. It is more than the role's 5 s, because a month of 1,000,000 lines already takes 1.5 to 2.1 s. It is less than
// the 30 s limit of an HTTP API.
const mostMs = 20_000;

/**
 * Computes a page of a month's sales in one statement, so that all numbers come from one snapshot. The statement runs in a transaction that raises
 * its time limit: 4 statements in all, with `start transaction`, `set_config` and `commit`.
 * @throws PublicError `overloaded` after `limitMs`
 *
 * Reads the lines twice: for the products, and for the orders with a code. The server runs each of these two reads in parallel workers, but would
 * read a shared CTE in one process. The count of orders does not read their lines. Measured on 2 busy cores, on a
 * month of 1,000,000 lines and 20,000 products, in which a fifth of the orders have a code:
 * - a shared CTE: 3.4 to 3.9 s
 * - grouping sets: 2.6 to 3.1 s
 * - this statement: 1.5 to 2.1 s
 *
 * A covering index did not make the statement faster. `npm run test:report` measures this statement.
 */
export async function salesReport(db: Database, query: Query, limitMs = mostMs): Promise<ReportPage> {
  const { month, discountCode, limit, after, withCodes } = query;
  const [report] = await runLongStatement<Omit<SalesReport, 'month'>>(
    db,
    `with counted as not materialized (
       select id, discount_code
         from orders
        where created_at >= $1::timestamptz and created_at < $2::timestamptz
          and status <> 'cancelled'
          and ($3::text is null or discount_code = $3)
     ), by_product as materialized (
       select product_id, sum(quantity::bigint * unit_price_in_cents)::bigint as total_in_cents, count(*) as orders, sum(quantity)::bigint as units
         from counted
         join order_items on order_id = counted.id
        group by product_id
     ), best as (
       select ranked.*, products.name, categories.name as category
         from (select by_product.*, rank() over (order by total_in_cents desc) from by_product) as ranked
         join products on products.id = product_id
         left join categories on categories.id = products.category_id
        where $5::bigint is null or total_in_cents < $5::bigint or (total_in_cents = $5::bigint and product_id > $6::bigint)
        order by rank, product_id
        limit $4
     ), orders_by_code as materialized (
       select discount_code, count(*) as orders
         from counted
        group by discount_code
     ), by_code as (
       select discount_code, sum(quantity::bigint * unit_price_in_cents)::bigint as total_in_cents, sum(quantity)::bigint as units
         from counted
         join order_items on order_id = counted.id
        where discount_code is not null
        group by discount_code
     ), best_codes as (
       select by_code.*, orders
         from by_code
         join orders_by_code using (discount_code)
        where $7::bigint is null or total_in_cents < $7::bigint or (total_in_cents = $7::bigint and discount_code > $8::text)
        order by total_in_cents desc, discount_code
        limit $9
     )
     select (select json_build_object(
                      'totalInCents', coalesce(sum(total_in_cents), 0)::bigint,
                      'orders', (select coalesce(sum(orders), 0)::bigint from orders_by_code), 'units', coalesce(sum(units), 0)::bigint)
               from by_product) as totals,
            (select coalesce(json_agg(json_build_object(
                      'rank', rank, 'productId', product_id, 'name', name, 'category', category,
                      'totalInCents', total_in_cents, 'orders', orders, 'units', units) order by rank, product_id), '[]')
               from best) as items,
            (select coalesce(json_agg(json_build_object(
                      'discountCode', discount_code, 'totalInCents', total_in_cents, 'orders', orders, 'units', units)
                      order by total_in_cents desc, discount_code), '[]')
               from best_codes) as "discountCodes"`,
    [
      ...[...boundsOf(month), discountCode ?? null, limit + 1],
      ...[after?.product?.total ?? null, after?.product?.id ?? null, after?.code?.total ?? null, after?.code?.code ?? null],
      withCodes ? mostCodes + 1 : 0,
    ],
    limitMs,
  ).catch((error: unknown) => {
    throw codeOf(error) === '57014' ? tookTooLong(month, limitMs, error) : error;
  });
  if (!report) throw new Error('The report returned no row');
  const items = report.items.slice(0, limit);
  const discountCodes = report.discountCodes.slice(0, mostCodes);
  const lastCode = discountCodes.at(-1);
  const code = lastCode ? { total: lastCode.totalInCents, code: lastCode.discountCode } : (after?.code ?? null);
  const endingAt = (count: number) => {
    const last = items[count - 1];
    return { product: last ? { total: last.totalInCents, id: last.productId } : (after?.product ?? null), code };
  };
  const hasMore = report.items.length > items.length || report.discountCodes.length > discountCodes.length;
  return { month, totals: report.totals, discountCodes, items, next: hasMore ? endingAt(items.length) : null, endingAt };
}

function tookTooLong(month: string, limitMs: number, cause: unknown): PublicError {
  const detail = `The report of ${month} exceeded its limit of ${limitMs / 1_000} s. Filter by discountCode, or retry when the database is less busy.`;
  return new PublicError('overloaded', detail, { cause, retryAfterSeconds: 60 });
}

/** Returns the start of a month and of the next one. Not computed in SQL, because adding a month there depends on the session's time zone. */
function boundsOf(month: string): [from: string, before: string] {
  const from = new Date(`${month}-01T00:00:00Z`);
  return [from.toISOString(), new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + 1)).toISOString()];
}
