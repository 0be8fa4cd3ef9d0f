import type { Migration } from './migration.ts';

/** Validates the hashes of requests apart from changing their rule: reading the whole table keeps neither readers nor writers out. */
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
