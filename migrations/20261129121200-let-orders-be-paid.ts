import type { Migration } from './migration.ts';

/** Lets the API's role record what was paid for an order. */
export const letOrdersBePaid: Migration = {
  async up({ sequelize, transaction }) {
    await sequelize.query('grant update (paid_in_cents) on orders to orders_api', { transaction });
  },
  async down({ sequelize, transaction }) {
    await sequelize.query('revoke update (paid_in_cents) on orders from orders_api', { transaction });
  },
};
