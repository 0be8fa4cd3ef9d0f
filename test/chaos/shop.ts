import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { root } from '../../local/directory.ts';
import { withClient } from '../../local/postgres/client.ts';
import { freePort } from '../../local/postgres/freePort.ts';
import { removePostgres } from '../../local/postgres/home.ts';
import { createOrdersDatabase, type DatabaseUrls } from '../../local/postgres/ordersDatabase.ts';
import { type Postgres, startPostgres } from '../../local/postgres/postgres.ts';
import { currentBuild } from '../../scripts/currentBuild.ts';

const products = 8;
const customers = 16;
const stock = 1_000_000;

/** The functions' UNPAID_ORDER_MINUTES in the chaos test. */
export const unpaidOrderMinutes = 10;

/** A shop with its own server and its own built functions, which a test may break. */
export interface Shop {
  readonly directory: string;
  /** The URL for the API's role. */
  readonly databaseUrl: string;
  /** Opens a connection as superuser. */
  connect(): Promise<pg.Client>;
  /** Runs SQL as superuser. */
  run(sql: string): Promise<void>;
  /** Stops the server in immediate mode, like a power cut, and restarts it on the same port. */
  crash(): Promise<void>;
  /** Ends the lease and the claims of a dead publisher, as if their time had passed. */
  passLease(): Promise<void>;
  close(): Promise<void>;
}

type Settings = Readonly<Record<string, string | number>>;
type InvokeMigrate = (taskRoot: string, urls: DatabaseUrls) => Promise<void>;

/**
 * Opens a shop with 8 products of 1,000,000 units each (IDs 1 to 8) and 16 customers (subjects `customer-1` to `customer-16`).
 * `settings` are further settings of the server. If opening fails or is interrupted, it leaves nothing behind.
 */
export async function openShop(invokeMigrate: InvokeMigrate, settings: Settings = {}): Promise<Shop> {
  const directory = await mkdtemp(path.join(tmpdir(), 'orders-chaos-'));
  const opened: Postgres[] = [];
  try {
    return await openShopIn(directory, invokeMigrate, settings, (postgres) => opened.push(postgres));
  } catch (error) {
    for (const postgres of opened) await postgres.stop().catch(() => {});
    await remove(directory);
    throw error;
  }
}

async function remove(directory: string): Promise<void> {
  await removePostgres(path.join(directory, 'postgres'));
  await rm(directory, { recursive: true, force: true });
}

async function openShopIn(
  directory: string,
  invokeMigrate: InvokeMigrate,
  settings: Settings,
  onStart: (postgres: Postgres) => void,
): Promise<Shop> {
  const start = async (port: number) =>
    startPostgres({
      directory: path.join(directory, 'postgres'),
      port,
      settings: { max_connections: 60, track_activity_query_size: 16_384, ...settings },
    });
  const port = await freePort();
  let postgres: Postgres = await start(port);
  onStart(postgres);
  const urls = await createOrdersDatabase(postgres);
  await currentBuild(directory);
  // publishEvents uses the AWS SDK, which Lambda's runtime contains. Here it comes from node_modules.
  await symlink(path.join(root, 'node_modules'), path.join(directory, 'node_modules'));
  await invokeMigrate(directory, urls);
  const connect = async () => {
    const client = new pg.Client({ connectionString: postgres.url('orders') });
    client.on('error', () => {});
    await client.connect();
    return client;
  };
  const run = (sql: string) => withClient(postgres.url('orders'), async (client) => void (await client.query(sql)));
  await run(
    `insert into products (sku, name, price_in_cents, stock_quantity) select 'P-' || n, 'Product ' || n, 100 * n, ${stock} from generate_series(1, ${products}) n;
     insert into users (auth_subject, full_name, email) select 'customer-' || n, 'Customer', n || '@example.com' from generate_series(1, ${customers}) n`,
  );
  return {
    directory,
    databaseUrl: urls.api,
    connect,
    run,
    crash: async () => {
      process.kill(postgres.pid, 'SIGQUIT');
      await postgres.ended;
      postgres = await start(port);
    },
    passLease: () => run('delete from publisher_lease; update order_events set not_before = now() where published_at is null'),
    close: async () => {
      await postgres.stop();
      await remove(directory);
    },
  };
}

/**
 * Lets sessions stay idle for longer than in production. Otherwise most requests would open a new session, which takes 60 ms of the server's CPU.
 * The chaos test ends sessions itself.
 */
export const keepSessions = (shop: Shop) => shop.run(`alter role orders_api set idle_session_timeout = '2s'`);

/**
 * Creates a trigger that backdates each order whose key begins with `soon`, so that the order expires within 0.4 s. `openShop` does not create the
 * trigger, because it slows down every insert of an order, and benchmarks use `openShop` too.
 */
export const dateSomeOrdersBack = (shop: Shop) =>
  shop.run(
    `create function place_long_ago() returns trigger language plpgsql as $$
     begin
       new.created_at := now() - interval '${unpaidOrderMinutes} minutes' + random() * interval '0.4 s';
       return new;
     end $$;
     create trigger place_long_ago before insert on orders for each row when (new.idempotency_key like 'soon %') execute function place_long_ago()`,
  );
