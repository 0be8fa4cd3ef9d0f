import type { Sequelize } from 'sequelize';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { readConfig } from '../../lib/config.ts';
import { databaseAddress } from '../../lib/database/pool/address.ts';
import { openSequelize } from '../../lib/database/pool/sequelize.ts';
import { addressFor } from '../setup/owner.ts';
import { acceptsLogin } from '../support/acceptsLogin.ts';
import { schemaOf } from '../support/databaseSchema.ts';
import { migrateFor } from '../support/emptyDatabase.ts';
import { needs } from '../support/needs.ts';
import { ownServer } from '../support/ownServer.ts';

// Uses a separate server, because all databases of a cluster share its roles.
const server = await ownServer({ log_statement: 'all' });
const [{ version } = { version: 0 }] = await server.asAdmin<{ version: number }>(
  `select current_setting('server_version_num')::int as version`,
);
const isVersion16 = version >= 160000;

const login = { user: 'orders_api', password: 'hunter2-of-the-api' };

/** Returns the privileges in the database `orders`, and the role's settings and attributes in all databases. */
async function state() {
  const { sequelize } = await database();
  const places = await server.asAdmin<{ place: string }>(
    `select format('%s %s', datname, array(select acl::text from unnest(datacl) as acl order by 1)) as place from pg_database where datname = 'orders'
      union all
     select format('%s %s', nspname, array(select acl::text from unnest(nspacl) as acl order by 1)) from pg_namespace where nspname = 'public'
      union all
     select format('%s %s', rolcanlogin, array(select setting from unnest(setconfig) as setting order by 1))
       from pg_roles left join pg_db_role_setting on setrole = pg_roles.oid and setdatabase = 0 where rolname = 'orders_api'`,
  );
  return [...places.map(({ place }) => place), ...(await schemaOf(sequelize))];
}

/** Opens the database `orders` as its owner. */
async function database() {
  opened ??= openSequelize(await databaseAddress(readConfig({ MIGRATION_DATABASE_URL: server.ownerUrl }).migrationDatabase), {
    poolMax: 1,
    queryTimeoutMs: 0,
  });
  return { sequelize: await opened };
}
let opened: Promise<Sequelize> | undefined;
afterAll(async () => (await opened)?.close());

const apiUrl = addressFor(server.adminUrl, 'orders', login);

/** Runs `migrate` on the database `orders`, with the password of the API's secret. */
async function migrate(command: 'up' | 'verify') {
  vi.stubEnv('DATABASE_URL', apiUrl);
  return (await migrateFor(server.ownerUrl))({ command });
}
const up = () => migrate('up');

async function connectsOfProxy() {
  const [may] = await server.asAdmin(
    `select has_database_privilege('rdsproxyadmin', 'orders', 'connect') as orders, has_database_privilege('rdsproxyadmin', 'postgres', 'connect') as postgres`,
  );
  return may;
}
const problems = async () => (await migrate('verify')).problems;

