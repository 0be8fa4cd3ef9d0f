import type { Migration } from './migration.ts';

/** How a shipped order can be followed. The column is nullable without a default, so adding it does not rewrite the table. */
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
    // The constraint and the grants go with the column.
    await sequelize.query('alter table orders drop column tracking', { transaction });
  },
};
