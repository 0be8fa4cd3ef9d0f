import type { Migration } from './migration.ts';

/** The orders of a month, for the sales report. */
export const indexOrdersByTime: Migration = {
  async up({ sequelize, transaction }) {
    await sequelize.query('create index orders_created_at_idx on orders (created_at)', { transaction });
  },
  async down({ sequelize, transaction }) {
    await sequelize.query('drop index orders_created_at_idx', { transaction });
  },
};
