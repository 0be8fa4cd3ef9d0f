import { beforeAll, describe, expect, it } from 'vitest';

import { makeCustomer, makeProduct } from '../support/make.ts';
import { makeOrder } from '../support/makeOrder.ts';
import { ownerDatabase } from '../support/ownerDatabase.ts';
import { statementsOf } from '../support/statements.ts';

const hash = '$2b$12$AHashThatNobodyMayRead';
const db = await ownerDatabase();
let customer: { id: number; authSubject: string };

beforeAll(async () => {
  customer = await makeCustomer({ passwordHash: hash });
  const [one, other] = [await makeProduct(), await makeProduct()];
  await makeOrder(customer.id, [one.id, other.id]);
});

const reads: Record<string, () => Promise<unknown>> = {
  findAll: () => db.User.findAll(),
  'findAll, raw': () => db.User.findAll({ raw: true }),
  'findAll with more attributes': () => db.User.findAll({ attributes: { include: [[db.sequelize.literal('1'), 'one']] } }),
  'findAll with fewer attributes': () => db.User.findAll({ attributes: { exclude: ['email'] } }),
  findOne: () => db.User.findOne({ where: { authSubject: customer.authSubject } }),
  findByPk: () => db.User.findByPk(customer.id),
  findAndCountAll: () => db.User.findAndCountAll(),
  findOrCreate: () =>
    db.User.findOrCreate({
      where: { authSubject: customer.authSubject },
      defaults: { authSubject: 'x', fullName: 'x', email: 'x@example.com' },
    }),
  reload: async () => (await db.User.findByPk(customer.id))?.reload(),
  'the default scope by name': () => db.User.scope('defaultScope').findAll(),
  'an include of orders': () => db.User.findAll({ include: 'orders' }),
  'an include of orders and lines': () => db.User.findAll({ include: { association: 'orders', include: [{ association: 'lineItems' }] } }),
  'an include of orders and a limit': () => db.User.findAll({ include: 'orders', limit: 5 }),
  'an order with its customer': () => db.Order.findAll({ include: 'customer' }),
  'an order with its customer, by model': () => db.Order.findAll({ include: { model: db.User, as: 'customer' } }),
  'an order with its customer, required': () =>
    db.Order.findAll({ include: { association: 'customer', required: true, where: { id: customer.id } } }),
  'an order with its customer, raw': () => db.Order.findAll({ include: 'customer', raw: true, nest: true }),
  'an order with all its associations': () => db.Order.findAll({ include: [{ all: true }] }),
  'an order with its customer, reloaded': async () => (await db.Order.findOne({ include: 'customer' }))?.reload(),
  'an order item with its order and customer': () =>
    db.OrderItem.findAll({ include: { association: 'order', include: [{ association: 'customer' }] } }),
  'a product with its orders and customers, with separate: true for the order items': () =>
    db.Product.findAll({
      include: { association: 'orderItems', separate: true, include: [{ association: 'order', include: [{ association: 'customer' }] }] },
    }),
};

describe.each(Object.entries(reads))('the password hash of a customer, read by: %s', (_, read) => {
  it('is neither selected nor returned', async () => {
    const { result, sent } = await statementsOf(read);
    const users = sent.filter((sql) => sql.includes('"users"') || sql.includes('customer'));
    expect(users).not.toEqual([]);
    expect(sent.join('\n')).not.toContain('password_hash');
    expect(JSON.stringify(result)).not.toMatch(/\$2b\$|passwordHash/);
    expect(JSON.stringify(result)).toMatch(/authSubject/);
  });
});

it('the password hash is returned by no scope except withPasswordHash', () => {
  expect(Object.keys(db.User.options.scopes ?? {})).toEqual(['withPasswordHash']);
});

describe('the password hash, read with the scope withPasswordHash', () => {
  it('is returned, even after a reload', async () => {
    const { result, sent } = await statementsOf(() => db.User.scope('withPasswordHash').findByPk(customer.id));
    expect(result?.passwordHash).toBe(hash);
    expect((await result?.reload())?.passwordHash).toBe(hash);
    expect(sent.join()).toContain('"password_hash"');
  });

  it('is returned in an include with that scope', async () => {
    const order = await db.Order.findOne({ include: { model: db.User.scope('withPasswordHash'), as: 'customer' } });
    expect(order?.customer?.passwordHash).toBe(hash);
  });
});

describe('a write', () => {
  it('of an existing customer does not read the hash back', async () => {
    const found = await db.User.findByPk(customer.id);
    const { sent } = await statementsOf(async () => found?.update({ fullName: 'Grace Example' }));
    expect(sent).toHaveLength(1);
    expect(sent.map(returning).join()).not.toContain('password_hash');
    expect(await db.User.scope('withPasswordHash').findByPk(customer.id)).toMatchObject({ fullName: 'Grace Example', passwordHash: hash });
  });
});

function returning(sql: string): string {
  return sql
    .split(/returning/i)
    .slice(1)
    .join();
}
