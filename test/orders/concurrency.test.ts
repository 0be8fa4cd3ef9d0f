import { randomUUID } from 'node:crypto';
import { QueryTypes } from 'sequelize';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { handler } from '../../functions/placeOrder.ts';
import { database } from '../../lib/database/database.ts';
import { call } from '../support/call.ts';
import { deadlocks } from '../support/deadlocks.ts';
import { makeCustomer, makeProduct, makeProducts, ordersOf, stockOf } from '../support/make.ts';
import { fingerprint } from '../support/tables.ts';
import { withoutTimeLimits } from '../support/timeLimits.ts';

// A pool of 16, because this process acts for 16 environments with one connection each.
vi.hoisted(() => {
  process.env['DATABASE_POOL_MAX'] = '16';
});

type Items = readonly { readonly productId: number; readonly quantity: number }[];

function place(subject: string, key: string, items: Items) {
  return call(handler, { subject, headers: { 'Idempotency-Key': key }, body: { items } });
}

withoutTimeLimits();

const statuses = (answers: readonly { status: number }[]) => answers.map(({ status }) => status).sort();

it('uses 16 connections at once in these tests', async () => {
  const { sequelize } = await database();
  const transactions = await Promise.all(Array.from({ length: 16 }, () => sequelize.transaction()));
  const pids = await Promise.all(
    transactions.map((transaction) =>
      sequelize.query<{ pid: number }>('select pg_backend_pid() as pid', { type: QueryTypes.SELECT, transaction }),
    ),
  );
  await Promise.all(transactions.map((transaction) => transaction.rollback()));
  expect(new Set(pids.map(([row]) => row?.pid)).size).toBe(16);
});

describe('64 concurrent orders', () => {
  it.each([0, 1, 20])('sell a stock of %i to exactly that many customers, and the others are rejected', async (stock) => {
    const customers = await Promise.all(Array.from({ length: 8 }, () => makeCustomer()));
    const product = await makeProduct({ stockQuantity: stock });
    const answers = await Promise.all(
      Array.from({ length: 64 }, (_, index) =>
        place(customers[index % 8]?.authSubject ?? '', `${stock} ${index}`, [{ productId: product.id, quantity: 1 }]),
      ),
    );
    expect(statuses(answers)).toEqual([...Array(stock).fill(201), ...Array(64 - stock).fill(409)]);
    expect(await stockOf(product.id)).toBe(0);
  });

  it.each([1, 100])('with one key place one order and return 63 replays, with a stock of %i', async (stock) => {
    const customer = await makeCustomer();
    const product = await makeProduct({ stockQuantity: stock });
    const answers = await Promise.all(
      Array.from({ length: 64 }, () => place(customer.authSubject, 'one key', [{ productId: product.id, quantity: 1 }])),
    );
    expect(statuses(answers)).toEqual(Array(64).fill(201));
    expect(new Set(answers.map(({ json }) => json.id)).size).toBe(1);
    expect(answers.filter(({ headers }) => headers['Idempotency-Replayed']).length).toBe(63);
    expect(await stockOf(product.id)).toBe(stock - 1);
    expect(await ordersOf(customer.id)).toBe(1);
  });

  it('with one key and two bodies place one order, and the other body is rejected', async () => {
    const customer = await makeCustomer();
    const [one, other] = [await makeProduct({ stockQuantity: 5 }), await makeProduct({ stockQuantity: 5 })];
    const answers = await Promise.all(
      Array.from({ length: 64 }, (_, index) =>
        place(customer.authSubject, 'k', [{ productId: index % 2 ? one.id : other.id, quantity: 1 }]),
      ),
    );
    expect(statuses(answers)).toEqual([...Array(32).fill(201), ...Array(32).fill(422)]);
    expect(await ordersOf(customer.id)).toBe(1);
    expect(((await stockOf(one.id)) ?? 0) + ((await stockOf(other.id)) ?? 0)).toBe(9);
  });
});

it('do not deadlock with lines in random order', async () => {
  const before = await deadlocks();
  const customers = await Promise.all(Array.from({ length: 16 }, () => makeCustomer()));
  const products = await makeProducts(6, { stockQuantity: 1_000_000 });
  const seen = new Set<number>();
  await Promise.all(
    customers.map(async ({ authSubject }) => {
      for (let order = 0; order < 20; order++) {
        const items = products.map(({ id }) => ({ productId: id, quantity: 1 })).sort(() => Math.random() - 0.5);
        seen.add((await place(authSubject, randomUUID(), items.slice(0, 4))).status);
      }
    }),
  );
  expect([...seen]).toEqual([201]);
  expect(await deadlocks()).toBe(before);
});

describe('a rejection leaves every table unchanged', () => {
  let before: Record<string, string | null>;
  let subject: string;
  let productId: number;
  let inactiveId: number;
  beforeAll(async () => {
    subject = (await makeCustomer()).authSubject;
    productId = (await makeProduct({ stockQuantity: 3 })).id;
    inactiveId = (await makeProduct({ isActive: false })).id;
    await place(subject, 'used', [{ productId, quantity: 1 }]);
    before = await fingerprint();
  });

  it.each<[string, number, () => ReturnType<typeof place>]>([
    ['an unknown customer', 403, () => place('nobody', 'k', [{ productId, quantity: 1 }])],
    [
      'an unknown product',
      422,
      () =>
        place(subject, 'k', [
          { productId, quantity: 1 },
          { productId: 999_999, quantity: 1 },
        ]),
    ],
    [
      'a product not on sale',
      422,
      () =>
        place(subject, 'k', [
          { productId, quantity: 1 },
          { productId: inactiveId, quantity: 1 },
        ]),
    ],
    ['a shortage', 409, () => place(subject, 'k', [{ productId, quantity: 4 }])],
    ['a reused key', 422, () => place(subject, 'used', [{ productId, quantity: 2 }])],
    ['a replay', 201, () => place(subject, 'used', [{ productId, quantity: 1 }])],
  ])('%s', async (_, status, attempt) => {
    expect((await attempt()).status).toBe(status);
    expect(await fingerprint()).toEqual(before);
  });
});
