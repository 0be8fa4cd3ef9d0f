import type { Migration } from './migration.ts';

/**
 * Keeps a cancellation from failing: it gives stock back, so a product's stock and its units in orders that can still be cancelled must fit into an
 * integer together. An order moves units from the one to the other. Only booking stock can break the rule, and is refused.
 *
 * - A trigger, because a check constraint sees one row of one table. After the statement, because a cancellation changes stock and order in one.
 * - The row's lock, which orders and cancellations take too, keeps the sum from changing meanwhile.
 * - Below 1,000,000,000 the sum is not computed: the rest would take a million open orders of 1,000 units of one product. Orders lower the stock, so they
 *   never pay for the sum.
 * - It reads as the schema's owner, so that a role that books stock need not read orders.
 */
export const leaveRoomForCancellations: Migration = {
  async up({ sequelize, transaction }) {
    await sequelize.query(
      `create function products_stock_leaves_room() returns trigger
         language plpgsql security definer set search_path = '' as $$
       declare
         cancellable bigint := (select coalesce(sum(item.quantity), 0)
                                  from public.order_items item
                                  join public.orders on orders.id = item.order_id
                                 where item.product_id = new.id and orders.status in ('pending', 'processing'));
       begin
         if new.stock_quantity + cancellable > 2147483647 then
           raise exception using
             errcode = 'check_violation', schema = tg_table_schema, table = tg_table_name, constraint = 'products_stock_leaves_room_check',
             message = format('product %s has %s units in orders that can still be cancelled: its stock may be %s at most, not %s',
                              new.id, cancellable, 2147483647 - cancellable, new.stock_quantity),
             hint = 'Book less stock, or book it when these orders are shipped.';
         end if;
         return null;
       end $$;
       revoke all on function products_stock_leaves_room() from public;
       create trigger products_stock_leaves_room_check after update of stock_quantity on products
         for each row when (new.stock_quantity > 1000000000 and new.stock_quantity > old.stock_quantity)
         execute function products_stock_leaves_room()`,
      { transaction },
    );
    // After the trigger, whose lock on the table lets no order in between. Few rows qualify, so the lock is short.
    await sequelize.query(
      `do $$
       declare
         crowded text := (select string_agg(format('product %s (stock %s, in orders %s: at most %s)', id, stock_quantity, cancellable, 2147483647 - cancellable),
                                            ', ' order by id)
                            from products
                           cross join lateral (select coalesce(sum(item.quantity), 0) as cancellable
                                                 from order_items item
                                                 join orders on orders.id = item.order_id
                                                where item.product_id = products.id and orders.status in ('pending', 'processing')) open
                           where stock_quantity > 1000000000 and stock_quantity + cancellable > 2147483647);
       begin
         if crowded is not null then
           raise exception using
             errcode = 'check_violation', constraint = 'products_stock_leaves_room_check',
             message = 'Orders of these products could not be cancelled, because their stock has no room for the units: ' || crowded
                    || '. Lower stock_quantity to that number with an UPDATE, and run up again';
         end if;
       end $$`,
      { transaction },
    );
  },

  async down({ sequelize, transaction }) {
    await sequelize.query(
      `drop trigger products_stock_leaves_room_check on products;
       drop function products_stock_leaves_room()`,
      { transaction },
    );
  },
};
