import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, it, onTestFinished, vi } from 'vitest';
import { scramVerifier } from '../../lib/scramVerifier.ts';
import { queryOnce } from '../../local/postgres/client.ts';
import { removePostgres } from '../../local/postgres/home.ts';
import { startStandby } from '../../local/postgres/standby.ts';
import { parseServerlessConfig } from '../../local/serverless/serverlessConfig.ts';
import type { Request } from '../support/call.ts';
import { ownServer } from '../support/ownServer.ts';
import { secretsManager } from '../support/secretsManager.ts';
import { type Outcome, startEnvironments, type TestEnvironment } from '../support/startEnvironments.ts';

// A standby needs the primary's data directory, which a container does not share.
const writer = await ownServer({}, 'embedded');
const { secrets, variables } = await secretsManager();
const directory = await mkdtemp(path.join(tmpdir(), 'orders-standby-'));
// With a delay of 0, the standby at once cancels every statement that blocks replication.
const standby = await startStandby({
  primaryUrl: writer.adminUrl,
  directory,
  settings: { max_standby_streaming_delay: 0, timezone: 'UTC', fsync: 'off' },
});
afterAll(async () => {
  await standby.stop();
  await removePostgres(directory);
});

const atReader = (url: string) => Object.assign(new URL(url), { port: String(standby.server().port) }).href;
const reading = { DATABASE_URL: atReader(writer.apiUrl), POWERTOOLS_LOG_LEVEL: 'WARN' };
const writing = { DATABASE_URL: writer.apiUrl, POWERTOOLS_LOG_LEVEL: 'WARN' };
// With this time limit, some requests end while the reader is down, and others have time for a retry after the reader returns.
const timeoutMs = 8_000;
const customer = 'customer-of-the-readers';

beforeAll(async () => {
  await writer.asAdmin(
    `insert into users (auth_subject, full_name, email) values ('${customer}', 'Ada Example', 'ada@example.com');
     insert into products (sku, name, price_in_cents, stock_quantity)
     select 'P-' || n, 'Product ' || n, 100 + n, 1000000 from generate_series(1, 200) as n`,
  );
  await caughtUp();
});

/** Waits until the reader has replayed what the writer has written so far. */
async function caughtUp(): Promise<void> {
  const [written] = await writer.asAdmin<{ lsn: string }>('select pg_current_wal_insert_lsn() as lsn');
  await vi.waitUntil(
    async () => {
      const [row] = await atStandby<{ done: boolean }>(`select pg_last_wal_replay_lsn() >= '${written?.lsn}' as done`).catch(() => []);
      return row?.done;
    },
    { timeout: 60_000, interval: 50 },
  );
}

/** Runs one statement as superuser on the reader, and repeats it if replication cancels it. */
async function atStandby<Row extends pg.QueryResultRow>(sql: string): Promise<Row[]> {
  const url = Object.assign(new URL(atReader(writer.adminUrl)), { pathname: '/orders' }).href;
  return queryOnce<Row>(url, sql).catch((error: unknown) => {
    if (error instanceof pg.DatabaseError && error.code === '40001') return atStandby<Row>(sql);
    throw error;
  });
}

const staff = (scope: string): Request => ({ subject: 'staff', scope });
const month = new Date().toISOString().slice(0, 7);
/** A request to each function that serverless.yml connects to the readers. */
const reads: Readonly<Record<string, Request>> = {
  listProducts: { query: { inStock: 'true' } },
  getProduct: { path: { productId: '1' } },
  listCategories: {},
  salesReport: { ...staff('reports:read'), query: { month } },
  listCatalogueProducts: staff('catalogue:write'),
  listOrdersForFulfilment: staff('orders:fulfil'),
};
const order = (): Request => ({
  subject: customer,
  headers: { 'Idempotency-Key': randomUUID() },
  body: { items: [{ productId: 1 + Math.floor(Math.random() * 200), quantity: 1 }] },
});

/** Returns the status of an outcome, and for a 503 also its Retry-After. */
const kindOf = ({ status, headers }: Outcome) => (status === 503 ? `503, Retry-After ${headers['Retry-After']}` : String(status));
const tally = (outcomes: readonly Outcome[]) => {
  const counts = new Map<string, number>();
  for (const outcome of outcomes) counts.set(kindOf(outcome), (counts.get(kindOf(outcome)) ?? 0) + 1);
  return Object.fromEntries(counts);
};

it('sends a request to each function that may read from a reader', () => {
  const { functions } = parseServerlessConfig(readFileSync('serverless.yml', 'utf8'));
  expect(functions.flatMap(({ name, readsFromReader }) => (readsFromReader ? [name] : [])).sort()).toEqual(Object.keys(reads).sort());
});

