/** The migration that creates the API's role. Before this migration, the role may be missing. */
export const roleMigration = '20250609100000-create-orders-api-role';

/** What the role may do with a table's columns, and whether it may delete its rows. */
interface Rights {
  readonly select: readonly string[];
  readonly insert?: readonly string[];
  readonly update?: readonly string[];
  readonly delete?: true;
}

/**
 * What the functions of this release need of each table. `up` grants what is missing, and takes nothing away: the release before may need
 * it, so a migration revokes it. A test takes each of these away in turn and sees a function fail, another compares them with what the
 * migrations grant. An `update` of one column is what a row lock takes, too.
 */
export const rights: Readonly<Record<string, Rights>> = {
  categories: { select: ['id', 'name'], insert: ['name'] },
  users: {
    select: ['id', 'auth_subject', 'full_name', 'email', 'created_at', 'updated_at'],
    insert: ['auth_subject', 'full_name', 'email', 'created_at', 'updated_at'],
    update: ['full_name', 'email', 'updated_at'],
    delete: true,
  },
  products: {
    select: [
      ...['id', 'sku', 'category_id', 'name', 'description', 'price_in_cents', 'stock_quantity', 'is_active', 'version'],
      ...['created_at', 'updated_at'],
    ],
    insert: ['sku', 'category_id', 'name', 'description', 'price_in_cents', 'is_active', 'version', 'created_at', 'updated_at'],
    update: ['category_id', 'name', 'description', 'price_in_cents', 'stock_quantity', 'is_active', 'version', 'updated_at'],
  },
  orders: {
    select: [
      ...['id', 'user_id', 'status', 'total_in_cents', 'discount_code', 'idempotency_key', 'request_hash', 'created_at', 'updated_at'],
      'delivery_address',
    ],
    insert: ['user_id', 'total_in_cents', 'discount_code', 'idempotency_key', 'request_hash', 'delivery_address'],
    update: ['user_id', 'status', 'idempotency_key', 'request_hash', 'delivery_address', 'updated_at'],
  },
  order_items: {
    select: ['order_id', 'product_id', 'quantity', 'unit_price_in_cents'],
    insert: ['order_id', 'product_id', 'quantity', 'unit_price_in_cents'],
  },
  order_events: {
    select: [
      ...['id', 'order_id', 'type', 'payload', 'request_id', 'created_at', 'attempts', 'claimed_by', 'not_before', 'published_at'],
      ...['refusals', 'parked_at'],
    ],
    insert: ['order_id', 'type', 'payload', 'request_id'],
    update: ['attempts', 'claimed_by', 'not_before', 'last_error', 'published_at', 'refusals', 'parked_at'],
    delete: true,
  },
  publisher_lease: {
    select: ['name', 'holder', 'expires_at'],
    insert: ['name', 'holder', 'expires_at'],
    update: ['holder', 'expires_at'],
    delete: true,
  },
};

/**
 * Time limits that the role has unless an operator has set others: every statement takes milliseconds, and one that takes seconds holds a
 * slot that others wait for. The migration of the role says how they were measured.
 */
export const timeLimits: Readonly<Record<string, string>> = {
  statement_timeout: '5s',
  lock_timeout: '3s',
  idle_in_transaction_session_timeout: '5s',
  idle_session_timeout: '500ms',
};

/**
 * Settings that the statements rely on, whatever the server, the database or an operator says. `default_transaction_read_only` is left
 * alone: it is how an operator closes a database to writers, and the API answers 503 meanwhile.
 */
export const fixedSettings: Readonly<Record<string, string>> = {
  TimeZone: 'UTC',
  // Dates as pg reads them; times of answers do not depend on it (lib/database/timeText.ts).
  DateStyle: 'ISO, MDY',
  // No schema that is named like the role, and none of the database's own choice, comes before the tables.
  search_path: 'public',
  // Or a backslash ends a literal early in what Sequelize writes.
  standard_conforming_strings: 'on',
  // After a wait for a row, placeOrder reads the values of now.
  default_transaction_isolation: 'read committed',
};
