import type { Migration } from './migration.ts';

/** Adds the carrier and tracking number of a shipped order. The column is nullable without a default, so adding it does not rewrite the table. */
export const addTrackingToOrders: Migration = {
  async up({ sequelize, transaction }) {
    await sequelize.query(
      `alter table orders
         add column tracking jsonb,
         add constraint orders_tracking_check
           check (tracking @? '$ ? (@.carrier.type() == "string" && @.number.type() == "string")') not valid;
       grant select (tracking), update (tracking) on orders to orders_api`,
      { transaction },
    );
  },
  async down({ sequelize, transaction }) {
    // Dropping the column also drops its constraint and grants.
    await sequelize.query('alter table orders drop column tracking', { transaction });
  },
};
