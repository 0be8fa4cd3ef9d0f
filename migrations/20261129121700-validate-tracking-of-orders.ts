import type { Migration } from './migration.ts';

/** Validates the check of tracking in a separate step, so that reading the whole table blocks neither readers nor writers. */
export const validateTrackingOfOrders: Migration = {
  async up({ sequelize, transaction }) {
    await sequelize.query('alter table orders validate constraint orders_tracking_check', { transaction });
  },
  async down({ sequelize, transaction }) {
    await sequelize.query(
      `alter table orders
         drop constraint orders_tracking_check,
         add constraint orders_tracking_check
           check (tracking @? '$ ? (@.carrier.type() == "string" && @.number.type() == "string")') not valid`,
      { transaction },
    );
  },
};
