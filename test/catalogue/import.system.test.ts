import { expect, it } from 'vitest';
import { fileClient } from '../support/fileClient.ts';
import { startEnvironments } from '../support/startEnvironments.ts';

// Imports 20,000 rows with a built function in its own process, and kills imports to check that they change all rows or none.

const rows = 20_000;
// Ten times the time limit of the deployed function: an import takes 3 to 5 s on two quiet cores, but up to 30 s while the chaos test runs.
const timeoutMs = 250_000;
const scope = 'catalogue:write';
const variables = { DATABASE_URL: process.env['DATABASE_URL'] ?? '', POWERTOOLS_METRICS_DISABLED: 'true' };
const admin = fileClient();
const file = (price: (n: number) => unknown) =>
  `sku,name,priceInCents,description,category,isActive\n${Array.from({ length: rows }, (_, n) => `SKU-${n},Product ${n},${price(n)},${'A sentence of a description. '.repeat(4)},Category ${n % 20},true`).join('\n')}\n`;
const request = (body: string) => ({
  method: 'PUT',
  routeKey: 'PUT /catalogue/products',
  scope,
  body,
  headers: { 'content-type': 'text/csv' },
});
const state = async () =>
  (
    await admin.query(
      `select count(*)::int as products, coalesce(sum(price_in_cents), 0)::int as prices, coalesce(sum(version), 0)::int as versions from products`,
    )
  ).rows[0];

// The time of an import that changes every row.
let wholeMs = 0;

it('imports 20,000 new rows, then changed rows, then unchanged rows', async () => {
  const [environment] = await startEnvironments(1, 'catalogue', variables, { timeoutMs });
  const outcome = async (body: string) => {
    const answer = await environment?.call(request(body));
    // Adds the function's log after an unexpected status, because the log names the cause.
    return [answer?.status, answer?.body, ...(answer?.status === 200 ? [] : (environment?.log.slice(-5) ?? []))];
  };
  expect(Buffer.byteLength(file(() => 1))).toBeLessThan(4_000_000);
  expect(await outcome(file(() => 1))).toEqual([200, JSON.stringify({ created: rows, updated: 0, unchanged: 0 })]);
  const began = performance.now();
  expect(await outcome(file(() => 2))).toEqual([200, JSON.stringify({ created: 0, updated: rows, unchanged: 0 })]);
  wholeMs = performance.now() - began;
  expect(await outcome(file(() => 2))).toEqual([200, JSON.stringify({ created: 0, updated: 0, unchanged: rows })]);
  expect(await state()).toEqual({ products: rows, prices: 2 * rows, versions: rows });
  // The first import sends one statement for each 1,000 rows, and 7 others. A statement for each row would not fit into the deployed function's 25 s.
  const requests = environment?.log.filter((line) => line.includes('"message":"request"')).map((line) => JSON.parse(line).statements);
  expect(requests).toEqual([27, 25, 1]);
}, 300_000);

it('reports a fault in row 19,999 and changes nothing', async () => {
  const before = await state();
  const [environment] = await startEnvironments(1, 'catalogue', variables, { timeoutMs });
  const answer = await environment?.call(request(file((n) => (n === 19_998 ? -1 : 7))));
  expect(answer?.status).toBe(422);
  expect(JSON.parse(answer?.body ?? '').errors).toEqual([{ path: '/body/20000/priceInCents', message: 'A price is a whole number' }]);
  expect(await state()).toEqual(before);
}, 300_000);

it.each([1, 2, 3])(
  'writes all rows or none when the function is killed (kill %i)',
  async (kill) => {
    if (wholeMs === 0) throw new Error('The first test measures an import: run the whole file');
    const before = await state();
    const price = 10 + kill;
    const [environment] = await startEnvironments(1, 'catalogue', variables, { timeoutMs });
    const ended = environment?.call(request(file(() => price))).catch(() => undefined);
    // Kill 1 happens in the first third of the time that a whole import takes, kill 2 in the second third, and kill 3 in the last third.
    await new Promise((resolve) => setTimeout(resolve, ((kill - Math.random()) / 3) * wholeMs));
    process.kill(environment?.pid ?? 0, 'SIGKILL');
    await ended;
    // If the server has not noticed the lost connection yet, the transaction is still open. Then its changes are not visible here.
    const after = await state();
    const all = { products: rows, prices: price * rows, versions: before.versions + rows };
    expect([before, all]).toContainEqual(after);
  },
  300_000,
);
