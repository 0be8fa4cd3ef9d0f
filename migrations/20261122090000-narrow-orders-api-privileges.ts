import type { Migration } from './migration.ts';

/**
 * Takes from the API's role what no function uses: it could change prices, delete orders and products, and rewrite whom a customer's
 * token names. What is left is what the functions of the release before this one send, too. A row lock takes `update` on one column.
 */
export const narrowOrdersApiPrivileges: Migration = {
  async up({ sequelize, transaction }) {
    // Revoking a verb on a table revokes it on the table's columns as well.
    await sequelize.query(
      `revoke all on categories, users, products, orders, order_items, order_events, publisher_lease from orders_api;
       grant select (id, name) on categories to orders_api;
       grant select (id, auth_subject) on users to orders_api;
       grant select (id, category_id, name, description, price_in_cents, stock_quantity, is_active, created_at, updated_at),
             update (stock_quantity, updated_at) on products to orders_api;
       grant select (id, user_id, status, total_in_cents, discount_code, idempotency_key, request_hash, created_at, updated_at),
             insert (user_id, total_in_cents, discount_code, idempotency_key, request_hash),
             update (status, updated_at) on orders to orders_api;
       grant select (order_id, product_id, quantity, unit_price_in_cents),
             insert (order_id, product_id, quantity, unit_price_in_cents) on order_items to orders_api;
       grant select (id, order_id, type, payload, request_id, created_at, attempts, claimed_by, not_before, published_at, refusals, parked_at),
             insert (order_id, type, payload, request_id),
             update (attempts, claimed_by, not_before, last_error, published_at, refusals, parked_at),
             delete on order_events to orders_api;
       grant select (name, holder, expires_at),
             insert (name, holder, expires_at),
             update (holder, expires_at),
             delete on publisher_lease to orders_api`,
      { transaction },
    );
  },

  async down({ sequelize, transaction }) {
    await sequelize.query(
      `revoke all on categories, users, products, orders, order_items, order_events, publisher_lease from orders_api;
       grant select, insert, update, delete on categories, products, orders, order_items, order_events, publisher_lease to orders_api;
       grant select (id, auth_subject, full_name, email, created_at, updated_at),
             insert (auth_subject, full_name, email, created_at, updated_at),
             update (auth_subject, full_name, email, updated_at) on users to orders_api`,
      { transaction },
    );
  },
};
