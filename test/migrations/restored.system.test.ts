import { Readable } from 'node:stream';
import { afterAll, expect, inject, it, onTestFinished, vi } from 'vitest';
import { queryOnce } from '../../local/postgres/client.ts';
import { addressFor } from '../setup/owner.ts';
import { startServer } from '../setup/startServer.ts';
import { call } from '../support/call.ts';
import { migrateFor } from '../support/emptyDatabase.ts';
import { freshFunction } from '../support/freshFunction.ts';
import { needs } from '../support/needs.ts';
import { ownServer } from '../support/ownServer.ts';

const kind = inject('serverKind');
needs('a server in a container (TEST_DATABASE=container)', kind === 'container');

// The dump comes from the first cluster and is restored in the second, where only the owner's role exists.
const from = kind === 'container' ? await ownServer() : undefined;
const to = kind === 'container' ? await startServer(kind, { settings: { timezone: 'UTC', fsync: 'off' } }) : undefined;
afterAll(() => to?.stop());
if (from) await (await migrateFor(from.ownerUrl))({ command: 'seed' });
const owner = inject('owner');
if (to) await asAdmin(`create role ${owner.user} login createrole password '${owner.password}'`);

/** Runs statements one by one as superuser of the second cluster. */
async function asAdmin(...statements: string[]): Promise<void> {
  for (const sql of statements) await queryOnce(to?.adminUrl ?? '', sql);
}

/** Runs a program of PostgreSQL in the container of `server`, as superuser. */
async function run(server: typeof to, program: string, ...options: string[]): Promise<string> {
  if (server?.container === undefined) throw new Error('the server is not in a container');
  const url = new URL(server.adminUrl);
  url.host = '127.0.0.1:5432';
  url.pathname = '/orders';
  return (await server.container.exec([program, `--dbname=${url.href}`, ...options])).output;
}

/** Dumps the shop and restores it in the second cluster. Returns the output of pg_restore. */
async function restore(options: string[]): Promise<string> {
  const file = '/tmp/orders.dump';
  expect(await run(from, 'pg_dump', '--format=custom', `--file=${file}`)).toBe('');
  const archive = await from?.container?.copyArchiveFromContainer(file);
  if (archive === undefined) throw new Error('there is no dump');
  await to?.container?.copyArchiveToContainer(Readable.from(archive), '/tmp');
  return run(to, 'pg_restore', ...options, file);
}

it.each([
  ['with the options of the runbook', ['--no-owner', '--no-privileges', `--role=${owner.user}`], /^$/],
  ['without options', [], /role "orders_api" does not exist/],
])('after a dump is restored %s in a cluster without orders_api, up makes the API work', async (_, options, printed) => {
  await asAdmin(`create database orders owner ${owner.user}`);
  onTestFinished(() => asAdmin('drop database orders with (force)', 'drop role orders_api'));
  expect(await restore(options)).toMatch(printed);

  const ownerUrl = addressFor(to?.adminUrl ?? '', 'orders', owner);
  const variables = { DATABASE_URL: addressFor(to?.adminUrl ?? '', 'orders', inject('api')) };
  vi.stubEnv('DATABASE_URL', variables.DATABASE_URL);
  const migrate = await migrateFor(ownerUrl);
  expect((await migrate({ command: 'verify' })).problems?.map(({ code }) => code)).toContain('api-role');
  expect(await migrate({ command: 'up' })).toMatchObject({ applied: [] });
  expect((await migrate({ command: 'verify' })).problems).toEqual([]);

  const handler = await freshFunction('listProducts', variables);
  const { status, json } = await call(handler, { query: { limit: '5' } });
  expect(status).toBe(200);
  expect(json.items).toHaveLength(5);
});
