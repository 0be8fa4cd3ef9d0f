import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { freePort } from '../../local/postgres/freePort.ts';
import { removePostgres } from '../../local/postgres/home.ts';
import { isRunning } from '../local/processes.ts';
import { codeBlocks } from '../support/codeBlocks.ts';
import { npmStart, run, type Start } from './npmStart.ts';

// The variables of an unusual shell: its time zone, its language (Turkish, in which I is not the capital of i), its Node.js options, and HTTP proxies
// that do not respond.
const odd = {
  TZ: 'Pacific/Chatham',
  LANG: 'tr_TR.UTF-8',
  NODE_OPTIONS: '--enable-source-maps --max-old-space-size=1500',
  HTTP_PROXY: 'http://127.0.0.1:9',
  HTTPS_PROXY: 'http://127.0.0.1:9',
};
let directory: string;
let variables: Readonly<Record<'LOCAL_DIRECTORY' | 'PORT' | keyof typeof odd, string>>;
let start: Start | undefined;
let url: string;

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'orders-empty-test-'));
  variables = { ...odd, LOCAL_DIRECTORY: directory, PORT: `${await freePort()}` };
  url = `http://127.0.0.1:${variables.PORT}`;
});

async function stop(): Promise<void> {
  if (start === undefined || !(await isRunning(start.npm.pid))) return;
  start.interrupt('SIGINT');
  await start.ended;
}

afterAll(async () => {
  await stop();
  await removePostgres(path.join(directory, 'postgres'));
  await rm(directory, { recursive: true, force: true });
});

const page = z.object({ items: z.array(z.unknown()) });
const listed = async (route: string) => page.parse(await (await fetch(url + route)).json()).items;

test('npm start -- --empty starts a shop without products and customers', async () => {
  start = await npmStart(variables, '--empty');
  expect([await listed('/products'), await listed('/categories')]).toEqual([[], []]);
  const { stdout } = await run('npm run --silent token -- customer1@example.com', variables);
  const orders = await fetch(`${url}/orders`, { headers: { authorization: `Bearer ${stdout.trim()}` } });
  expect([orders.status, await orders.json()]).toEqual([403, expect.objectContaining({ code: 'unknown-customer' })]);
});

test('the requests of the README take the empty shop to its first paid and delivered order', async () => {
  const blocks = codeBlocks('README.md', 'sh');
  const first = blocks.findIndex((block) => block.startsWith('API='));
  const section = blocks.slice(first, first + 4).join('');
  const { code, stdout, stderr } = await run(`set -e\n${section.replaceAll(':3000', `:${variables.PORT}`)}`, variables);
  const words = stderr.split('\n').filter((line) => !/^No customer has the email (staff|payments|ada)@example\.com/.test(line));
  expect([code, words.join('')]).toEqual([0, '']);
  const tracking = { carrier: 'DHL', number: '00340434161094' };
  const story = [
    { sequence: 1, type: 'order.placed', actor: 'customer' },
    { sequence: 2, type: 'order.paid' },
    { sequence: 3, type: 'order.advanced', from: 'pending', to: 'processing' },
    { sequence: 4, type: 'order.advanced', from: 'processing', to: 'shipped' },
    { sequence: 5, type: 'order.advanced', from: 'shipped', to: 'delivered' },
  ];
  const answers = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(answers).toMatchObject([
    { sku: 'TEAPOT-1', stockQuantity: 0 },
    { reason: 'receipt', change: 12 },
    { fullName: 'Ada Example', email: 'ada@example.com' },
    { id: 1, status: 'pending', totalInCents: 3998 },
    { kind: 'payment', amountInCents: 3998, reference: 'invoice-1' },
    { items: [{ id: 1, paidInCents: 3998, customer: { fullName: 'Ada Example' } }], nextCursor: null },
    { id: 1, status: 'processing' },
    { id: 1, status: 'shipped', tracking },
    { id: 1, status: 'delivered' },
    { id: 1, status: 'delivered', payments: [{ reference: 'invoice-1' }], history: story },
    { id: 1, status: 'delivered', paidInCents: 3998, tracking, lineItems: [{ quantity: 2, product: { name: 'Teapot' } }] },
  ]);
  expect(await listed('/products')).toMatchObject([{ sku: 'TEAPOT-1', stockQuantity: 10 }]);
});

test('prints curl commands that work when they are pasted', async () => {
  const calls = (start?.output.split('\n') ?? []).map((line) => line.trim()).filter((line) => line.startsWith('curl '));
  expect(calls.length).toBeGreaterThanOrEqual(3);
  for (const call of calls) {
    const { code, stdout } = await run(`${call} --fail-with-body`);
    expect([code, JSON.parse(stdout)], call).toEqual([0, expect.any(Object)]);
  }
});

test('the empty shop gets no trial data when it is started later without --empty', async () => {
  await stop();
  start = await npmStart(variables);
  expect(await listed('/products')).toMatchObject([{ sku: 'TEAPOT-1' }]);
  await stop();
});

test('the command of the runbook logs every statement of a request', async () => {
  const [, variable, flags] = codeBlocks('docs/runbook.md', 'sh').flatMap(
    (block) => /^LOG_SQL=(\w+) npm start -- (.+)\n$/.exec(block) ?? [],
  );
  start = await npmStart({ ...variables, LOG_SQL: variable ?? '' }, flags);
  await listed('/products');
  await stop();
  expect((await start.ended).stdout).toMatch(/"message":"statement"[^\n]*from products/);
});

test('the shop gets trial data with --fresh, and --empty is rejected afterwards', async () => {
  start = await npmStart(variables, '--fresh');
  expect(await listed('/products?limit=200')).toHaveLength(200);
  await stop();
  const { code, stderr } = await run('npm --silent start -- --empty', variables);
  expect([code, stderr]).toEqual([1, expect.stringMatching(/^The local shop has trial data\. [^\n]*npm start -- --empty --fresh\n$/)]);
});
