import { Op } from 'sequelize';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeCategory, makeCustomer, makeProduct } from '../support/make.ts';
import { makeOrder } from '../support/makeOrder.ts';
import { ownerDatabase } from '../support/ownerDatabase.ts';
import { statementsOf } from '../support/statements.ts';

const db = await ownerDatabase();

beforeAll(async () => {
  const [kitchen, garden] = [await makeCategory('Kitchen'), await makeCategory('Garden')];
  await makeCategory('Empty');
  const kettle = await makeProduct({ name: 'Kettle', priceInCents: 3_000, categoryId: kitchen.id });
  const cup = await makeProduct({ name: 'Cup', priceInCents: 500, categoryId: kitchen.id });
  const spade = await makeProduct({ name: 'Spade', priceInCents: 2_000, categoryId: garden.id });
  await makeProduct({ name: 'Voucher', priceInCents: 1_000 });
  const customer = await makeCustomer();
  await makeOrder(customer.id, [kettle.id, cup.id]);
  await makeOrder(customer.id, [spade.id], { status: 'shipped' });
  await makeOrder(customer.id, []);
});

const names = (rows: readonly { name: string }[]) => rows.map(({ name }) => name);

it('two sibling includes take one statement, and return each row once', async () => {
  const { result, sent } = await statementsOf(() => db.Order.findAll({ include: ['customer', 'lineItems'], order: ['id'] }));
  expect(result.map(({ lineItems, customer }) => [lineItems?.length, customer?.fullName])).toEqual([
    [2, 'Ada Example'],
    [1, 'Ada Example'],
    [0, 'Ada Example'],
  ]);
  expect(sent).toHaveLength(1);
});

it('an include is a left join: a row without a related row stays', async () => {
  const { result, sent } = await statementsOf(() => db.Category.findAll({ include: 'products', order: ['name'] }));
  expect(result.map(({ name, products }) => [name, products?.length])).toEqual([
    ['Empty', 0],
    ['Garden', 1],
    ['Kitchen', 2],
  ]);
  expect(sent).toEqual([expect.stringContaining('LEFT OUTER JOIN "products"')]);
});

it('a required include is an inner join: a row without a related row is omitted', async () => {
  const { result, sent } = await statementsOf(() =>
    db.Category.findAll({ include: { association: 'products', required: true }, order: ['name'] }),
  );
  expect(names(result)).toEqual(['Garden', 'Kitchen']);
  expect(sent).toEqual([expect.stringContaining('INNER JOIN "products"')]);
});

it('a condition in an include makes it required by default', async () => {
  const cheap = { association: 'products', where: { priceInCents: { [Op.lt]: 1_000 } } };
  const inner = await statementsOf(() => db.Category.findAll({ include: cheap, order: ['name'] }));
  const left = await statementsOf(() => db.Category.findAll({ include: { ...cheap, required: false }, order: ['name'] }));
  expect(names(inner.result)).toEqual(['Kitchen']);
  expect(left.result.map(({ products }) => products?.length)).toEqual([0, 0, 1]);
  expect([inner.sent, left.sent].map(({ length }) => length)).toEqual([1, 1]);
});

it('filters by a column of an included model', async () => {
  const { result, sent } = await statementsOf(() =>
    db.Product.findAll({ include: 'category', where: { '$category.name$': 'Kitchen' }, order: ['id'] }),
  );
  expect(names(result)).toEqual(['Kettle', 'Cup']);
  expect(sent).toHaveLength(1);
});

it('orders by a column of an included model', async () => {
  const { result, sent } = await statementsOf(() =>
    db.Product.findAll({
      include: 'category',
      order: [
        [{ model: db.Category, as: 'category' }, 'name', 'asc'],
        ['priceInCents', 'desc'],
      ],
    }),
  );
  expect(names(result)).toEqual(['Spade', 'Kettle', 'Cup', 'Voucher']);
  expect(sent).toHaveLength(1);
});

describe('a limit with included lines', () => {
  it('limits the orders, not the lines, in one statement with a sub-query', async () => {
    const { result, sent } = await statementsOf(() => db.Order.findAll({ include: 'lineItems', order: ['id'], limit: 2 }));
    expect(result.map(({ lineItems }) => lineItems?.length)).toEqual([2, 1]);
    expect(sent).toHaveLength(1);
  });

  it('with separate: true uses a second statement for the lines of all orders', async () => {
    const include = { association: 'lineItems', separate: true, order: [['productId', 'desc']] satisfies [string, string][] };
    const { result, sent } = await statementsOf(() => db.Order.findAll({ include, order: ['id'], limit: 2 }));
    expect(result.map(({ lineItems }) => lineItems?.length)).toEqual([2, 1]);
    const ids = result[0]?.lineItems?.map(({ productId }) => productId) ?? [];
    expect(ids).toEqual(ids.toSorted((a, b) => b - a));
    expect(sent).toHaveLength(2);
  });

  it('with separate: true and limit: 1 returns at most one line for each order', async () => {
    const include = { association: 'lineItems', separate: true, limit: 1 };
    const { result, sent } = await statementsOf(() => db.Order.findAll({ include, order: ['id'] }));
    expect(result.map(({ lineItems }) => lineItems?.length)).toEqual([1, 1, 0]);
    expect(sent).toHaveLength(2);
  });
});
