import pg from 'pg';
import { describe, expect, inject, it } from 'vitest';
import { queryOnce } from '../../local/postgres/client.ts';
import { addressFor, apiLogin } from '../setup/owner.ts';
import { template } from '../setup/template.ts';
import { fileClient } from '../support/fileClient.ts';

const connectionString = process.env['DATABASE_URL'] ?? '';
// The role's idle timeout would end the session of a test on a busy machine.
const api = fileClient({ connectionString, options: '-c idle_session_timeout=0' });

/** Returns the SQLSTATE with which the server rejects a statement; undefined if the server accepts it. */
async function refusal(sql: string): Promise<string | undefined> {
  await api.query('begin');
  try {
    await api.query(sql);
    return undefined;
  } catch (error) {
    return error instanceof pg.DatabaseError ? error.code : String(error);
  } finally {
    await api.query('rollback');
  }
}

describe('the role orders_api', () => {
  it.each([
    'select password_hash from users',
    'select * from users',
    'select users from users',
    `select from users where password_hash = 'x'`,
    `update users set full_name = 'x' returning password_hash`,
    `update users set password_hash = 'x'`,
    `insert into users (auth_subject, full_name, email, password_hash) values ('x', 'x', 'x@y', 'x')`,
    `update users set auth_subject = 'x'`,
    `update categories set name = 'x'`,
    `insert into products (sku, name, price_in_cents, stock_quantity) values ('x', 'x', 1, 1)`,
    `update products set sku = 'x'`,
    ...['total_in_cents = 0', `discount_code = 'x'`, 'created_at = now()'].map((change) => `update orders set ${change}`),
    'update order_items set quantity = 1',
    `update order_events set payload = '{}'`,
    ...['categories', 'products', 'orders', 'order_items'].map((table) => `delete from ${table}`),
    'copy users to stdout',
    'drop table orders',
    'drop index orders_user_id_id_idx',
    'alter table orders add column x int',
    'alter table orders disable trigger all',
    'create index on orders (id)',
    'create table x ()',
    'create function x() returns int language sql as $$select 1$$',
    'create schema x',
    'create temp table x ()',
    'create extension pgcrypto',
    'create role x',
    'truncate orders',
    'set role orders_owner',
    'set session authorization orders_owner',
    'select * from "SequelizeMeta"',
    'insert into "SequelizeMeta" (name) values (\'x\')',
    'select rolpassword from pg_authid',
    `select pg_read_file('/etc/passwd')`,
    `copy orders to program 'true'`,
    `alter role orders_owner set search_path = ''`,
  ])('is denied %s', async (sql) => {
    // 42501 is insufficient_privilege. 0A000 is feature_not_supported: the server checks whether an extension is available before it checks the
    // privilege.
    expect(await refusal(sql)).toMatch(/^42501$|^0A000$/);
  });

  it.each([
    `insert into users (auth_subject, full_name, email) values ('x', 'x', 'x@y')`,
    `update users set full_name = 'x', email = 'x@y' where auth_subject = 'x'`,
    `delete from users where auth_subject = 'x'`,
    `update orders set user_id = null, idempotency_key = 'x', request_hash = repeat('0', 64), delivery_address = null where status = 'delivered'`,
    'select id, auth_subject, full_name, email from users',
    'select id, name from categories',
    'select id, sku, category_id, name, description, price_in_cents, stock_quantity, is_active, version, created_at, updated_at from products',
    'select id, user_id, status, total_in_cents, discount_code, idempotency_key, request_hash, created_at, updated_at from orders',
    'select delivery_address, tracking, event_count, paid_in_cents from orders',
    'select order_id, product_id, quantity, unit_price_in_cents from order_items',
    `insert into categories (name) values ('x')`,
    `insert into products (sku, name, price_in_cents) values ('x', 'x', 1)`,
    `update products set name = name, price_in_cents = 0, is_active = false, version = version + 1`,
    'update products set stock_quantity = stock_quantity',
    'select id from products for update',
    `update orders set status = 'shipped'`,
    'delete from order_events',
  ])('may %s', async (sql) => {
    expect(await refusal(sql)).toBeUndefined();
  });

  it('cannot create a database or grant privileges', async () => {
    await expect(api.query('create database x')).rejects.toMatchObject({ code: '42501' });
    // PostgreSQL does not reject this statement. It sends a warning and grants nothing.
    await api.query('grant select (id) on orders to public');
    const { rows } = await api.query(`select has_column_privilege('public', 'orders', 'id', 'select') as everyone`);
    expect(rows).toEqual([{ everyone: false }]);
  });

  it('cannot connect to the template database', async () => {
    await expect(queryOnce(addressFor(inject('adminUrl'), template, inject('api')), 'select')).rejects.toMatchObject({ code: '42501' });
  });

  it('starts sessions with the settings of the migrations, and cannot log in with a wrong password', async () => {
    const names = [
      ...['statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout', 'TimeZone', 'DateStyle'],
      ...['search_path', 'standard_conforming_strings', 'default_transaction_isolation'],
    ];
    const settings = await queryOnce(connectionString, 'select current_setting(name) as value from unnest($1::text[]) as name', [names]);
    expect(settings.map(({ value }) => value)).toEqual(['5s', '3s', '5s', 'UTC', 'ISO, MDY', 'public', 'on', 'read committed']);
    // Reads the role's own setting, because test/setup/template.ts overrides it in the databases of tests.
    const { rows: roles } = await api.query('select rolconfig from pg_roles where rolname = current_user');
    expect(roles[0].rolconfig).toContain('idle_session_timeout=500ms');
    await expect(queryOnce(addressFor(process.env['DATABASE_URL'] ?? '', 'postgres', apiLogin()), 'select')).rejects.toMatchObject({
      code: '28P01',
    });
  });
});
