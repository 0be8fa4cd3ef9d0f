import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { database } from '../../lib/database/database.ts';
import { constraintsOf } from '../support/databaseSchema.ts';
import { makeCategory, makeCustomer, makeProduct } from '../support/make.ts';
import { makeOrder } from '../support/makeOrder.ts';
import { brokenBy, brokenRule, client, type Row, type Table } from './rows.ts';

const { sequelize } = await database();
const nobody = 987_654_321;
const other = await makeCustomer();
const product = await makeProduct();

describe('unique constraints', () => {
  const same = randomUUID();
  const keys: readonly [constraint: string, table: Table, row: Row, different: Row][] = [
    ['categories_pkey', 'categories', { id: nobody }, { id: nobody + 1 }],
    ['categories_name_key', 'categories', { name: same }, {}],
    ['users_pkey', 'users', { id: nobody }, { id: nobody + 1 }],
    ['users_auth_subject_key', 'users', { auth_subject: same }, {}],
    ['users_email_key', 'users', { email: `${same}@example.com` }, {}],
    ['products_pkey', 'products', { id: nobody }, { id: nobody + 1 }],
    ['products_sku_key', 'products', { sku: same }, {}],
    ['orders_pkey', 'orders', { id: nobody }, { id: nobody + 1 }],
    ['orders_user_id_idempotency_key_key', 'orders', { idempotency_key: same }, { idempotency_key: same, user_id: other.id }],
    ['order_events_order_id_sequence_key', 'order_events', { order_id: nobody, sequence: 1 }, { order_id: nobody, sequence: 2 }],
    ['order_events_pkey', 'order_events', { id: nobody }, { id: nobody + 1 }],
    ['payments_pkey', 'payments', { id: nobody }, { id: nobody + 1 }],
    ['payments_reference_key', 'payments', { reference: same }, {}],
    ['publisher_lease_pkey', 'publisher_lease', { name: 'same' }, { name: 'other' }],
    ['stock_movements_pkey', 'stock_movements', { id: nobody }, { id: nobody + 1 }],
    ['stock_movements_actor_idempotency_key_key', 'stock_movements', { actor: same }, { actor: same, idempotency_key: 'another' }],
    ['order_items_pkey', 'order_items', { id: nobody }, { id: nobody + 1, product_id: product.id }],
    ['order_items_order_id_product_id_key', 'order_items', {}, { product_id: product.id }],
  ];

  it.each(keys)('%s accepts different rows and rejects duplicates', async (constraint, table, row, different) => {
    const twice = constraint === 'order_items_pkey' ? { ...row, product_id: product.id } : row;
    expect(await brokenBy(table, row, different)).toBeUndefined();
    expect(await brokenBy(table, row, twice)).toEqual({ code: '23505', rule: constraint });
  });

  it('users_lower_email_key rejects an email that differs only in case', async () => {
    expect(await brokenBy('users', { email: `Ada@${same}` }, { email: `Eve@${same}` })).toBeUndefined();
    expect(await brokenBy('users', { email: `Ada@${same}` }, { email: `aDA@${same.toUpperCase()}` })).toEqual({
      code: '23505',
      rule: 'users_lower_email_key',
    });
  });

  it('every primary key and unique constraint is tested here', async () => {
    const actual = (await constraintsOf(sequelize)).filter(({ kind }) => kind === 'primary key' || kind === 'unique');
    expect(actual.map(({ name }) => name).sort()).toEqual(keys.map(([name]) => name).sort());
  });
});

describe('a foreign key', () => {
  const references: readonly [constraint: string, table: Table, column: string][] = [
    ['order_items_order_id_fkey', 'order_items', 'order_id'],
    ['order_items_product_id_fkey', 'order_items', 'product_id'],
    ['orders_user_id_fkey', 'orders', 'user_id'],
    ['payments_order_id_fkey', 'payments', 'order_id'],
    ['products_category_id_fkey', 'products', 'category_id'],
    ['stock_movements_product_id_fkey', 'stock_movements', 'product_id'],
  ];

  it.each(references)('%s rejects a reference to a missing row', async (constraint, table, column) => {
    expect(await brokenBy(table, { [column]: nobody })).toEqual({ code: '23503', rule: constraint });
  });

  it('every foreign key is tested here', async () => {
    const actual = (await constraintsOf(sequelize)).filter(({ kind }) => kind === 'foreign key').map(({ name }) => name);
    expect(actual).toEqual(references.map(([name]) => name));
  });
});

describe('the deletion of', () => {
  it('a category keeps its products, and sets their category to null', async () => {
    const category = await makeCategory();
    const product = await makeProduct({ categoryId: category.id });
    await category.destroy();
    await product.reload();
    expect(product.categoryId).toBeNull();
  });

  it('a product deletes its movements, and keeps those of other products', async () => {
    const [product, other] = [await makeProduct(), await makeProduct()];
    await product.destroy();
    const { rows } = await client.query('select product_id from stock_movements where product_id = any ($1)', [[product.id, other.id]]);
    expect(rows).toEqual([{ product_id: other.id }]);
  });

  it('an order deletes its lines, and keeps those of other orders', async () => {
    const [customer, product] = [await makeCustomer(), await makeProduct()];
    const [order, other] = [await makeOrder(customer.id, [product.id]), await makeOrder(customer.id, [product.id])];
    await order.destroy();
    const { rows } = await client.query('select order_id from order_items where product_id = $1', [product.id]);
    expect(rows).toEqual([{ order_id: other.id }]);
  });

  it('a customer or a product fails while an order refers to the row, and succeeds afterwards', async () => {
    const [customer, product] = [await makeCustomer(), await makeProduct()];
    const order = await makeOrder(customer.id, [product.id]);
    const remove = (table: Table, id: number) =>
      client.query(`delete from ${table} where id = $1`, [id]).then(
        () => 'gone',
        (error: unknown) => brokenRule(error).rule,
      );
    expect(await remove('users', customer.id)).toBe('orders_user_id_fkey');
    expect(await remove('products', product.id)).toBe('order_items_product_id_fkey');
    expect(await remove('orders', order.id)).toBe('gone');
    expect(await remove('products', product.id)).toBe('gone');
    expect(await remove('users', customer.id)).toBe('gone');
  });
});

describe('an index', () => {
  it('lets a product have only one opening movement', async () => {
    const opening = { product_id: product.id, reason: 'opening', idempotency_key: null, request_hash: null };
    expect(await brokenBy('stock_movements', opening)).toEqual({ code: '23505', rule: 'stock_movements_opening_idx' });
  });

  it('of discount codes contains only orders with a code', async () => {
    const { rows } = await client.query(`select indexdef from pg_indexes where indexname = 'orders_discount_code_idx'`);
    expect(rows).toEqual([{ indexdef: expect.stringMatching(/\(discount_code\) WHERE \(discount_code IS NOT NULL\)$/) }]);
  });

  it('of products contains no column that an order changes, so that placing an order writes no index entry', async () => {
    const { rows } = await client.query(
      `select indexdef from pg_indexes where tablename = 'products' and indexdef ~ 'stock_quantity|updated_at'`,
    );
    expect(rows).toEqual([]);
  });
});
