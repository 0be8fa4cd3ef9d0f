import { expect, it } from 'vitest';
import { startEnvironments } from '../support/environments.ts';
import { fileClient } from '../support/fileClient.ts';

// Imports 20,000 rows with a built function in its own process, within its 25 s, and kills an import to check that it changes nothing.

const rows = 20_000;
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

it('imports 20,000 new rows, then changed rows, then unchanged rows', async () => {
  const [environment] = await startEnvironments(1, 'catalogue', variables, { timeoutMs: 25_000 });
  const outcome = async (body: string) => {
    const answer = await environment?.call(request(body));
    return [answer?.status, answer?.body];
  };
  expect(Buffer.byteLength(file(() => 1))).toBeLessThan(4_000_000);
  expect(await outcome(file(() => 1))).toEqual([200, JSON.stringify({ created: rows, updated: 0, unchanged: 0 })]);
  expect(await outcome(file(() => 2))).toEqual([200, JSON.stringify({ created: 0, updated: rows, unchanged: 0 })]);
  expect(await outcome(file(() => 2))).toEqual([200, JSON.stringify({ created: 0, updated: 0, unchanged: rows })]);
  expect(await state()).toEqual({ products: rows, prices: 2 * rows, versions: rows });
});

it('reports a fault in row 19,999 and changes nothing', async () => {
  const before = await state();
  const [environment] = await startEnvironments(1, 'catalogue', variables, { timeoutMs: 25_000 });
  const answer = await environment?.call(request(file((n) => (n === 19_998 ? -1 : 7))));
  expect(answer?.status).toBe(422);
  expect(JSON.parse(answer?.body ?? '').errors).toEqual([{ path: '/body/20000/priceInCents', message: 'A price is a whole number' }]);
  expect(await state()).toEqual(before);
});

it.each([1, 2, 3, 4, 5, 6])('writes all rows or none when it is killed at a random moment (%i)', async (price) => {
  const before = await state();
  const [environment] = await startEnvironments(1, 'catalogue', variables, { timeoutMs: 25_000 });
  const ended = environment?.call(request(file(() => 10 + price))).catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 4_000));
  process.kill(environment?.pid ?? 0, 'SIGKILL');
  await ended;
  // A transaction may stay open until the server notices the lost connection. Its changes are not visible.
  const after = await state();
  const all = { products: rows, prices: (10 + price) * rows, versions: before.versions + rows };
  expect([before, all]).toContainEqual(after);
});
