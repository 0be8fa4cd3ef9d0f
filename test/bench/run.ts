import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Context } from 'aws-lambda';
import type { HttpHandler } from '../../lib/http/api.ts';
import { migrateShop } from '../chaos/chaos.ts';
import { openShop } from '../chaos/shop.ts';
import { contextOf, eventOf } from '../support/call.ts';
import { handWritten } from './handWritten.ts';
import { interleaved, type Measured } from './measure.ts';

/** `npm run bench`: this project's built functions beside hand-written node-postgres, interleaved in one run; ratios of medians. */
const { values } = parseArgs({ options: { rounds: { type: 'string', default: '300' }, json: { type: 'boolean', default: false } } });
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1) {
  console.error('--rounds takes a whole number from 1');
  process.exit(2);
}

const shop = await openShop(migrateShop);
try {
  await fill();
  Object.assign(process.env, {
    DATABASE_URL: shop.databaseUrl,
    STAGE: 'local',
    POWERTOOLS_LOG_LEVEL: 'SILENT',
    SLOW_STATEMENT_MS: '60000',
  });
  const [listProducts, listOrders, placeOrder] = await Promise.all(['listProducts', 'listOrders', 'placeOrder'].map(handler));
  const plain = handWritten(shop.databaseUrl);
  const as = 'customer-1';
  const lines = (count: number) => Array.from({ length: count }, (_, index) => ({ productId: 101 + index, quantity: 1 }));
  const order = (count: number) => () =>
    ask(placeOrder, { as, headers: { 'Idempotency-Key': randomUUID() }, body: { items: lines(count) } }, 201);
  const results: Record<string, Record<string, Measured>> = {
    'listing of 200': await interleaved(
      { functions: () => ask(listProducts, { query: { limit: '200' } }), 'hand-written': () => plain.listing(200) },
      rounds,
    ),
    'history of 50 x 3': await interleaved(
      { functions: () => ask(listOrders, { as, query: { limit: '50' } }), 'hand-written': () => plain.history(as, 50) },
      rounds,
    ),
    'order of 1, 3 and 100 lines': await interleaved(
      {
        'functions, 1': order(1),
        'functions, 3': order(3),
        'hand-written, 3': () => plain.order(as, randomUUID(), lines(3)),
        'functions, 100': order(100),
        'hand-written, 100': () => plain.order(as, randomUUID(), lines(100)),
      },
      rounds,
    ),
  };
  await plain.close();
  if (values.json) console.log(JSON.stringify(results));
  else show(results);
} finally {
  await shop.close();
}
// The functions keep their connection, as they do on Lambda.
process.exit();

function show(results: Record<string, Record<string, Measured>>): void {
  for (const [name, subjects] of Object.entries(results)) {
    const [first = 'none'] = Object.keys(subjects).filter((subject) => subject.startsWith('hand-written'));
    const yardstick = subjects[first];
    console.log(`\n${name}, medians of ${rounds}; ratios to ${first}`);
    console.table(
      Object.fromEntries(
        Object.entries(subjects).map(([subject, { wallUs, cpuUs }]) => [
          subject,
          {
            'wall ms': wallUs / 1_000,
            'CPU ms': cpuUs / 1_000,
            'wall ratio': Number((wallUs / (yardstick?.wallUs ?? 1)).toFixed(2)),
            'CPU ratio': Number((cpuUs / (yardstick?.cpuUs ?? 1)).toFixed(2)),
          },
        ]),
      ),
    );
  }
}

async function handler(name: string): Promise<HttpHandler> {
  const module: { handler: HttpHandler } = await import(path.join(shop.directory, `dist/functions/${name}.mjs`));
  return module.handler;
}

async function ask(run: HttpHandler | undefined, request: Parameters<typeof eventOf>[0], expected = 200): Promise<void> {
  const context: Context = contextOf(25_000);
  const answer = await run?.(eventOf(request), context);
  if (answer?.statusCode !== expected) throw new Error(`${answer?.statusCode} ${answer?.body}`);
}

/** 20 categories, 300 products (ids 101 to 200 with stock for every round), 60 orders of 3 lines for the first customer. */
async function fill(): Promise<void> {
  const client = await shop.connect();
  await client.query(`insert into categories (name) select 'Category ' || n from generate_series(1, 20) n`);
  await client.query(
    `insert into products (name, description, price_in_cents, stock_quantity, category_id)
     select 'Product ' || n, repeat('A sentence of a description. ', 3), 100 + n, 100000000, 1 + n % 20 from generate_series(9, 300) n`,
  );
  await client.query(
    `with placed as (
       insert into orders (user_id, total_in_cents, idempotency_key, request_hash)
       select (select id from users where auth_subject = 'customer-1'), 600, 'bench ' || n, repeat('0', 64) from generate_series(1, 60) n
       returning id
     )
     insert into order_items (order_id, product_id, quantity, unit_price_in_cents) select id, 1 + n, 1, 200 from placed, generate_series(1, 3) n`,
  );
  await client.query('analyze');
  await client.end();
}
