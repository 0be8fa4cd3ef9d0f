import type { Migration } from './migration.ts';

/** Validates the shape of tracking apart from adding the rule: reading the whole table keeps neither readers nor writers out. */
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
