import { randomUUID } from 'node:crypto';
import { ForeignKeyConstraintError } from 'sequelize';
import { expect, it } from 'vitest';
import { makeCustomer, makeProducts, ordersOf } from '../support/make.ts';
import { ownerDatabase } from '../support/ownerDatabase.ts';
import { statementsOf } from '../support/statements.ts';

const db = await ownerDatabase();

function createNested(userId: number, productIds: readonly number[]) {
  const values = {
    userId,
    totalInCents: productIds.length * 100,
    idempotencyKey: randomUUID(),
    requestHash: 'a'.repeat(64),
    lineItems: productIds.map((productId) => ({ productId, quantity: 1, unitPriceInCents: 100 })),
  };
  return db.sequelize.transaction((transaction) => db.Order.create(values, { include: 'lineItems', transaction }));
}

it('one create inserts an order and its lines: one insert per row, in one transaction', async () => {
  const customer = await makeCustomer();
  const products = await makeProducts(3);
  const productIds = products.map(({ id }) => id);
  const { result: order, sent } = await statementsOf(() => createNested(customer.id, productIds));
  expect(sent.map((sql) => /^\w+( \w+ "\w+")?/.exec(sql)?.[0])).toEqual([
    'START',
    'INSERT INTO "orders"',
    ...productIds.map(() => 'INSERT INTO "order_items"'),
    'COMMIT',
  ]);
  expect(order.lineItems?.map(({ orderId }) => orderId)).toEqual(productIds.map(() => order.id));
  const lines = await db.OrderItem.findAll({ where: { orderId: order.id }, order: ['productId'] });
  expect(lines.map(({ productId }) => productId)).toEqual(productIds);
});

it('nothing of an order remains if one of its lines fails', async () => {
  const customer = await makeCustomer();
  const [product] = await makeProducts(1);
  const { result, sent } = await statementsOf(() =>
    createNested(customer.id, [product?.id ?? 0, 987_654_321]).catch((error: unknown) => error),
  );
  expect(result).toBeInstanceOf(ForeignKeyConstraintError);
  expect(result).toMatchObject({ index: 'order_items_product_id_fkey' });
  expect(sent.at(-1)).toMatch(/^ROLLBACK/);
  expect(await ordersOf(customer.id)).toBe(0);
});
