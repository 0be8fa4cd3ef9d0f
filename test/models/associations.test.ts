import type { Model, ModelStatic } from 'sequelize';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeCategory, makeCustomer, makeProduct } from '../support/make.ts';
import { makeOrder } from '../support/makeOrder.ts';
import { ownerDatabase } from '../support/ownerDatabase.ts';
import { statementsOf } from '../support/statements.ts';

const db = await ownerDatabase();
const ids: Record<string, number> = {};

beforeAll(async () => {
  const category = await makeCategory();
  const product = await makeProduct({ categoryId: category.id });
  const customer = await makeCustomer();
  const order = await makeOrder(customer.id, [product.id]);
  const payment = await db.Payment.create({ orderId: order.id, kind: 'payment', amountInCents: 1, reference: 'r', actor: 'payments' });
  const line = await db.OrderItem.findOne({ rejectOnEmpty: true });
  const movement = await db.StockMovement.findOne({ rejectOnEmpty: true });
  ids['StockMovement'] = movement.id;
  Object.assign(ids, {
    Category: category.id,
    Product: product.id,
    User: customer.id,
    Order: order.id,
    OrderItem: line.id,
    Payment: payment.id,
  });
});

// Every association: the model, the alias, and the model of the included rows. With `many`, the alias returns a list, otherwise one row.
const sides: readonly [from: ModelStatic<Model>, alias: string, to: ModelStatic<Model>, many: boolean][] = [
  [db.Category, 'products', db.Product, true],
  [db.Product, 'category', db.Category, false],
  [db.User, 'orders', db.Order, true],
  [db.Order, 'customer', db.User, false],
  [db.Order, 'lineItems', db.OrderItem, true],
  [db.OrderItem, 'order', db.Order, false],
  [db.Order, 'payments', db.Payment, true],
  [db.Payment, 'order', db.Order, false],
  [db.Product, 'orderItems', db.OrderItem, true],
  [db.OrderItem, 'product', db.Product, false],
  [db.Product, 'stockMovements', db.StockMovement, true],
  [db.StockMovement, 'product', db.Product, false],
];

describe.each(sides.map(([from, alias, to, many]) => ({ title: `${from.name}.${alias}`, from, alias, to, many })))(
  '$title',
  ({ from, alias, to, many }) => {
    it('is included in one statement', async () => {
      const { result, sent } = await statementsOf(() => from.findOne({ where: { id: ids[from.name] }, include: alias }));
      const found: unknown = result?.get(alias);
      expect(sent).toHaveLength(1);
      expect(found).toEqual(many ? [expect.any(to)] : expect.any(to));
      expect([found].flat()).toMatchObject([{ id: ids[to.name] }]);
    });

    it('is undefined without an include', async () => {
      const found = await from.findOne({ where: { id: ids[from.name] } });
      expect(found?.get(alias)).toBeUndefined();
    });
  },
);

it('every association is tested here', () => {
  const declared = Object.values(db.sequelize.models).flatMap((model) =>
    Object.keys(model.associations).map((alias) => `${model.name}.${alias}`),
  );
  expect(declared.sort()).toEqual(sides.map(([from, alias]) => `${from.name}.${alias}`).sort());
});

it.each([
  ['Order', 'items'],
  ['Order', 'OrderItems'],
  ['Order', 'user'],
  ['Product', 'Category'],
  ['User', 'customer'],
] as const)('%s has no association with the alias %j', async (name, alias) => {
  const model: ModelStatic<Model> = db[name];
  const { result, sent } = await statementsOf(() => model.findAll({ include: alias }).catch((error: unknown) => error));
  expect(result).toBeInstanceOf(Error);
  expect(String(result)).toContain(alias);
  expect(sent).toEqual([]);
});

it('an include of a model without its alias is rejected', async () => {
  await expect(db.Order.findAll({ include: db.OrderItem })).rejects.toThrow(/using an alias/);
});
