import { QueryTypes } from 'sequelize';
import type { Database } from '../database/types.ts';

interface Sales {
  readonly totalInCents: number;
  readonly orders: number;
  readonly units: number;
}

/** A month's sales, cancelled orders left out. `items` by total, the best first; equals share a rank. */
export interface SalesReport {
  readonly month: string;
  readonly totals: Sales;
  readonly items: readonly (Sales & {
    readonly rank: number;
    readonly productId: number;
    readonly name: string;
    readonly category: string | null;
  })[];
  /** Orders that had a discount code, by code. */
  readonly discountCodes: readonly (Sales & { readonly discountCode: string })[];
}

interface Query {
  /** `YYYY-MM`, in UTC: from its first moment to before the next month's. */
  readonly month: string;
  readonly discountCode?: string | undefined;
  /** How many products at most; all of them without it. The totals are of all. */
  readonly limit?: number | undefined;
}

/** Computes a month's sales, in one statement over one look at the lines, so that every part is of the same moment. */
export async function salesReport(db: Database, { month, discountCode, limit }: Query): Promise<SalesReport> {
  const [report] = await db.sequelize.query<Omit<SalesReport, 'month'>>(
    `with line as materialized (
       select orders.id as order_id, orders.discount_code, item.product_id, item.quantity,
              item.quantity::bigint * item.unit_price_in_cents as total_in_cents
         from orders
         join order_items item on item.order_id = orders.id
        where orders.created_at >= $1::timestamptz and orders.created_at < $1::timestamptz + interval '1 month'
          and orders.status <> 'cancelled'
          and ($2::text is null or orders.discount_code = $2)
     ), by_product as (
       -- An order has a product once, so that its lines count the orders.
       select product_id, sum(total_in_cents)::bigint as total_in_cents, count(*) as orders, sum(quantity)::bigint as units,
              rank() over (order by sum(total_in_cents) desc) as rank
         from line
        group by product_id
     ), best as (
       select by_product.*, products.name, categories.name as category
         from by_product
         join products on products.id = product_id
         left join categories on categories.id = products.category_id
        order by rank, product_id
        limit $3
     ), by_code as (
       select discount_code, sum(total_in_cents)::bigint as total_in_cents, count(distinct order_id) as orders, sum(quantity)::bigint as units
         from line
        where discount_code is not null
        group by discount_code
     )
     select (select json_build_object(
                      'totalInCents', coalesce(sum(total_in_cents), 0)::bigint,
                      'orders', count(distinct order_id), 'units', coalesce(sum(quantity), 0)::bigint)
               from line) as totals,
            (select coalesce(json_agg(json_build_object(
                      'rank', rank, 'productId', product_id, 'name', name, 'category', category,
                      'totalInCents', total_in_cents, 'orders', orders, 'units', units) order by rank, product_id), '[]')
               from best) as items,
            (select coalesce(json_agg(json_build_object(
                      'discountCode', discount_code, 'totalInCents', total_in_cents, 'orders', orders, 'units', units)
                      order by total_in_cents desc, discount_code), '[]')
               from by_code) as "discountCodes"`,
    { type: QueryTypes.SELECT, bind: [`${month}-01T00:00:00Z`, discountCode ?? null, limit ?? null] },
  );
  if (!report) throw new Error('the report came without a row');
  return { month, ...report };
}
