import { QueryTypes } from 'sequelize';
import { expect, it, vi } from 'vitest';
import { database } from '../../lib/database/database.ts';
import { deadlocks } from '../support/deadlocks.ts';
import { makeCustomer, makeProducts } from '../support/make.ts';
import { advanceOrder, cancelOrder, placeOrder } from '../support/orderCalls.ts';
import { withoutTimeLimits } from '../support/timeLimits.ts';

// A pool of 16, because this process acts for 16 environments with one connection each.
vi.hoisted(() => Object.assign(process.env, { DATABASE_POOL_MAX: '16' }));
withoutTimeLimits();

const callers = 16;
const stepsOfEach = 20;
const stockQuantity = 40;

const pick = <One>(all: readonly One[]): One => {
  const one = all[Math.floor(Math.random() * all.length)];
  if (one === undefined) throw new Error('the list is empty');
  return one;
};

it('deadlocks() counts a deadlock between two transactions', async () => {
  const { sequelize } = await database();
  const before = await deadlocks();
  const [one, other] = [await sequelize.transaction(), await sequelize.transaction()];
  const lock = (transaction: typeof one, key: number) => sequelize.query(`select pg_advisory_xact_lock(${key})`, { transaction });
  for (const transaction of [one, other]) await sequelize.query('set local lock_timeout = 0', { transaction });
  await lock(one, 1);
  await lock(other, 2);
  const inACircle = await Promise.allSettled([lock(one, 2).finally(() => one.rollback()), lock(other, 1).finally(() => other.rollback())]);
  expect(inACircle.filter(({ status }) => status === 'rejected')).toMatchObject([{ reason: { parent: { code: '40P01' } } }]);
  expect(await deadlocks()).toBe(before + 1);
});

it('orders, cancellations and advances of the same products do not deadlock, and the stock is correct', async () => {
  const before = await deadlocks();
  const customers = await Promise.all(Array.from({ length: 8 }, () => makeCustomer()));
  const productIds = (await makeProducts(4, { stockQuantity })).map(({ id }) => id);
  const orders: { readonly id: number; readonly subject: string }[] = [];
  const outcomes: string[] = [];

  const place = async () => {
    const { authSubject: subject } = pick(customers);
    // Each order has 3 of the 4 products, in random order, so that all orders compete for the same rows.
    const some = productIds.toSorted(() => Math.random() - 0.5).slice(0, 3);
    const items = some.map((productId) => ({ productId, quantity: 1 }));
    const { status, json } = await placeOrder(subject, items);
    if (status === 201) orders.push({ id: json.id, subject });
    outcomes.push(`place ${status} ${json.code ?? ''}`);
  };
  const cancel = async () => {
    const { id, subject } = pick(orders.slice(-callers));
    const { status, json } = await cancelOrder(subject, id);
    outcomes.push(`cancel ${status} ${json.code ?? ''}`);
  };
  const advance = async () => {
    const { id } = pick(orders.slice(-callers));
    const { status, json } = await advanceOrder(id, pick(['processing', 'shipped']));
    outcomes.push(`advance ${status} ${json.code ?? ''}`);
  };
  await place();
  await Promise.all(
    Array.from({ length: callers }, async () => {
      for (let step = 0; step < stepsOfEach; step++) await pick([place, place, cancel, advance])();
    }),
  );

  // The contract allows these responses. POST /orders looks up why an order failed. If it finds no reason, because stock was returned meanwhile, it
  // tries again. It returns 503 if this happens three times.
  const known = ['place 201 ', 'place 409 insufficient-stock', 'place 503 overloaded'];
  for (const verb of ['cancel', 'advance']) known.push(`${verb} 200 `, `${verb} 409 invalid-transition`);
  expect([...new Set(outcomes)].filter((outcome) => !known.includes(outcome))).toEqual([]);
  expect(outcomes).toHaveLength(1 + callers * stepsOfEach);
  for (const happened of ['place 201 ', 'cancel 200 ', 'advance 200 ']) expect(outcomes).toContain(happened);
  const { sequelize } = await database();
  const stocks = await sequelize.query<{ agrees: boolean }>(
    `select stock_quantity >= 0 and stock_quantity + coalesce(
              (select sum(quantity) from order_items join orders on orders.id = order_id where product_id = products.id and status <> 'cancelled'),
              0) = $2 as agrees
       from products where id = any ($1::bigint[])`,
    { type: QueryTypes.SELECT, bind: [productIds, stockQuantity] },
  );
  expect(stocks).toEqual(productIds.map(() => ({ agrees: true })));
  expect(await deadlocks()).toBe(before);
}, 120_000);
