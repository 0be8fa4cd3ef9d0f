import { cp, readdir, stat } from 'node:fs/promises';
import { cpus } from 'node:os';
import path from 'node:path';
import { makeCodeCaches } from '../../scripts/codeCache/makeCodeCaches.ts';
import { migrateShop } from '../chaos/chaos.ts';
import { openShop } from '../chaos/shop.ts';
import { openDelayProxy } from '../load/delayProxy.ts';
import type { Request } from '../support/call.ts';
import { buildHandWritten } from './build.ts';
import { checkedMeasurements, exceededLimits } from './check.ts';
import { coldStarts, type FirstRequest } from './coldStart.ts';
import { fill } from './fill.ts';
import { growth } from './growth.ts';
import { hotProducts } from './hotProducts.ts';
import { type Case, interleaved, type Measured, spreadOf } from './measure.ts';
import { readOptions } from './options.ts';
import { pgbench } from './pgbench.ts';
import { Subject } from './subject.ts';
import { tableOf } from './table.ts';

/**
 * `npm run bench` compares this project's built functions with hand-written node-postgres. Both take turns in one run. A ratio in a
 * table compares two medians; the check uses the ratio of each round.
 */
const options = readOptions();
const say = (text: string) => (options.json ? console.error(text) : console.log(text));
const largestBytes = 900_000;
const faults: string[] = [];
let isStopped = false;
// Without fsync, the short run starts and fills its server sooner. The long run uses fsync, so that its ratios include the disk.
const opening = openShop(migrateShop, options.short ? { fsync: 'off' } : {});
for (const name of ['SIGINT', 'SIGTERM'] as const) {
  process.once(name, () => {
    isStopped = true;
    console.error(`Stopped by ${name}`);
    // The subjects end when this process ends. If `openShop` failed, it has already deleted the shop's folder.
    void opening.then((shop) => shop.close()).finally(() => process.exit(130));
  });
}
/** Ignores an error after a signal, because the signal stopped the server and ends this process. */
const unlessStopped = (error: unknown) => (isStopped ? new Promise<never>(() => {}) : Promise.reject(error));
const shop = await opening.catch(unlessStopped);
const client = await shop.connect().catch(unlessStopped);
const results: Record<string, unknown> = { node: process.version, cpu: cpus()[0]?.model, cores: cpus().length };

function measured(name: string, subjects: Record<string, Measured>, yardstick: string): void {
  results[name] = subjects;
  say(`\n${name}: medians (the middle half); ratios to ${yardstick}\n${tableOf(subjects, yardstick)}`);
}

// Comparisons that exceeded a limit, to be repeated after all others.
const repeats: (() => Promise<void>)[] = [];

/**
 * Measures and shows a comparison with hand-written. An exceeded limit is a fault only if new processes exceed the same limit later: V8 may compile a
 * program differently in each process, and a disturbance of the machine may be over by the second measurement.
 */
async function compare(name: string, measure: () => Promise<Record<string, Measured>>): Promise<void> {
  const subjects = await measure();
  measured(name, subjects, 'hand-written');
  const exceeded = options.check ? exceededLimits(name, subjects) : [];
  if (exceeded.length === 0) return;
  repeats.push(async () => {
    const again = await measure();
    measured(`${name}, again`, again, 'hand-written');
    const both = exceededLimits(name, again).filter(({ figure }) => exceeded.some((first) => first.figure === figure));
    faults.push(...both.map(({ text }) => text));
  });
}

const variables = { DATABASE_URL: shop.databaseUrl };
const of =
  (folder: string) =>
  (name: string, request: Request, more: Partial<Case> = {}): Case => ({
    file: path.join(shop.directory, `dist/${folder}/${name}.mjs`),
    variables,
    request,
    ...more,
  });
const ours = of('functions');
const theirs = of('hand-written');
const subject = 'customer-1';
const order = (count: number): Request => ({
  method: 'POST',
  subject,
  body: { items: Array.from({ length: count }, (_, index) => ({ productId: 101 + index, quantity: 1 })) },
});
const beside = (name: string, request: Request) => ({ functions: ours(name, request), 'hand-written': theirs(name, request) });

async function sizes(handWritten: Record<string, number>): Promise<void> {
  const bytes: Record<string, number> = {};
  for (const file of await readdir(path.join(shop.directory, 'dist/functions'))) {
    if (file.endsWith('.cjs')) bytes[file] = (await stat(path.join(shop.directory, 'dist/functions', file))).size;
  }
  results['bundle bytes'] = { functions: bytes, 'hand-written': handWritten };
  say(
    `Bytes, minified: ${Object.entries(bytes)
      .map(([file, size]) => `${file} ${size}`)
      .join(', ')}; hand-written listProducts ${handWritten['listProducts']}`,
  );
  for (const [file, size] of Object.entries(bytes)) {
    if (size > largestBytes && file !== 'migrate.cjs') faults.push(`${file} has ${size} bytes, more than ${largestBytes}`);
  }
}