it('answers 1,000 reads with 200 or 503 while the reader crashes and restarts, and the writer takes every order', async () => {
  const names = Object.keys(reads);
  const environments = await Promise.all(names.map((name) => startEnvironments(1, name, reading, { timeoutMs })));
  const readers = environments.flat();
  const [placing] = await startEnvironments(1, 'placeOrder', writing);
  const outcomes: Outcome[] = [];
  const placed: Outcome[] = [];
  let isOver = false;
  const read = async (environment: TestEnvironment, at: number) => {
    while (outcomes.length < 1_000) outcomes.push(await environment.call(reads[names[at] ?? '']));
  };
  const reader = Promise.all(readers.map(read)).finally(() => {
    isOver = true;
  });
  const orders = (async () => {
    while (!isOver && placing) placed.push(await placing.call(order()));
  })();
  const until = (count: number) => vi.waitUntil(() => outcomes.length >= count || isOver, { timeout: 300_000, interval: 20 });
  const refused = () => outcomes.filter(({ status }) => status === 503).length;

  await until(150);
  await standby.crash();
  await standby.restart();
  await until(300);
  await standby.crash();
  // Keeps the reader down until several requests have failed.
  await vi.waitUntil(() => refused() >= names.length, { timeout: 300_000, interval: 20 });
  await standby.restart();
  for (let count = 400; count <= 900; count += 50) {
    await until(count);
    // Vacuums changed rows, and takes a lock as a migration does. The reader replays the vacuum and the lock, and each cancels statements on the reader.
    // Locks the tables in the same sequence as placeOrder, because the opposite sequence causes deadlocks.
    await writer.asAdmin('update products set description = description');
    await writer.asAdmin('vacuum products');
    await writer.asAdmin('begin; lock table orders, products in access exclusive mode; commit');
  }
  await standby.crash();
  await standby.restart();
  await Promise.all([reader, orders]);

  const counts = tally(outcomes);
  expect(Object.keys(counts).filter((kind) => !/^(200|503, Retry-After \d+)$/.test(kind))).toEqual([]);
  expect(counts).toMatchObject({ '200': expect.any(Number), '503, Retry-After 1': expect.any(Number) });
  expect(outcomes.length).toBeGreaterThanOrEqual(1_000);
  expect(new Set(placed.map(({ status }) => status))).toEqual(new Set([201]));
  for (const environment of readers) expect(environment.log.join('\n')).toContain('database attempt failed, retrying');
  await caughtUp();
  const [taken] = await atStandby<{ count: number }>('select count(*)::int as count from orders');
  expect(taken?.count).toBe(placed.length);
}, 600_000);

/** Pauses the replay on the reader while `work` runs. Meanwhile, the reader does not show new commits of the writer. */
async function whileLagging<Result>(work: () => Promise<Result>): Promise<Result> {
  await atStandby('select pg_wal_replay_pause()');
  await vi.waitUntil(
    async () => (await atStandby<{ state: string }>('select pg_get_wal_replay_pause_state() as state'))[0]?.state === 'paused',
    {
      timeout: 60_000,
    },
  );
  return work().finally(async () => {
    await atStandby('select pg_wal_replay_resume()');
    await caughtUp();
  });
}

it('while the reader lags, the list for staff lacks the newest order, but the customer can read this order from the writer', async () => {
  const [listing] = await startEnvironments(1, 'listOrdersForFulfilment', reading);
  const [placing] = await startEnvironments(1, 'placeOrder', writing);
  const [getting] = await startEnvironments(1, 'getOrder', writing);
  const newest = async () => {
    const answer = await listing?.call({ ...staff('orders:fulfil'), query: { sort: 'newest', limit: '1' } });
    return [answer?.status, JSON.parse(answer?.body ?? '').items[0]?.id];
  };
  const before = await newest();
  const id = await whileLagging(async () => {
    const answer = await placing?.call(order());
    const { id: placed }: { id: number } = JSON.parse(answer?.body ?? '');
    expect(await newest()).toEqual(before);
    expect(await getting?.call({ subject: customer, path: { orderId: String(placed) } })).toMatchObject({ status: 200 });
    return placed;
  });
  expect(await newest()).toEqual([200, id]);
});

