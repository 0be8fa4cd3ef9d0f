import type { Migration } from './migration.ts';

/** Lets the API's role erase the delivery addresses of a customer who leaves. */
export const letOrdersApiEraseAddresses: Migration = {
  async up({ sequelize, transaction }) {
    await sequelize.query('grant update (delivery_address) on orders to orders_api', { transaction });
  },
  async down({ sequelize, transaction }) {
    await sequelize.query('revoke update (delivery_address) on orders from orders_api', { transaction });
  },
};