async function cold(): Promise<void> {
  // The measured function has a code cache, as in a package. Its copy has none, as in a package that was made on another architecture.
  const functions = path.join(shop.directory, 'dist/functions');
  await cp(functions, path.join(shop.directory, 'dist/no-cache'), { recursive: true });
  await makeCodeCaches(functions, { names: ['listProducts'] });
  const request = { query: { limit: '20' } };
  let first: FirstRequest | undefined;
  await compare('cold start, listing of 20', async () => {
    const cases = { ...beside('listProducts', request), 'functions, without their code cache': of('no-cache')('listProducts', request) };
    const starts = await coldStarts(cases, options.short ? 1 : options.check ? 12 : 25);
    first ??= starts.first;
    return starts.measured;
  });
  results['first request'] = first;
  say(`First request: ${first?.connectionsOpened} connection, ${first?.statements} statement in all`);
  if (first?.codeCache !== 'hit') faults.push(`V8 did not use the code cache (codeCache: ${first?.codeCache})`);
  if (first?.connectionsOpened !== 1) faults.push(`the first request opened ${first?.connectionsOpened} connections`);
  if (first?.statements !== 1) faults.push(`the first request sent ${first?.statements} statements`);
}

async function warm(): Promise<void> {
  const { rounds } = options;
  const requests: Record<string, [string, Request]> = {
    'listing of 200': ['listProducts', { query: { limit: '200' } }],
    'history of 50 x 3': ['listOrders', { subject, query: { limit: '50' } }],
    'one product': ['getProduct', { path: { productId: '150' } }],
    ...Object.fromEntries([1, 3, 100].map((count) => [`order of ${count}`, ['placeOrder', order(count)]])),
  };
  for (const [name, [handler, request]] of Object.entries(requests)) {
    await compare(name, () => interleaved(beside(handler, request), rounds, client));
  }
}

async function onHotProducts(): Promise<void> {
  const hot = options.short ? { environments: 2, runs: 1, ms: 500 } : { environments: 8, runs: 3, ms: 5_000 };
  const { runs, ms } = hot;
  const proxy = await openDelayProxy(Number(new URL(shop.databaseUrl).port), 2);
  const delayedUrl = new URL(shop.databaseUrl);
  delayedUrl.port = String(proxy.port);
  const delayed = { variables: { DATABASE_URL: delayedUrl.href } };
  const far = await hotProducts(
    { functions: ours('placeOrder', order(3), delayed), 'hand-written': theirs('placeOrder', order(3), delayed) },
    hot,
  );
  await proxy.close();
  const near = await hotProducts(beside('placeOrder', order(3)), hot);
  const { request, ...subject } = ours('placeOrder', order(3));
  const ofPgbench = await pgbench(
    { statement: await Subject.lastStatement(client, subject, request), databaseUrl: shop.databaseUrl, directory: shop.directory },
    { runs, seconds: Math.max(1, ms / 1_000), onSkip: (why) => say(`pgbench was not measured: ${why}`) },
  );
  results['hot products, orders a second'] = { 'with 1 ms each way': far, 'without delay': { ...near, pgbench: ofPgbench ?? null } };
  const ratioIn = (samples: Record<string, readonly number[]>) => {
    const [a, b] = ['functions', 'hand-written'].map((name) => spreadOf(samples[name] ?? []).median);
    return `functions ${a}, hand-written ${b}, ratio ${((a ?? 0) / (b ?? 0)).toFixed(2)}`;
  };
  const ratioToPgbench = (spreadOf(near['functions'] ?? []).median / (ofPgbench ?? Number.NaN)).toFixed(2);
  say(`\n${hot.environments} environments on 3 hot products, orders a second, medians of ${runs}
with 1 ms each way: ${ratioIn(far)}
without delay: ${ratioIn(near)}; pgbench ${ofPgbench ?? '-'}, ratio ${ratioToPgbench}`);
}

try {
  // By default, the server ends a session of this role after 500 ms without a statement. A subject waits longer than that for its turn.
  await client.query('alter role orders_api set idle_session_timeout = 0');
  await fill(client);
  if (options.growth || options.staff) {
    faults.push(
      ...(await growth({
        shop,
        client,
        rounds: options.rounds,
        orders: options.orders,
        staffOnly: options.staff && !options.growth,
        say,
        measured: (name, subjects) => measured(name, subjects, Object.keys(subjects)[0] ?? ''),
      })),
    );
  } else {
    await sizes(await buildHandWritten(shop.directory));
    await cold();
    await warm();
    for (const repeat of repeats) await repeat();
    const unknown = checkedMeasurements.filter((name) => !(name in results));
    faults.push(...unknown.map((name) => `${name} has a limit but was not measured`));
    if (!options.check) await onHotProducts();
  }
  if (options.json) console.log(JSON.stringify({ ...results, faults }, null, 2));
  for (const fault of faults) console.error(`Failed: ${fault}`);
} catch (error) {
  if (isStopped) await unlessStopped(error);
  faults.push(String(error));
  console.error(error);
} finally {
  await client.end();
  await shop.close();
}
process.exit(faults.length > 0 ? 1 : 0);
