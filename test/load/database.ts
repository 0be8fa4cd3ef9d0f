import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { root } from '../../local/directory.ts';
import { projectConfig } from '../../local/functions.ts';
import { invokeMigrate } from '../../local/invokeMigrate.ts';
import { lambda } from '../../local/lambda/lambda.ts';
import { freePort } from '../../local/postgres/freePort.ts';
import { removePostgres } from '../../local/postgres/home.ts';
import { createOrdersDatabase, type DatabaseUrls } from '../../local/postgres/ordersDatabase.ts';
import { type Postgres, startPostgres } from '../../local/postgres/postgres.ts';
import { type Standby, startStandby } from '../../local/postgres/standby.ts';

/** The load test's own server with a shop. */
export interface LoadDatabase {
  /** The run's folder, which `close` deletes. */
  readonly directory: string;
  readonly port: number;
  /** The port of the standby, if there is one. */
  readonly readerPort: number | undefined;
  /** The number of connections that the servers have rejected so far, by SQLSTATE. */
  readonly refused: ReadonlyMap<string, number>;
  /** Creates a database with a fresh copy of the shop, waits until the standby has it too, and returns its connection URLs. */
  clone(name: string): Promise<DatabaseUrls>;
  /** Opens a connection to the server as superuser. */
  connect(name: string): Promise<pg.Client>;
  /** Opens a connection to the standby as superuser; undefined without a standby. */
  connectReader(name: string): Promise<pg.Client> | undefined;
  /** Crashes the server and restarts it on the same port. */
  failover(): Promise<void>;
  /** Gives the owner and the API new passwords and returns their new connection URLs for this database. */
  rotate(name: string): Promise<DatabaseUrls>;
  close(): Promise<void>;
}

const shop = 'orders';

/** Starts a server with this number of slots and a migrated, seeded shop. With `hasReader`, also starts a standby of the server. */
export async function openLoadDatabase(slots: number, { hasReader = false } = {}): Promise<LoadDatabase> {
  const directory = await mkdtemp(path.join(tmpdir(), 'orders-load-'));
  const place = path.join(directory, 'postgres');
  const readerPlace = path.join(directory, 'standby');
  const port = await freePort();
  const refused = new Map<string, number>();
  const onLog = (line: string) => {
    const [, code] = /^(\w{5}) FATAL: /.exec(line) ?? [];
    if (code !== undefined) refused.set(code, (refused.get(code) ?? 0) + 1);
  };
  const settings = {
    max_connections: slots,
    // Each log line begins with the SQLSTATE, because PostgreSQL has several messages for a lack of slots.
    log_line_prefix: '%e ',
    shared_preload_libraries: 'pg_stat_statements',
    'pg_stat_statements.track': 'top',
    'pg_stat_statements.max': 1000,
  };
  let postgres: Postgres | undefined;
  let standby: Standby | undefined;
  const remove = async () => {
    await standby?.stop();
    await postgres?.stop();
    for (const one of [readerPlace, place]) await removePostgres(one);
    await rm(directory, { recursive: true, force: true });
  };
  const start = async () => {
    postgres = await startPostgres({ directory: place, port, settings, onLog });
    return postgres;
  };
  try {
    let server = await start();
    let urls = await createOrdersDatabase(server);
    await runCommands(urls, ['up', 'seed']);
    if (hasReader) standby = await startStandby({ primaryUrl: server.url('postgres'), directory: readerPlace, settings, onLog });
    const reader = standby;
    return {
      ...{ directory, port, refused, readerPort: reader?.server().port },
      clone: async (name) => {
        await asSuperuser(server, 'postgres', async (client) => {
          await client.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`);
          // A template database must have no sessions, but the session of `migrate` may still be ending.
          await client.query('select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = $1', [shop]);
          await client.query(`create database ${pg.escapeIdentifier(name)} template ${shop} owner orders_owner`);
          // A sequence writes a WAL record only once for every 32 values. After a crash, the copy could therefore return a value again, and two orders would
          // get the same ID. After a checkpoint, a sequence writes a record with the next value that it returns.
          await client.query('checkpoint');
        });
        await asSuperuser(server, name, (client) => client.query('create extension pg_stat_statements'));
        await reader?.caughtUp();
        return inDatabase(urls, name);
      },
      connect: async (name) => connected(server.url(name)),
      connectReader: (name) => reader && connected(reader.server().url(name)),
      failover: async () => {
        process.kill(server.pid, 'SIGQUIT');
        await server.ended;
        server = await start();
      },
      rotate: async (name) => {
        urls = await createOrdersDatabase(server);
        // `migrate` sets the password of the API's role.
        await runCommands(urls, ['up']);
        return inDatabase(urls, name);
      },
      close: remove,
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function runCommands({ owner, api }: DatabaseUrls, commands: readonly ('up' | 'seed')[]): Promise<void> {
  const functions = lambda({
    config: await projectConfig(),
    taskRoot: root,
    variables: { STAGE: 'local', DATABASE_URL: api, MIGRATION_DATABASE_URL: owner },
    initTimeoutMs: 60_000,
  });
  try {
    for (const command of commands) await invokeMigrate(functions, { command });
  } finally {
    await functions.stop();
  }
}

async function asSuperuser(server: Postgres, database: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = await connected(server.url(database));
  await work(client).finally(() => client.end());
}

async function connected(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString, application_name: 'load test', connectionTimeoutMillis: 5000 });
  // A failover ends the connection. The next statement on it reports the error.
  client.on('error', () => {});
  await client.connect();
  return client;
}

function inDatabase({ owner, api }: DatabaseUrls, name: string): DatabaseUrls {
  const moved = (url: string) => Object.assign(new URL(url), { pathname: name }).href;
  return { owner: moved(owner), api: moved(api) };
}
