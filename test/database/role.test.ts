import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { addressFor, apiLogin } from '../setup/owner.ts';
import { template } from '../setup/template.ts';

const api = new pg.Client({ connectionString: process.env['DATABASE_URL'] });
beforeAll(() => api.connect());
afterAll(() => api.end());

/** The SQLSTATE with which a statement is refused, or undefined when it is not. */
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
    'delete from users',
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
  ])('is refused %s', async (sql) => {
    // 42501: insufficient_privilege. An extension that is not there is refused as such, before anyone asks who it is.
    expect(await refusal(sql)).toMatch(/^42501$|^0A000$/);
  });

  it.each([
    'select id, auth_subject, full_name, email, created_at, updated_at from users',
    `insert into users (auth_subject, full_name, email) values ('x', 'x', 'x@y')`,
    `update users set full_name = 'x'`,
    ...['categories', 'products', 'orders', 'order_items'].flatMap((table) => [`select * from ${table}`, `delete from ${table}`]),
    `insert into categories (name) values ('x')`,
    'update products set stock_quantity = stock_quantity',
    'select id from products for update',
    `update orders set status = 'shipped'`,
  ])('may %s', async (sql) => {
    expect(await refusal(sql)).toBeUndefined();
  });

  it('is refused a database of its own, and has nothing to give away', async () => {
    await expect(api.query('create database x')).rejects.toMatchObject({ code: '42501' });
    // The server only warns here.
    await api.query('grant select on orders to public');
    const { rows } = await api.query(`select has_table_privilege('public', 'orders', 'select') as everyone`);
    expect(rows).toEqual([{ everyone: false }]);
  });

  it('cannot look into our other databases', async () => {
    const elsewhere = new pg.Client({ connectionString: addressFor(inject('adminUrl'), template, inject('api')) });
    await expect(elsewhere.connect()).rejects.toMatchObject({ code: '42501' });
  });

  it('has its settings from the role, and nobody’s password but its own', async () => {
    const names = ['statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout', 'idle_session_timeout', 'TimeZone'];
    const settings = await Promise.all(
      names.map(async (name) => (await api.query(`select current_setting('${name}') as value`)).rows[0].value),
    );
    expect(settings).toEqual(['5s', '3s', '5s', '500ms', 'UTC']);
    const other = new pg.Client({ connectionString: addressFor(process.env['DATABASE_URL'] ?? '', 'postgres', apiLogin()) });
    await expect(other.connect()).rejects.toMatchObject({ code: '28P01' });
  });
});
