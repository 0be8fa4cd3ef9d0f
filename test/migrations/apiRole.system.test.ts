import pg from 'pg';
import { expect, inject, it, vi } from 'vitest';
import { stepRunner } from '../../lib/migrator/steps/stepRunner.ts';
import { queryOnce } from '../../local/postgres/client.ts';
import { migrations } from '../../migrations/index.ts';
import { addressFor, type Login } from '../setup/owner.ts';
import { acceptsLogin } from '../support/acceptsLogin.ts';
import { emptyDatabase, migrateFor } from '../support/emptyDatabase.ts';
import { ownServer } from '../support/ownServer.ts';

const server = await ownServer({ log_statement: 'all', log_min_duration_statement: 0 });
const name = '20250609100000-create-orders-api-role';

/** Returns whether the API's role exists. */
const isThere = () => server.asAdmin(`select from pg_roles where rolname = 'orders_api'`).then((rows) => rows.length === 1);

async function connectedTo(database: string, login: Login): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: addressFor(server.adminUrl, database, login) });
  await client.connect();
  // The role's time limits would end this session. PostgreSQL lets every session override them.
  await client.query(`set idle_session_timeout = 0; set idle_in_transaction_session_timeout = 0; set application_name = 'attack'`);
  return client;
}

/** Returns `migrate` for the database `orders` of this file's server. The API connects with `apiUrl`. */
async function migrateWith(apiUrl: string) {
  vi.stubEnv('DATABASE_URL', apiUrl);
  return migrateFor(server.ownerUrl);
}

