import type { Migration } from './migration.ts';

/**
 * `take_stock` takes the stock of all the given products, or of none, and returns their names and prices. It returns no row if a product is missing, is not
 * active or has too little stock, or if the total is not the expected one.
 *
 * Each statement of a volatile function has a new snapshot. So the update sees the rows that the last holder of their locks committed. With the snapshot
 * of the statement that places the order, PostgreSQL would evaluate each changed row again, for the lock and for the update.
 *
 * The locks on rows are taken in order of ID, so that two orders cannot deadlock, and "no key" does not block foreign key checks. Orders whose lowest
 * ID is the same queue for an advisory lock first: its release wakes one of them, while a row's can wake several, which then queue again. The lock
 * protects nothing. It belongs to the lowest ID, the row that is locked first. So its holder waits only for rows that the queued orders need too.
 *
 * The plans are generic: otherwise a catalogue of 100,000 products is planned for each order, under the locks. `test/bench/README.md` has the numbers.
 */
export const takeStockWithANewSnapshot: Migration = {
  async up({ sequelize, transaction }) {
    await sequelize.query(
      `create function take_stock(ids bigint[], quantities integer[], expected_total_in_cents bigint)
         returns table (id bigint, name text, quantity integer, price_in_cents integer)
         language plpgsql volatile set search_path = '' set plan_cache_mode = force_generic_plan as $$
       #variable_conflict use_column
       declare
         available bigint;
         total_in_cents bigint;
       begin
         perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('orders of a product',
                                                                         (select min(asked.id) from unnest(ids) as asked (id))));
         select count(*), sum(asked.quantity::bigint * product.price_in_cents)::bigint
           into available, total_in_cents
           from (select id, price_in_cents, stock_quantity
                   from public.products
                  where is_active and id = any (ids)
                  order by id
                    for no key update) as product
           join unnest(ids, quantities) as asked (product_id, quantity) on asked.product_id = product.id
          where product.stock_quantity >= asked.quantity;
         if available = cardinality(ids) and (expected_total_in_cents is null or total_in_cents = expected_total_in_cents) then
           -- The IDs again: with the join alone, a generic plan scans a catalogue of hundreds of products.
           return query
             update public.products
                set stock_quantity = products.stock_quantity - asked.quantity, updated_at = now()
               from unnest(ids, quantities) as asked (product_id, quantity)
              where products.id = asked.product_id and products.id = any (ids)
             returning products.id, products.name::text, asked.quantity, products.price_in_cents;
         end if;
       end $$;
       -- Whatever the default privileges are. It has no rights of its own.
       grant execute on function take_stock(bigint[], integer[], bigint) to public`,
      { transaction },
    );
  },

  async down({ sequelize, transaction }) {
    await sequelize.query('drop function take_stock(bigint[], integer[], bigint)', { transaction });
  },
};
