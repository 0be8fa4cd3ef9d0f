import type { Migration } from './migration.ts';

/** Validates the checks apart from changing them: reading the whole tables then blocks neither readers nor writers. */
export const validateFasterChecks: Migration = {
  async up({ sequelize, transaction }) {
    await sequelize.query(
      `alter table orders
         validate constraint orders_status_check,
         validate constraint orders_user_id_check,
         validate constraint orders_delivery_address_check,
         validate constraint orders_tracking_check;
       alter table order_events validate constraint order_events_type_check;
       alter table products validate constraint products_sku_check`,
      { transaction },
    );
  },
  async down({ sequelize, transaction }) {
    await sequelize.query(
      `alter table orders
         drop constraint orders_status_check,
         add constraint orders_status_check check (status = any ('{pending,processing,shipped,delivered,cancelled}'::text[])) not valid,
         drop constraint orders_user_id_check,
         add constraint orders_user_id_check check (user_id is not null or status = any ('{delivered,cancelled}'::text[])) not valid,
         drop constraint orders_delivery_address_check,
         add constraint orders_delivery_address_check check (is_delivery_address(delivery_address)) not valid,
         drop constraint orders_tracking_check,
         add constraint orders_tracking_check check (is_tracking(tracking)) not valid;
       alter table order_events
         drop constraint order_events_type_check,
         add constraint order_events_type_check check (
           type = any ('{order.placed,order.cancelled,order.advanced,order.paid,order.refunded}'::text[])) not valid;
       alter table products
         drop constraint products_sku_check,
         add constraint products_sku_check check (sku ~ '^[A-Za-z0-9._-]+$') not valid`,
      { transaction },
    );
  },
};
