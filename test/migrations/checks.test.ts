import { describe, expect, it } from 'vitest';
import { database } from '../../lib/database/database.ts';
import { columnsOf, constraintsOf } from '../support/databaseSchema.ts';
import { makeProduct } from '../support/make.ts';
import { brokenBy, type Table, tables } from './rows.ts';

const { sequelize } = await database();

const checks: readonly [table: Table, column: string, takes: readonly unknown[], refuses: readonly unknown[]][] = [
  ['categories', 'name', ['x'], ['']],
  ['users', 'auth_subject', ['x'], ['']],
  ['users', 'full_name', ['x'], ['']],
  ['users', 'email', ['a@b'], ['', 'a', '@', 'a@', '@b']],
  ['products', 'sku', ['x', 'A-Z_a.z-09', 'x'.repeat(64)], ['', 'a b', 'a/b', 'ümlaut', 'a\n', '\na']],
  ['products', 'version', [0, 2_147_483_647], [-1]],
  ['products', 'name', ['x'], ['']],
  ['products', 'price_in_cents', [0, 2_147_483_647], [-1]],
  ['products', 'stock_quantity', [0, 2_147_483_647], [-1]],
  ['orders', 'status', ['pending', 'processing', 'shipped', 'delivered', 'cancelled'], ['', 'paid', 'Pending', 'pending ']],
  ['orders', 'total_in_cents', [0, '9223372036854775807'], [-1]],
  [
    'orders',
    'delivery_address',
    [
      null,
      { name: 'A', lines: ['1'], city: 'B', country: 'DE' },
      { name: 'A', lines: ['1', '2', '3', '4'], postalCode: '1', city: 'B', country: 'DE' },
    ],
    [
      ...['{}', '[]', 'null', '"x"', '7'],
      ...[
        { lines: [] },
        { lines: ['1', '2', '3', '4', '5'] },
        { lines: '1' },
        { name: null },
        { city: 1 },
        { country: 'de' },
        { country: 'DEU' },
      ].map((part) => ({ name: 'A', lines: ['1'], city: 'B', country: 'DE', ...part })),
    ],
  ],
  [
    'orders',
    'tracking',
    [null, { carrier: 'DHL', number: '1', url: null }],
    ['{}', '[]', 'null', { carrier: 'DHL' }, { carrier: 1, number: '1' }],
  ],
  ['orders', 'idempotency_key', ['x'], ['']],
  [
    'orders',
    'request_hash',
    ['0123456789abcdef'.repeat(4)],
    [
      ...['', 'a'.repeat(63), 'A'.repeat(64), 'g'.repeat(64)],
      ...[`${'a'.repeat(32)}g${'a'.repeat(31)}`, `${'a'.repeat(63)}\n`, `${' '.repeat(32)}${'a'.repeat(32)}`],
    ],
  ],
  ['order_items', 'quantity', [1, 2_147_483_647], [0, -1]],
  [
    'order_events',
    'type',
    ['order.placed', 'order.cancelled', 'order.advanced', 'order.paid', 'order.refunded'],
    ['', 'order.lost', 'Order.placed'],
  ],
  ['orders', 'event_count', [null, 1, 2_147_483_647], [0, -1]],
  ['orders', 'paid_in_cents', [0, Number.MAX_SAFE_INTEGER], [-1, '9007199254740992']],
  ['order_events', 'sequence', [1, 2_147_483_647], [0, -1]],
  ['order_events', 'actor', ['x'], ['']],
  ['order_events', 'attempts', [0, 2_147_483_647], [-1]],
  ['order_events', 'refusals', [0, 2_147_483_647], [-1]],
  ['stock_movements', 'reason', ['receipt', 'correction', 'return', 'count'], ['', 'sale', 'Count', 'count ']],
  ['stock_movements', 'note', ['x', null], ['']],
  ['stock_movements', 'balance', [0, 2_147_483_647], [-1]],
  ['stock_movements', 'idempotency_key', ['x'], ['']],
  ['stock_movements', 'request_hash', ['0123456789abcdef'.repeat(4)], ['', 'a'.repeat(63), 'A'.repeat(64), 'g'.repeat(64)]],
  ['payments', 'kind', ['payment', 'refund'], ['', 'gift']],
  ['payments', 'amount_in_cents', [1, '9223372036854775807'], [0, -1]],
  ['payments', 'reference', ['x'], ['']],
  ['payments', 'actor', ['x'], ['']],
  ['order_items', 'unit_price_in_cents', [0, 2_147_483_647], [-1]],
];

it.each(checks)('%s_%s_check accepts valid values and rejects invalid ones', async (table, column, takes, refuses) => {
  for (const value of takes) expect(await brokenBy(table, { [column]: value }), String(value)).toBeUndefined();
  for (const value of refuses)
    expect(await brokenBy(table, { [column]: value }), String(value)).toEqual({ code: '23514', rule: `${table}_${column}_check` });
});

it('order_events_parked_at_check rejects an event that is both published and parked', async () => {
  const [parked_at, published_at] = [new Date(), new Date()];
  expect(await brokenBy('order_events', { parked_at })).toBeUndefined();
  expect(await brokenBy('order_events', { published_at })).toBeUndefined();
  expect(await brokenBy('order_events', { parked_at, published_at })).toEqual({ code: '23514', rule: 'order_events_parked_at_check' });
});

it('orders_user_id_check rejects an order without a customer unless it is delivered or cancelled', async () => {
  for (const status of ['delivered', 'cancelled']) expect(await brokenBy('orders', { user_id: null, status })).toBeUndefined();
  for (const status of ['pending', 'processing', 'shipped'])
    expect(await brokenBy('orders', { user_id: null, status })).toEqual({ code: '23514', rule: 'orders_user_id_check' });
});

