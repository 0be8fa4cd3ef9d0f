import type { Migration } from './migration.ts';

/**
 * Adds the number of an order's events, and the amount that was paid for the order. A writer locks the order's row and takes the `sequence` of the next
 * event from `event_count`. `event_count` is null while the status alone determines the number (lib/orders/eventCount.ts). So a new order does not write it,
 * and existing orders are not rewritten.
 */
export const countEventsOfOrders: Migration = {
  async up({ sequelize, transaction }) {
    await sequelize.query(
      `alter table orders
         add column event_count integer,
         add column paid_in_cents bigint not null default 0,
         add constraint orders_event_count_check check (event_count >= 1) not valid,
         add constraint orders_paid_in_cents_check check (paid_in_cents between 0 and 9007199254740991) not valid;
       grant select (event_count, paid_in_cents), update (event_count) on orders to orders_api`,
      { transaction },
    );
  },
  async down({ sequelize, transaction }) {
    // Dropping the columns also drops their constraints and grants.
    await sequelize.query('alter table orders drop column paid_in_cents, drop column event_count', { transaction });
  },
};
