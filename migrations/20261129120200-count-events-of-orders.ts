import type { Migration } from './migration.ts';

/**
 * How many events an order has, from which each writer takes the `sequence` of the next one while it holds the order's row, and what was paid
 * for it. `event_count` is null as long as the status alone tells the number (lib/orders/eventCount.ts): a new order writes nothing for it, and
 * the orders that exist need not be rewritten.
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
    // The constraints and the grants go with their columns.
    await sequelize.query('alter table orders drop column paid_in_cents, drop column event_count', { transaction });
  },
};
