import type { Migration } from './migration.ts';

/** Validates the rules of counts and payments apart from adding them: reading the whole table keeps neither readers nor writers out. */
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
