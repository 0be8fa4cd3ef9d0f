import type { Migration } from './migration.ts';

/** A customer's orders, newest first, all of them or those of one status: a page is a walk along one index. */
export const indexOrderHistory: Migration = {
  async up({ sequelize, transaction }) {
    await sequelize.query(
      `create index orders_user_id_id_idx on orders (user_id, id);
       create index orders_user_id_status_id_idx on orders (user_id, status, id)`,
      { transaction },
    );
  },
  async down({ sequelize, transaction }) {
    await sequelize.query('drop index orders_user_id_status_id_idx; drop index orders_user_id_id_idx', { transaction });
  },
};
