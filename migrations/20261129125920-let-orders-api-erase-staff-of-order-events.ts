import type { Migration } from './migration.ts';

/** Lets the API's role erase from order events the subject of a customer who is staff, too. */
export const letOrdersApiEraseStaffOfOrderEvents: Migration = {
  async up({ sequelize, transaction }) {
    await sequelize.query('grant update (actor) on order_events to orders_api', { transaction });
  },
  async down({ sequelize, transaction }) {
    await sequelize.query('revoke update (actor) on order_events from orders_api', { transaction });
  },
};
