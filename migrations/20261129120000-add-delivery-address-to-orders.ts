import type { Migration } from './migration.ts';

/**
 * An order may have a delivery address. The column is nullable without a default, so adding it does not rewrite the table.
 *
 * `has_room_for_pending_order` tells whether a customer may place another order, for MAX_PENDING_ORDERS. It is a volatile function, because
 * placing an order is one statement with one snapshot: after the lock, only a new snapshot sees the order that the lock's last holder
 * committed. The role that calls it reads orders anyway, so the function needs no rights of its own.
 */
export const addDeliveryAddressToOrders: Migration = {
  async up({ sequelize, transaction }) {
    await sequelize.query(
      `alter table orders
         add column delivery_address jsonb,
         add constraint orders_delivery_address_check check (
           delivery_address @? '$ ? (@.name.type() == "string" && @.lines.type() == "array" && @.lines.size() >= 1 && @.lines.size() <= 4
                                     && @.city.type() == "string" && @.country like_regex "^[A-Z]{2}$")') not valid;
       create function has_room_for_pending_order(customer bigint, most integer) returns boolean
         language plpgsql volatile set search_path = '' as $$
       begin
         perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('pending orders', customer));
         return most > (select pg_catalog.count(*)
                          from (select from public.orders where user_id = customer and status = 'pending' limit most) as pending);
       end $$;
       grant select (delivery_address), insert (delivery_address) on orders to orders_api`,
      { transaction },
    );
  },

  async down({ sequelize, transaction }) {
    // The constraint and the grants go with the column.
    await sequelize.query('drop function has_room_for_pending_order(bigint, integer); alter table orders drop column delivery_address', {
      transaction,
    });
  },
};
