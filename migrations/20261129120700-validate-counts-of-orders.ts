import type { Migration } from './migration.ts';

/** Validates the checks of event counts and paid amounts in a separate step, so that reading the whole table blocks neither readers nor writers. */
export const validateCountsOfOrders: Migration = {
  async up({ sequelize, transaction }) {
    await sequelize.query(
      `alter table orders
         validate constraint orders_event_count_check,
         validate constraint orders_paid_in_cents_check`,
      { transaction },
    );
  },
  async down({ sequelize, transaction }) {
    await sequelize.query(
      `alter table orders
         drop constraint orders_event_count_check,
         drop constraint orders_paid_in_cents_check,
         add constraint orders_event_count_check check (event_count >= 1) not valid,
         add constraint orders_paid_in_cents_check check (paid_in_cents between 0 and 9007199254740991) not valid`,
      { transaction },
    );
  },
};
