import type { Migration } from './migration.ts';

/** Validates the check in a step of its own: reading the whole table then blocks neither readers nor writers. */
export const validateOrdersWithoutCustomer: Migration = {
  async up({ sequelize, transaction }) {
    await sequelize.query('alter table orders validate constraint orders_user_id_check', { transaction });
  },
  async down({ sequelize, transaction }) {
    await sequelize.query(
      `alter table orders
         drop constraint orders_user_id_check,
         add constraint orders_user_id_check check (user_id is not null or status in ('delivered', 'cancelled')) not valid`,
      { transaction },
    );
  },
};
