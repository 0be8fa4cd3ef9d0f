import type { Migration } from './migration.ts';

/**
 * Exactly one order for each key of a customer: the key is a column of the order, so it commits with it.
 * Orders are there already, so the required columns come in three steps: nullable, filled, not null.
 */
export const addIdempotencyKeyToOrders: Migration = {
  async up({ sequelize, transaction }) {
    await sequelize.query('alter table orders add column idempotency_key varchar(255), add column request_hash varchar(64)', {
      transaction,
    });
    // No request is known of an older order: its key and hash are made from its id, and no caller can repeat them.
    await sequelize.query(
      `update orders
          set idempotency_key = 'before-idempotency-keys-' || id,
              request_hash = encode(sha256(convert_to('before-idempotency-keys-' || id, 'UTF8')), 'hex')`,
      { transaction },
    );
    await sequelize.query(
      `alter table orders
         alter column idempotency_key set not null,
         alter column request_hash set not null,
         add constraint orders_user_id_idempotency_key_key unique (user_id, idempotency_key),
         add constraint orders_idempotency_key_check check (idempotency_key <> ''),
         add constraint orders_request_hash_check check (request_hash ~ '^[0-9a-f]{64}$')`,
      { transaction },
    );
  },
  async down({ sequelize, transaction }) {
    // The constraints go with their columns.
    await sequelize.query('alter table orders drop column request_hash, drop column idempotency_key', { transaction });
  },
};
