import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { expect, it, onTestFinished, vi } from 'vitest';
import { makeProduct, stockOf } from '../support/make.ts';
import { book, movementsOf } from '../support/stockCalls.ts';
import { withoutTimeLimits } from '../support/timeLimits.ts';
import { waitingForLock } from '../support/waitingForLock.ts';

// A pool of 16, because this process acts for 16 environments with one connection each.
vi.hoisted(() => Object.assign(process.env, { DATABASE_POOL_MAX: '16' }));
withoutTimeLimits();

it('64 concurrent requests with one key book one movement, and all return it', async () => {
  const [{ id, sku }, key] = [await makeProduct({ stockQuantity: 10 }), randomUUID()];
  const answers = await Promise.all(Array.from({ length: 64 }, () => book(sku, { reason: 'damage', change: -7 }, key)));
  expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
  expect(answers[0]?.status).toBe(201);
  expect(answers.filter(({ headers }) => headers['Idempotency-Replayed'] === undefined)).toHaveLength(1);
  expect(await stockOf(id)).toBe(3);
  expect(await movementsOf(id)).toBe(2);
});

it('concurrent requests with one key for eight products book one movement', async () => {
  const products = await Promise.all(Array.from({ length: 8 }, () => makeProduct({ stockQuantity: 10 })));
  const key = randomUUID();
  const answers = await Promise.all(products.map(({ sku }) => book(sku, { reason: 'receipt', change: 1 }, key)));
  expect(answers.map(({ status, json }) => json.code ?? status).sort()).toEqual([201, ...Array(7).fill('idempotency-key-reused')]);
  const counts = await Promise.all(products.map(({ id }) => movementsOf(id)));
  expect(counts.toSorted()).toEqual([1, 1, 1, 1, 1, 1, 1, 2]);
});

it.each([
  ['a receipt', { reason: 'receipt', change: 5 }, { change: 5, balance: 12 }],
  ['a count', { reason: 'count', countedQuantity: 9 }, { change: 2, balance: 9 }],
])('%s that waits for a concurrent change applies to the changed stock', async (_, body, booked) => {
  const { id, sku } = await makeProduct({ stockQuantity: 10 });
  const other = new pg.Client({ connectionString: process.env['MIGRATION_DATABASE_URL'] });
  await other.connect();
  onTestFinished(() => other.end());
  await other.query('begin');
  await other.query('update products set stock_quantity = stock_quantity - 3 where id = $1', [id]);
  const answer = book(sku, body);
  await expect.poll(() => waitingForLock(other)).toBe(1);
  await other.query('commit');
  expect(await answer).toMatchObject({ status: 201, json: booked });
  expect(await stockOf(id)).toBe(booked.balance);
});