it("up sets the role's password, and the password does not appear in the server’s log", async () => {
  const password = 'hunter2-of-the-api';
  const url = addressFor(server.adminUrl, 'orders', { user: 'orders_api', password });
  expect(await acceptsLogin(url)).toBe(false);
  const lines = await server.logOf(async () => (await migrateWith(url))({ command: 'up' }));
  expect(await acceptsLogin(url)).toBe(true);
  const log = lines.join('\n');
  expect(log).toMatch(/alter role orders_api password 'SCRAM-SHA-256\$4096:/);
  expect(log).not.toContain(password);
});

it('up does not change a password that already works', async () => {
  const url = addressFor(server.adminUrl, 'orders', { user: 'orders_api', password: 'hunter2-of-the-api' });
  const log = await server.logOf(async () => (await migrateWith(url))({ command: 'up' }));
  expect(log.join('\n')).not.toContain('alter role');
});

it('up rejects a password with a character that is not ASCII, and the error does not contain the password', async () => {
  const url = addressFor(server.adminUrl, 'orders', { user: 'orders_api', password: 'pässword' });
  const refused = (await migrateWith(url))({ command: 'up' });
  await expect(refused).rejects.toThrow(/printable ASCII/);
  await expect(refused).rejects.not.toThrow(/pässword/);
});

it('up changes no password if the API connects as another user', async () => {
  const postgres = addressFor(server.adminUrl, 'orders', { user: 'postgres', password: 'x' });
  const log = await server.logOf(async () => (await migrateWith(postgres))({ command: 'up' }));
  expect(log.join('\n')).not.toContain('alter role');
});

it('up disables the role’s idle timeout in a database behind a proxy, and restores it if the proxy is removed', async () => {
  const login = { user: 'orders_api', password: 'hunter2-of-the-api' };
  const timeoutOf = async (database: string) =>
    (await queryOnce(addressFor(server.adminUrl, database, login), 'show idle_session_timeout'))[0]?.['idle_session_timeout'];
  const up = async (viaProxy: string) => {
    vi.stubEnv('DATABASE_VIA_PROXY', viaProxy);
    await (await migrateWith(addressFor(server.adminUrl, 'orders', login)))({ command: 'up' });
    return timeoutOf('orders');
  };
  expect(await up('true')).toBe('0');
  expect(await timeoutOf('postgres')).toBe('500ms');
  const log = await server.logOf(async () => expect(await up('true')).toBe('0'));
  expect(log.join('\n')).not.toContain('alter role');
  expect(await up('false')).toBe('500ms');
});

it('the role cannot delay migrate by holding an advisory lock that earlier releases took in the database postgres', async () => {
  const api = await connectedTo('postgres', { user: 'orders_api', password: 'hunter2-of-the-api' });
  await api.query('select pg_advisory_lock(7206316554402)');
  const next = addressFor(server.adminUrl, 'orders', { user: 'orders_api', password: 'the-next-of-the-api' });
  const migrate = await migrateWith(next);
  await migrate({ command: 'down', to: name });
  await migrate({ command: 'up' });
  expect(await acceptsLogin(next)).toBe(true);
  await api.end();
});

it('if the role changes itself in an open transaction, up waits until its deadline and then names that session in the error', async () => {
  const api = await connectedTo('postgres', { user: 'orders_api', password: 'the-next-of-the-api' });
  await api.query(`begin; alter role orders_api password 'of-the-attacker'`);
  const url = addressFor(server.adminUrl, 'orders', { user: 'orders_api', password: 'hunter2-of-the-api' });
  const migrate = await migrateWith(url);
  const { duringInvocation } = await import('../../lib/invocation.ts');
  // Of these 6 s, 5 s are reserved for the end of the run. The remaining second is enough for one try.
  const run = duringInvocation({ requestId: 'attacked', remainingMs: () => 6_000 }, () => migrate({ command: 'up' }));
  await expect(run).rejects.toThrow(
    /^The role orders_api could not be changed, because another open transaction has changed it: pid \d+ \(user orders_api, database postgres, application_name "attack", since /,
  );
  await api.query('rollback');
  await api.end();
  await migrate({ command: 'up' });
  expect(await acceptsLogin(url)).toBe(true);
});

it('migrate holds at most two connections in every command', async () => {
  const limit = (connections: number) =>
    server.asAdmin(`alter role orders_owner connection limit ${connections}; alter database orders connection limit ${connections}`);
  await limit(2);
  const of = (password: string) => migrateWith(addressFor(server.adminUrl, 'orders', { user: 'orders_api', password }));
  const log = await server.logOf(async () => {
    // The first run creates the role and sets its password.
    await (await of('hunter2-of-the-api'))({ command: 'down', to: name });
    await (await of('the-next-of-the-api'))({ command: 'up' });
    // The second run sets another password and other settings.
    vi.stubEnv('DATABASE_VIA_PROXY', 'true');
    await (await of('hunter2-of-the-api'))({ command: 'up' });
    const migrate = await of('hunter2-of-the-api');
    await migrate({ command: 'up' });
    for (const command of ['status', 'verify', 'plan', 'seed']) await migrate({ command });
  });
  expect(log.filter((line) => line.includes('too many connections'))).toEqual([]);
  await limit(-1);
}, 120_000);

it('down keeps the role while another database uses it', async () => {
  await server.asAdmin('create database other owner orders_owner');
  const otherUrl = addressFor(server.adminUrl, 'other', server.owner);
  const other = await migrateFor(otherUrl);
  await other({ command: 'up' });
  await other({ command: 'down', to: name });
  expect(await isThere()).toBe(true);
  const first = await migrateFor(server.ownerUrl);
  await first({ command: 'down', to: name });
  expect(await isThere()).toBe(false);
  await first({ command: 'up' });
  expect(await isThere()).toBe(true);
});

it('eight databases of a cluster can be migrated and reverted at the same time, although they share the role', async () => {
  const empty = await Promise.all(Array.from({ length: 8 }, () => emptyDatabase()));
  const runs = await Promise.allSettled(empty.map(({ sequelize }) => stepRunner(sequelize, 'SequelizeMeta', migrations).umzug.up()));
  expect(runs.filter(({ status }) => status === 'rejected')).toEqual([]);
  const back = await Promise.allSettled(
    empty.map(({ sequelize }) => stepRunner(sequelize, 'SequelizeMeta', migrations).umzug.down({ to: name })),
  );
  expect(back.filter(({ status }) => status === 'rejected')).toEqual([]);
  expect(inject('owner').user).toBe('orders_owner');
});
