import type { Migration } from './migration.ts';

/**
 * Makes sure that a cancellation can return its stock: a product's stock plus its units in orders that can still be cancelled must fit into an integer. An
 * order does not change this sum. Only booking stock can break the rule, and such a booking is rejected.
 *
 * - The rule is a trigger, because a check constraint sees one row of one table. It runs after the statement, because a cancellation changes the stock and
 *   the order in one statement.
 * - The lock of the product's row keeps the sum from changing during the check, because orders and cancellations take this lock too.
 * - Up to a stock of 1,000,000,000 the sum is not computed: only a million open orders of 1,000 units each could break the rule. Orders lower the stock, so
 *   they never compute the sum.
 * - The trigger reads as the schema's owner, so a role that books stock needs no privilege to read orders.
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
    // Checks existing products. Creating the trigger has locked the table, so no order comes in between. Few rows qualify, so the lock is short.
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