it.each([
  ['receipt', [1], [0, -1]],
  ['return', [1], [0, -1]],
  ['damage', [-1], [0, 1]],
  ['correction', [1, -1], [0]],
  ['count', [1, 0, -1], []],
])('stock_movements_change_check of a %s accepts %j and rejects %j', async (reason, takes, refuses) => {
  for (const change of takes) expect(await brokenBy('stock_movements', { reason, change }), String(change)).toBeUndefined();
  for (const change of refuses)
    expect(await brokenBy('stock_movements', { reason, change }), String(change)).toEqual({
      ...{ code: '23514', rule: 'stock_movements_change_check' },
    });
});

it('stock_movements_opening_check forbids a key and a hash in an opening movement, and requires both in any other movement', async () => {
  const refused = { code: '23514', rule: 'stock_movements_opening_check' };
  const opening = {
    product_id: (await makeProduct({ stockQuantity: 0 })).id,
    reason: 'opening',
    idempotency_key: null,
    request_hash: null,
  };
  expect(await brokenBy('stock_movements', opening)).toBeUndefined();
  expect(await brokenBy('stock_movements', { ...opening, idempotency_key: 'x' })).toEqual(refused);
  expect(await brokenBy('stock_movements', { ...opening, request_hash: 'a'.repeat(64) })).toEqual(refused);
  expect(await brokenBy('stock_movements', { idempotency_key: null })).toEqual(refused);
  expect(await brokenBy('stock_movements', { request_hash: null })).toEqual(refused);
});

it('every check constraint is tested here', async () => {
  const actual = (await constraintsOf(sequelize)).filter(({ kind }) => kind === 'check').map(({ name }) => name);
  const others = ['order_events_parked_at_check', 'orders_user_id_check', 'stock_movements_change_check', 'stock_movements_opening_check'];
  expect(actual.sort()).toEqual([...checks.map(([table, column]) => `${table}_${column}_check`), ...others].sort());
});

describe('a text', () => {
  const lengths: readonly [Table, string, number, suffix: string][] = [
    ['categories', 'name', 100, ''],
    ['users', 'auth_subject', 255, ''],
    ['users', 'full_name', 150, ''],
    ['users', 'email', 255, '@example.com'],
    ['users', 'password_hash', 255, ''],
    ['products', 'name', 200, ''],
    ['orders', 'discount_code', 50, ''],
    ['orders', 'idempotency_key', 255, ''],
    ['order_events', 'actor', 300, ''],
    ['order_events', 'request_id', 255, ''],
    ['order_events', 'claimed_by', 255, ''],
    ['order_events', 'last_error', 255, ''],
    ['payments', 'reference', 255, ''],
    ['payments', 'actor', 300, ''],
    ['publisher_lease', 'name', 50, ''],
    ['publisher_lease', 'holder', 255, ''],
    ['stock_movements', 'note', 500, ''],
    ['stock_movements', 'actor', 255, ''],
    ['stock_movements', 'idempotency_key', 255, ''],
  ];

  it.each(lengths)('in %s.%s has at most %i characters', async (table, column, length, suffix) => {
    const text = (of: number) => 'ü'.repeat(of - suffix.length) + suffix;
    expect(await brokenBy(table, { [column]: text(length) })).toBeUndefined();
    expect(await brokenBy(table, { [column]: text(length + 1) })).toMatchObject({ code: '22001' });
  });

  it('in products.description may have any length', async () => {
    expect(await brokenBy('products', { description: 'ü'.repeat(100_000) })).toBeUndefined();
  });
});

it('a price, stock or quantity above the largest integer is rejected', async () => {
  const beyond = 2_147_483_648;
  expect(await brokenBy('products', { price_in_cents: beyond })).toMatchObject({ code: '22003' });
  expect(await brokenBy('products', { stock_quantity: beyond })).toMatchObject({ code: '22003' });
  expect(await brokenBy('order_items', { quantity: beyond })).toMatchObject({ code: '22003' });
});

it('only the columns in this list may be null', async () => {
  const outcome = ['claimed_by', 'last_error', 'published_at', 'parked_at', 'sequence'].map((name) => `order_events.${name}`);
  const ofMovement = ['stock_movements.note', 'stock_movements.actor'];
  // If `products.sku` or `order_events.sequence` is null, a trigger sets it.
  const nullable = [
    'orders.discount_code',
    'orders.delivery_address',
    'orders.tracking',
    'orders.event_count',
    'products.category_id',
    'products.sku',
    'users.password_hash',
    ...outcome,
    ...ofMovement,
  ];
  const opening = { code: '23514', rule: 'stock_movements_opening_check' };
  const checked: Readonly<Record<string, object>> = {
    // These columns may be null only in completed orders and in opening movements, and this test inserts neither.
    'orders.user_id': { code: '23514', rule: 'orders_user_id_check' },
    'stock_movements.idempotency_key': opening,
    'stock_movements.request_hash': opening,
  };
  const columns = await columnsOf(sequelize);
  for (const table of tables) {
    for (const { name } of columns.filter((column) => column.table === table)) {
      const broken = await brokenBy(table, { [name]: null });
      const refused = checked[`${table}.${name}`] ?? { code: '23502', rule: name };
      expect(broken, `${table}.${name}`).toEqual(nullable.includes(`${table}.${name}`) ? undefined : refused);
    }
  }
});
