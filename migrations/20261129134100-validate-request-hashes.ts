import type { Migration } from './migration.ts';

/** Validates the check of request hashes in a separate step, so that reading the whole table blocks neither readers nor writers. */
export const validateRequestHashes: Migration = {
  async up({ sequelize, transaction }) {
    await sequelize.query('alter table orders validate constraint orders_request_hash_check', { transaction });
  },
  async down({ sequelize, transaction }) {
    await sequelize.query(
      `alter table orders
         drop constraint orders_request_hash_check,
         add constraint orders_request_hash_check check (length(request_hash) = 64 and request_hash !~ '[^0-9a-f]') not valid`,
      { transaction },
    );
  },
};