describe('the role of the API', () => {
  it('has no faults in a migrated database', async () => {
    await up();
    expect(await problems()).toEqual([]);
    const log = await server.logOf(up);
    expect(log.join('\n')).not.toMatch(/(alter|create|grant|revoke) /);
  });

  it.each([
    [
      'is missing after a restore into another cluster',
      'drop owned by orders_api; drop role orders_api; grant connect, temporary on database orders to public',
      'api-role',
    ],
    ['may not log in', 'alter role orders_api nologin', 'api-role'],
    ['has a password that has expired', `alter role orders_api valid until '2026-01-01'`, 'api-role'],
    ['has no settings', 'alter role orders_api reset all', 'api-setting'],
    [
      'has a setting in this database that makes statements fail',
      `alter role orders_api in database orders set search_path = ''`,
      'api-setting',
    ],
    ['has no privileges', 'drop owned by orders_api', 'missing-privilege'],
    ['lacks the privilege on one column', 'revoke update (stock_quantity) on products from orders_api', 'missing-privilege'],
    [
      'may not execute the database functions of an order',
      'revoke execute on function is_delivery_address(jsonb), is_tracking(jsonb), take_stock(bigint[], integer[], bigint) from public',
      'missing-privilege',
    ],
    ['has another password', `alter role orders_api password 'another'`, 'api-password'],
  ])('verify reports and up repairs a role that %s', async (_, sql, code) => {
    const before = await state();
    await server.asAdmin(sql);
    expect((await problems())?.map((problem) => problem.code)).toContain(code);
    await up();
    expect(await problems()).toEqual([]);
    expect(await state()).toEqual(before);
    expect(await acceptsLogin(apiUrl)).toBe(true);
  });

  it('up lets the user of RDS Proxy connect to `postgres` if the schema’s owner owns it; otherwise verify reports that the grant is missing', async () => {
    await server.asAdmin('create role rdsproxyadmin login; revoke connect on database postgres from public');
    await up();
    expect(await connectsOfProxy()).toEqual({ orders: true, postgres: false });
    expect((await problems())?.map(({ name, code, message }) => `${name}: ${code}: ${message}`)).toEqual([
      'database postgres: missing-privilege: rdsproxyadmin was not granted connect on it. Run the command up. If its user lacks the privilege to repair this, an administrator runs: grant connect on database postgres to rdsproxyadmin.',
    ]);

    // On Aurora, the schema's owner owns both `orders` and `postgres`.
    await server.asAdmin('alter database postgres owner to orders_owner');
    await up();
    expect(await connectsOfProxy()).toEqual({ orders: true, postgres: true });
    expect(await problems()).toEqual([]);
    await server.asAdmin(
      'drop owned by rdsproxyadmin; alter database postgres owner to current_user; grant connect on database postgres to public; drop role rdsproxyadmin',
    );
  });

  it('keeps the time limits that an operator set', async () => {
    await server.asAdmin(`alter role orders_api set statement_timeout = '4s'`);
    await up();
    expect(await problems()).toEqual([]);
    const [role] = await server.asAdmin<{ rolconfig: string[] }>(`select rolconfig from pg_roles where rolname = 'orders_api'`);
    expect(role?.rolconfig).toContain('statement_timeout=4s');
    await server.asAdmin(`alter role orders_api set statement_timeout = '5s'`);
  });

  it('keeps excess privileges after up, and verify reports them', async () => {
    await server.asAdmin('grant update (sku) on products to orders_api; grant delete on orders to public; grant pg_monitor to orders_api');
    await up();
    expect((await problems())?.map(({ name, code, message }) => `${name}: ${code}: ${message}`)).toEqual([
      'orders_api: excess-privilege: the API does not need the role\'s privilege "member of pg_monitor"',
      expect.stringMatching(/^orders: excess-privilege: everyone \(PUBLIC\) may delete: revoke delete on orders from public/),
      expect.stringMatching(/^products: excess-privilege: orders_api may update \(sku\): revoke/),
    ]);
    await server.asAdmin(
      'revoke update (sku) on products from orders_api; revoke delete on orders from public; revoke pg_monitor from orders_api',
    );
  });

  describe('created by another user', () => {
    needs('PostgreSQL 16, where an owner with createrole may alter only roles that it created', isVersion16);

    it('up fails before any change if the owner may not alter the role, and the error contains the statements for an administrator', async () => {
      await server.asAdmin('drop owned by orders_api; drop role orders_api; create role orders_api nologin');
      await server.asAdmin('create database made_beforehand owner orders_owner');
      const url = addressFor(server.adminUrl, 'made_beforehand', server.owner);
      const run = await migrateFor(url);
      await expect(run({ command: 'up' })).rejects.toThrow(
        /^Nothing was run\.\n- orders_api: .* alter role orders_api login; .* with admin option/,
      );
      expect(await run({ command: 'status' })).toMatchObject({ executed: [] });
      await server.asAdmin('grant orders_api to orders_owner with admin option');
      await up();
      expect(await problems()).toEqual([]);
      expect(await acceptsLogin(apiUrl)).toBe(true);
      await server.asAdmin('drop database made_beforehand');
    });
  });

  describe('that another user created without login', () => {
    needs('PostgreSQL 15, where an owner with createrole may alter every role', !isVersion16);

    it('is repaired by up', async () => {
      await server.asAdmin('drop owned by orders_api; drop role orders_api; create role orders_api nologin');
      await up();
      expect(await problems()).toEqual([]);
      expect(await acceptsLogin(apiUrl)).toBe(true);
    });
  });

  it('up fails before any change if the role is missing and the owner may not create it', async () => {
    await server.asAdmin('drop owned by orders_api; drop role orders_api; alter role orders_owner nocreaterole');
    await expect(up()).rejects.toThrow(
      /the role does not exist, and orders_owner may not create it\. .*: alter role orders_owner createrole/,
    );
    await server.asAdmin('alter role orders_owner createrole');
    await up();
  });
});
