import pg from 'pg';
import { QueryTypes } from 'sequelize';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { database } from '../../lib/database/database.ts';
import { deadlocks } from '../support/deadlocks.ts';
import { makeCustomer, makeProduct, makeProducts, ordersOf, stockOf } from '../support/make.ts';
import { placeOrder } from '../support/orderCalls.ts';
import { fingerprint } from '../support/tables.ts';
import { withoutTimeLimits } from '../support/timeLimits.ts';
import { waitingForLock } from '../support/waitingForLock.ts';

// A pool of 16, because this process acts for 16 environments with one connection each.
vi.hoisted(() => Object.assign(process.env, { DATABASE_POOL_MAX: '16' }));
withoutTimeLimits();

const statuses = (answers: readonly { status: number }[]) => answers.map(({ status }) => status).sort();

it('these tests use 16 connections at once', async () => {
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
  it.each([0, 1, 20])('of one unit from a stock of %i succeed until the stock is used up, and the others are rejected', async (stock) => {
    const customers = await Promise.all(Array.from({ length: 8 }, () => makeCustomer()));
    const product = await makeProduct({ stockQuantity: stock });
    const answers = await Promise.all(
      Array.from({ length: 64 }, (_, index) =>
        placeOrder(customers[index % 8]?.authSubject ?? '', [{ productId: product.id, quantity: 1 }]),
      ),
    );
    expect(statuses(answers)).toEqual([...Array(stock).fill(201), ...Array(64 - stock).fill(409)]);
    expect(await stockOf(product.id)).toBe(0);
  });

  it.each([1, 100])('with one key, from a stock of %i: one is placed, and the other 63 are replays', async (stock) => {
    const customer = await makeCustomer();
    const product = await makeProduct({ stockQuantity: stock });
    const answers = await Promise.all(
      Array.from({ length: 64 }, () => placeOrder(customer.authSubject, [{ productId: product.id, quantity: 1 }], 'one key')),
    );
    expect(statuses(answers)).toEqual(Array(64).fill(201));
    expect(new Set(answers.map(({ json }) => json.id)).size).toBe(1);
    expect(answers.filter(({ headers }) => headers['Idempotency-Replayed']).length).toBe(63);
    expect(await stockOf(product.id)).toBe(stock - 1);
    expect(await ordersOf(customer.id)).toBe(1);
  });

  it('with one key and two bodies: one is placed, and those with the other body are rejected', async () => {
    const customer = await makeCustomer();
    const [one, other] = [await makeProduct({ stockQuantity: 5 }), await makeProduct({ stockQuantity: 5 })];
    const answers = await Promise.all(
      Array.from({ length: 64 }, (_, index) =>
        placeOrder(customer.authSubject, [{ productId: index % 2 ? one.id : other.id, quantity: 1 }], 'k'),
      ),
    );
    expect(statuses(answers)).toEqual([...Array(32).fill(201), ...Array(32).fill(422)]);
    expect(await ordersOf(customer.id)).toBe(1);
    expect(((await stockOf(one.id)) ?? 0) + ((await stockOf(other.id)) ?? 0)).toBe(9);
  });
});

it('concurrent orders with lines in random order do not deadlock', async () => {
  const before = await deadlocks();
  const customers = await Promise.all(Array.from({ length: 16 }, () => makeCustomer()));
  const products = await makeProducts(6, { stockQuantity: 1_000_000 });
  const seen = new Set<number>();
  await Promise.all(
    customers.map(async ({ authSubject }) => {
      for (let order = 0; order < 20; order++) {
        const items = products.map(({ id }) => ({ productId: id, quantity: 1 })).sort(() => Math.random() - 0.5);
        seen.add((await placeOrder(authSubject, items.slice(0, 4))).status);
      }
    }),
  );
  expect([...seen]).toEqual([201]);
  expect(await deadlocks()).toBe(before);
});

it('an order that waits for a locked product does not block an order of its other product', async () => {
  const { authSubject } = await makeCustomer();
  const [held, free] = [await makeProduct({ stockQuantity: 5 }), await makeProduct({ stockQuantity: 5 })];
  const holder = new pg.Client({ connectionString: process.env['MIGRATION_DATABASE_URL'] });
  await holder.connect();
  await holder.query('begin');
  await holder.query('select from products where id = $1 for update', [held.id]);
  const line = ({ id: productId }: { id: number }) => ({ productId, quantity: 1 });
  const both = placeOrder(authSubject, [line(free), line(held)], 'both');
  await vi.waitUntil(() => waitingForLock(holder), 60_000);
  expect(await placeOrder(authSubject, [line(free)], 'free')).toMatchObject({ status: 201 });
  await holder.query('rollback');
  await holder.end();
  expect(await both).toMatchObject({ status: 201 });
  expect([await stockOf(held.id), await stockOf(free.id)]).toEqual([4, 3]);
});

describe('no row changes after an order with', () => {
  let before: Record<string, string | null>;
  let subject: string;
  let productId: number;
  let inactiveId: number;
  beforeAll(async () => {
    subject = (await makeCustomer()).authSubject;
    productId = (await makeProduct({ stockQuantity: 3 })).id;
    inactiveId = (await makeProduct({ isActive: false })).id;
    await placeOrder(subject, lines(1, productId), 'used');
    before = await fingerprint();
  });

  const lines = (quantity: number, ...ids: readonly number[]) => ids.map((id) => ({ productId: id, quantity }));

  it.each<[string, number, () => ReturnType<typeof placeOrder>]>([
    ['an unknown customer', 403, () => placeOrder('nobody', lines(1, productId))],
    ['an unknown product', 422, () => placeOrder(subject, lines(1, productId, 999_999))],
    ['an inactive product', 422, () => placeOrder(subject, lines(1, productId, inactiveId))],
    ['a shortage', 409, () => placeOrder(subject, lines(4, productId))],
    ['the key of an earlier order and another body', 422, () => placeOrder(subject, lines(2, productId), 'used')],
    ['the key and the body of an earlier order', 201, () => placeOrder(subject, lines(1, productId), 'used')],
  ])('%s', async (_, status, attempt) => {
    expect((await attempt()).status).toBe(status);
    expect(await fingerprint()).toEqual(before);
  });
});