it('rejects a change with a version from an outdated list, and changes nothing', async () => {
  const [listing] = await startEnvironments(1, 'listCatalogueProducts', reading);
  const [keeping] = await startEnvironments(1, 'catalogue', writing);
  const put = (match: string, priceInCents: number) =>
    keeping?.call({
      ...{ ...staff('catalogue:write'), method: 'PUT', routeKey: 'PUT /catalogue/products/{sku}', path: { sku: 'P-1' } },
      ...{ headers: { 'If-Match': match }, body: { name: 'Product 1', priceInCents } },
    });
  await whileLagging(async () => {
    expect(await put('*', 250)).toMatchObject({ status: 200 });
    const answer = await listing?.call({ ...staff('catalogue:write'), query: { search: 'P-1', limit: '1' } });
    const [old] = JSON.parse(answer?.body ?? '').items;
    expect(old).toMatchObject({ sku: 'P-1', priceInCents: 101 });
    expect(await put(`"${old.version}"`, 300)).toMatchObject({ status: 412 });
  });
  const [product] = await atStandby<{ price: number }>(`select price_in_cents as price from products where sku = 'P-1'`);
  expect(product?.price).toBe(250);
});

it('responds with 503 and places no order if a function that writes has the address of the reader', async () => {
  const [placing] = await startEnvironments(1, 'placeOrder', reading, { timeoutMs: 10_000 });
  const count = () => writer.asAdmin<{ count: number }>('select count(*)::int as count from orders');
  const before = await count();
  const refused = await placing?.call(order());
  expect(refused && kindOf(refused)).toBe('503, Retry-After 1');
  expect(await count()).toEqual(before);
});

/** Loads `withDatabase` as a new environment does, with the reader's address. */
async function withReader() {
  vi.stubEnv('DATABASE_URL', reading.DATABASE_URL);
  vi.resetModules();
  const { database } = await import('../../lib/database/database.ts');
  const { withDatabase } = await import('../../lib/database/withDatabase.ts');
  const { runLongStatement } = await import('../../lib/database/runLongStatement.ts');
  const { duringInvocation } = await import('../../lib/invocation.ts');
  const { log } = await import('../../lib/log.ts');
  await database();
  vi.unstubAllEnvs();
  const warned = vi.spyOn(log, 'warn').mockImplementation(() => {});
  onTestFinished(async () => (await database()).sequelize.close());
  return {
    runLongStatement,
    warned,
    retried: (work: Parameters<typeof withDatabase<string>>[0]) =>
      duringInvocation({ requestId: 'test', remainingMs: () => 120_000 }, () => withDatabase(work)),
  };
}

it('repeats a statement if replication cancels it', async () => {
  const { runLongStatement, retried, warned } = await withReader();
  let attempts = 0;
  const outcome = retried(async (db) => {
    if (++attempts === 1) await runLongStatement(db, 'select count(*), pg_sleep(100) from products', [], 100_000);
    return 'done';
  });
  const running = `select 1 from pg_stat_activity where state = 'active' and query like '%pg_sleep(100)%' and pid <> pg_backend_pid()`;
  await vi.waitUntil(async () => (await atStandby(running)).length > 0, { timeout: 60_000 });
  await writer.asAdmin('update products set description = description');
  await writer.asAdmin('vacuum products');
  expect(await outcome).toBe('done');
  expect(attempts).toBe(2);
  expect(JSON.stringify(warned.mock.calls)).toContain('"code":"40001"');
});

it('repeats a transaction if replication ends its session', async () => {
  const { retried } = await withReader();
  let attempts = 0;
  const outcome = retried(({ sequelize }) =>
    sequelize.transaction(async (transaction) => {
      await sequelize.query('select 1 from products limit 1', { transaction });
      if (++attempts === 1) await writer.asAdmin('begin; lock table products in access exclusive mode; commit').then(caughtUp);
      await sequelize.query('select 1 from products limit 1', { transaction });
      return 'done';
    }),
  );
  expect(await outcome).toBe('done');
  expect(attempts).toBe(2);
});

it('responds with 200 or 503 while the reader does not know a new password yet, and with 200 afterwards', async () => {
  const { user, password } = inject('api');
  const change = (text: string) => writer.asAdmin(`alter role ${user} password '${scramVerifier(text)}'`);
  const secretOf = (text: string) =>
    JSON.stringify({ username: user, password: text, host: '127.0.0.1', port: standby.server().port, dbname: 'orders' });
  const [environment] = await startEnvironments(1, 'listProducts', {
    ...{ ...variables, DATABASE_SECRET_ARN: 'arn:api', POWERTOOLS_LOG_LEVEL: 'WARN' },
  });
  const first = await whileLagging(async () => {
    await change('second');
    secrets.set('arn:api', secretOf('second'));
    const answer = environment?.call(reads['listProducts']);
    await vi.waitUntil(() => environment?.log.some((line) => line.includes('28P01')), { timeout: 60_000 });
    return { answer };
  });
  const outcome = await first.answer;
  expect(['200', '503, Retry-After 1']).toContain(outcome && kindOf(outcome));
  expect(await environment?.call(reads['listProducts'])).toMatchObject({ status: 200 });
  await change(password);
});
