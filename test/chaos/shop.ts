import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { wrongStocks } from '../../lib/migrator/commands/books.ts';
import { freePort } from '../../local/postgres/freePort.ts';
import { createOrdersDatabase, type DatabaseUrls } from '../../local/postgres/ordersDatabase.ts';
import { type Postgres, removePostgres, startPostgres } from '../../local/postgres/postgres.ts';
import { currentBuild } from '../../scripts/currentBuild.ts';

const products = 8;
const customers = 16;
const stock = 1_000_000;

/** A shop with its own server and its own built functions, which a test may break. */
export interface Shop {
  readonly directory: string;
  /** The URL for the API's role. */
  readonly databaseUrl: string;
  /** Opens a connection as superuser. */
  connect(): Promise<pg.Client>;
  /** Stops the server in immediate mode, like a power cut, and restarts it on the same port. */
  crash(): Promise<void>;
  close(): Promise<void>;
}

type InvokeMigrate = (taskRoot: string, urls: DatabaseUrls) => Promise<void>;

/**
 * Opens a shop with 8 products of 1,000,000 units each (IDs 1 to 8) and 16 customers (subjects `customer-1` to `customer-16`).
 * If opening fails or is interrupted, it leaves nothing behind.
 */
export async function openShop(invokeMigrate: InvokeMigrate): Promise<Shop> {
  const directory = await mkdtemp(path.join(tmpdir(), 'orders-chaos-'));
  const opened: Postgres[] = [];
  try {
    return await openShopIn(directory, invokeMigrate, (postgres) => opened.push(postgres));
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

async function openShopIn(directory: string, invokeMigrate: InvokeMigrate, onStart: (postgres: Postgres) => void): Promise<Shop> {
  const start = async (port: number) =>
    startPostgres({
      directory: path.join(directory, 'postgres'),
      port,
      settings: { max_connections: 60, track_activity_query_size: 16_384 },
    });
  const port = await freePort();
  let postgres: Postgres = await start(port);
  onStart(postgres);
  const urls = await createOrdersDatabase(postgres);
  await currentBuild(directory);
  await invokeMigrate(directory, urls);
  const connect = async () => {
    const client = new pg.Client({ connectionString: postgres.url('orders') });
    client.on('error', () => {});
    await client.connect();
    return client;
  };
  const client = await connect();
  await client.query(
    `insert into products (name, price_in_cents, stock_quantity) select 'Product ' || n, 100 * n, ${stock} from generate_series(1, ${products}) n`,
  );
  await client.query(
    `insert into users (auth_subject, full_name, email) select 'customer-' || n, 'Customer', n || '@example.com' from generate_series(1, ${customers}) n`,
  );
  await client.end();
  return {
    directory,
    databaseUrl: urls.api,
    connect,
    crash: async () => {
      process.kill(postgres.pid, 'SIGQUIT');
      await postgres.ended;
      postgres = await start(port);
    },
    close: async () => {
      await postgres.stop();
      await remove(directory);
    },
  };
}

/** The database's counts after a run. All counts except `orders` and `unitsTaken` are 0 if nothing was lost or duplicated. */
export interface Holdings {
  readonly orders: number;
  readonly keysTwice: number;
  readonly wrongTotals: number;
  readonly negativeStocks: number;
  /** Units that left the stock but are on no order, or the reverse. */
  readonly unitsAstray: number;
  /** Products whose stock is not the sum of their movements minus the units of their orders. */
  readonly booksAstray: number;
  readonly ordersWithoutEvent: number;
}

export async function holdings(client: pg.Client): Promise<Holdings> {
  const { rows } = await client.query<Holdings>(
    `select (select count(*)::int from orders) as orders,
            (select count(*)::int from (select from orders group by user_id, idempotency_key having count(*) > 1) twice) as "keysTwice",
            (select count(*)::int from orders
              where total_in_cents is distinct from (select sum(quantity::bigint * unit_price_in_cents) from order_items where order_id = orders.id)) as "wrongTotals",
            (select count(*)::int from products where stock_quantity < 0) as "negativeStocks",
            (select coalesce(sum(abs(${stock} - stock_quantity - coalesce((select sum(quantity) from order_items where product_id = products.id), 0))), 0)::int
               from products) as "unitsAstray",
            (select count(*)::int from (${wrongStocks}) wrong) as "booksAstray",
            (select count(*)::int from orders
              where 1 is distinct from (select count(*) from order_events where order_id = orders.id and type = 'order.placed')) as "ordersWithoutEvent"`,
  );
  const [row] = rows;
  if (!row) throw new Error('the database answered without a row');
  return row;
}
