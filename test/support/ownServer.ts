import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { addressFor, type Login, makeOwner } from '../setup/owner.ts';
import { type Server, type Settings, startServer } from '../setup/startServer.ts';
import { migrateFor } from './emptyDatabase.ts';

/** A server of a test's own, with the migrated database `orders` on it. */
export interface OwnServer extends Server {
  readonly owner: Login;
  readonly ownerUrl: string;
  readonly apiUrl: string;
  /** What it has logged, line by line; each begins with `process|user|application `. */
  readonly log: readonly string[];
  /** One statement as superuser, in the database `orders`. */
  readonly asAdmin: <Row extends pg.QueryResultRow>(sql: string) => Promise<Row[]>;
}

/** Starts a server of this file's own, for tests that fill it, stop it or read its log. It ends with the file. */
export async function ownServer(settings: Settings = {}): Promise<OwnServer> {
  const log: string[] = [];
  const always = { timezone: 'UTC', log_line_prefix: '%p|%u|%a ', fsync: 'off' };
  const server = await startServer(inject('serverKind'), { ...always, ...settings }, (line) => log.push(line));
  afterAll(() => server.stop());
  const run = async <Row extends pg.QueryResultRow>(connectionString: string, sql: string) => {
    const client = new pg.Client({ connectionString });
    await client.connect();
    try {
      return (await client.query<Row>(sql)).rows;
    } finally {
      await client.end();
    }
  };
  const admin = new pg.Client({ connectionString: server.adminUrl });
  await admin.connect();
  const owner = await makeOwner(admin);
  await admin.query(`create database orders owner ${owner.user}`);
  await admin.end();
  const ownerUrl = addressFor(server.adminUrl, 'orders', owner);
  await (await migrateFor(ownerUrl))({ command: 'up' });
  const adminOfOrders = new URL(server.adminUrl);
  adminOfOrders.pathname = '/orders';
  return {
    ...server,
    owner,
    ownerUrl,
    apiUrl: addressFor(server.adminUrl, 'orders', inject('api')),
    log,
    asAdmin: (sql) => run(adminOfOrders.href, sql),
  };
}
