/** The migration that creates the API's role. Before this migration, the role may not exist. */
export const roleMigration = '20250609100000-create-orders-api-role';

/** The role's privileges on a table: the columns for each verb, and whether the role may delete rows. */
interface Rights {
  readonly select: readonly string[];
  readonly insert?: readonly string[];
  readonly update?: readonly string[];
  readonly delete?: true;
}

/**
 * The privileges that the functions of this release need on each table. `up` grants missing privileges. `up` revokes none, because the previous release
 * may still need a privilege that is not in this list; a later migration revokes it. One test revokes each privilege in turn and expects a function to
 * fail. Another test checks that a migrated database grants these privileges and no others. A statement that locks rows needs `update` on at least one
 * column of the table, so keep at least one `update` column for each table whose rows are locked.
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
      ...['delivery_address', 'tracking', 'event_count', 'paid_in_cents'],
    ],
    insert: ['user_id', 'total_in_cents', 'discount_code', 'idempotency_key', 'request_hash', 'delivery_address'],
    update: [
      'user_id',
      'status',
      'idempotency_key',
      'request_hash',
      'delivery_address',
      'tracking',
      'event_count',
      'paid_in_cents',
      'updated_at',
    ],
  },
  order_items: {
    select: ['order_id', 'product_id', 'quantity', 'unit_price_in_cents'],
    insert: ['order_id', 'product_id', 'quantity', 'unit_price_in_cents'],
  },
  stock_movements: {
    select: ['id', 'product_id', 'change', 'reason', 'note', 'balance', 'actor', 'idempotency_key', 'request_hash', 'created_at'],
    insert: ['product_id', 'change', 'reason', 'note', 'balance', 'actor', 'idempotency_key', 'request_hash'],
    update: ['actor', 'idempotency_key'],
  },
  payments: {
    select: ['id', 'order_id', 'kind', 'amount_in_cents', 'reference', 'created_at'],
    insert: ['order_id', 'kind', 'amount_in_cents', 'reference', 'actor'],
  },
  order_events: {
    select: [
      ...['id', 'order_id', 'type', 'payload', 'request_id', 'created_at', 'attempts', 'claimed_by', 'not_before', 'published_at'],
      ...['refusals', 'parked_at', 'sequence', 'actor'],
    ],
    insert: ['order_id', 'sequence', 'type', 'payload', 'actor', 'request_id'],
    update: ['attempts', 'claimed_by', 'not_before', 'last_error', 'published_at', 'refusals', 'parked_at', 'actor'],
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
 * The role's time limits. `up` sets a limit only if the role has none, so it keeps a limit that an operator has changed. A normal statement takes
 * milliseconds. A statement that takes seconds holds a slot that other requests wait for. The migration that creates the role contains the
 * measurements behind `idle_session_timeout`.
 */
export const timeLimits: Readonly<Record<string, string>> = {
  statement_timeout: '5s',
  lock_timeout: '3s',
  idle_in_transaction_session_timeout: '5s',
  idle_session_timeout: '500ms',
};

/**
 * Settings that the statements rely on. They override the settings of the server, the database and operators. `default_transaction_read_only`
 * is not among them: operators use it to stop all writes to a database, and the API then responds with 503.
 */
export const fixedSettings: Readonly<Record<string, string>> = {
  TimeZone: 'UTC',
  // The format that isoTime and pg parse. Without this setting, each session sends a `set` if the server has another format (lib/database/pool/dateStyle.ts).
  DateStyle: 'ISO, MDY',
  // By default, PostgreSQL looks first in a schema with the role's name. Such a schema could hide our tables. A database can also set another search path.
  search_path: 'public',
  // With `off`, a backslash is an escape character, so a value that Sequelize writes into its SQL could end its string literal early.
  standard_conforming_strings: 'on',
  // After waiting for a row lock, placeOrder must read the row's current values. At a stricter level, its statement could fail instead.
  default_transaction_isolation: 'read committed',
};
