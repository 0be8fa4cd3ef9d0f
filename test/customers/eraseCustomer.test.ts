import { createHash, randomUUID } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { handler as eraseCustomer } from '../../functions/customers/eraseCustomer.ts';
import { handler as getCustomer } from '../../functions/customers/getCustomer.ts';
import { handler as putCustomer } from '../../functions/customers/putCustomer.ts';
import { handler as listOrders } from '../../functions/listOrders.ts';
import { eraseCustomer as eraseIn } from '../../lib/customers/eraseCustomer.ts';
import { database } from '../../lib/database/database.ts';
import { duringInvocation } from '../../lib/invocation.ts';
import { call } from '../support/call.ts';
import { columnsOf } from '../support/databaseSchema.ts';
import { fileClient } from '../support/fileClient.ts';
import { makeCustomer, makeProduct, stockOf } from '../support/make.ts';
import { makeOrder } from '../support/makeOrder.ts';
import { placeOrder } from '../support/orderCalls.ts';
import { ownerDatabase } from '../support/ownerDatabase.ts';
import { statementsOf } from '../support/statements.ts';
import { withoutTimeLimits } from '../support/timeLimits.ts';
import { waitingForLock } from '../support/waitingForLock.ts';

vi.hoisted(() => Object.assign(process.env, { DATABASE_POOL_MAX: '8' }));
withoutTimeLimits();

const owner = fileClient();

const erase = (subject: string) => call(eraseCustomer, { method: 'DELETE', subject });
const place = (subject: string, productId: number) => placeOrder(subject, [{ productId, quantity: 1 }]);
const register = (subject: string, email: string) =>
  call(putCustomer, { method: 'PUT', subject, body: { fullName: 'Ada Example', email } });

/**
 * Whether each column of text or JSON can contain personal data. Add every new column here. An erasure must remove the data of a personal column, and
 * the test `removes all personal data` must fill the column first.
 */
const columnsWithText: Readonly<Record<string, 'personal' | 'never personal'>> = {
  'categories.name': 'never personal',
  'users.auth_subject': 'personal',
  'users.full_name': 'personal',
  'users.email': 'personal',
  'users.password_hash': 'personal',
  'products.sku': 'never personal',
  'products.name': 'never personal',
  'products.description': 'never personal',
  'orders.status': 'never personal',
  'orders.discount_code': 'never personal',
  'orders.idempotency_key': 'personal',
  'orders.request_hash': 'personal',
  'orders.delivery_address': 'personal',
  'orders.tracking': 'personal',
  'order_events.type': 'never personal',
  'order_events.payload': 'never personal',
  // The column contains the customer's subject in events that the customer caused as staff.
  'order_events.actor': 'personal',
  'order_events.request_id': 'never personal',
  'order_events.claimed_by': 'never personal',
  'order_events.last_error': 'never personal',
  'stock_movements.reason': 'never personal',
  'stock_movements.note': 'never personal',
  'stock_movements.actor': 'personal',
  'stock_movements.idempotency_key': 'personal',
  'stock_movements.request_hash': 'never personal',
  'payments.kind': 'never personal',
  'payments.reference': 'never personal',
  'payments.actor': 'never personal',
  'publisher_lease.name': 'never personal',
  'publisher_lease.holder': 'never personal',
};

/** Returns the number of rows in all tables that contain the text. */
async function mentionsOf(text: string): Promise<number> {
  const tables = [...new Set(Object.keys(columnsWithText).map((column) => column.split('.')[0]))];
  const { rows } = await owner.query<{ found: number }>(
    tables.map((table) => `select count(*)::int as found from ${table} row where strpos(row::text, $1) > 0`).join(' union all '),
    [text],
  );
  return rows.reduce((sum, { found }) => sum + found, 0);
}

describe('DELETE /customers/me', () => {
  it('is tested with a list of all columns that can contain text', async () => {
    const { sequelize } = await database();
    const texts = (await columnsOf(sequelize)).filter(({ type }) => /char|text|json/.test(type));
    expect(texts.map(({ table, name }) => `${table}.${name}`).sort()).toEqual(Object.keys(columnsWithText).sort());
    const uncertain = (await columnsOf(sequelize)).filter(({ type }) => !/char|text|json|bigint|integer|timestamp|boolean/.test(type));
    expect(uncertain).toEqual([]);
  });

  it('removes all personal data from every table, and keeps orders and totals', async () => {
    const mark = randomUUID();
    const customer = await makeCustomer({ authSubject: `subject-${mark}`, email: `${mark}@example.com`, passwordHash: `hash-${mark}` });
    await customer.update({ fullName: `Ada ${mark}` });
    const { id: productId } = await makeProduct();
    const movement = { reason: 'count', change: 0, balance: 10, idempotencyKey: mark, requestHash: 'a'.repeat(64) } as const;
    await (await ownerDatabase()).StockMovement.create({ ...movement, productId, actor: customer.authSubject });
    const orders = [
      await makeOrder(customer.id, [productId], { status: 'delivered', discountCode: 'SPRING' }),
      await makeOrder(customer.id, [productId], { status: 'cancelled' }),
    ];
    const requestHash = createHash('sha256').update(mark).digest('hex');
    for (const order of orders) {
      const deliveryAddress = { name: mark, lines: [mark], city: mark, country: 'DE' };
      await order.update({
        ...{ idempotencyKey: `${mark}-${order.id}`, requestHash, deliveryAddress },
        tracking: { carrier: 'DHL', number: mark, url: null },
      });
    }
    const books = async () =>
      (
        await owner.query(
          `select id, status, total_in_cents, discount_code, created_at, updated_at, (select json_agg(item) from order_items item where order_id = orders.id) as lines
             from orders where id = any ($1) order by id`,
          [orders.map(({ id }) => id)],
        )
      ).rows;
    await owner.query(
      `insert into order_events (order_id, sequence, type, actor, payload, request_id) values ($1, 2, 'order.advanced', $2, '{}', 'request')`,
      [orders[0]?.id, `staff:${customer.authSubject}`],
    );
    const before = await books();
    expect([await mentionsOf(mark), await mentionsOf(requestHash)]).toEqual([5, 2]);

    const { result, sent } = await statementsOf(() => erase(customer.authSubject));
    expect([result.status, result.text, sent.length]).toEqual([204, '', 8]);
    expect([await mentionsOf(mark), await mentionsOf(requestHash)]).toEqual([0, 0]);
    expect(await books()).toEqual(before);
    const { rows } = await owner.query('select user_id from orders where id = any ($1)', [orders.map(({ id }) => id)]);
    expect(rows).toEqual([{ user_id: null }, { user_id: null }]);
  });

  it('lets the same token register again with the same email, without its old orders', async () => {
    const [subject, email] = [randomUUID(), `${randomUUID()}@example.com`];
    const { json: first } = await register(subject, email);
    await makeOrder(first.id, [(await makeProduct()).id], { status: 'delivered' });
    expect((await erase(subject)).status).toBe(204);
    expect(await call(getCustomer, { subject })).toMatchObject({ status: 403, json: { code: 'unknown-customer' } });
    const second = await register(subject, email);
    expect(second.status).toBe(201);
    expect(second.json.id).not.toBe(first.id);
    expect((await call(listOrders, { subject })).json.items).toEqual([]);
  });

  it.each(['pending', 'processing', 'shipped'] as const)('is rejected while an order is %s, and changes nothing', async (status) => {
    const customer = await makeCustomer();
    const productIds = [(await makeProduct()).id];
    await makeOrder(customer.id, productIds, { status });
    const over = await makeOrder(customer.id, productIds, { status: 'delivered' });
    const { result, sent } = await statementsOf(() => erase(customer.authSubject));
    expect(result).toMatchObject({ status: 409, json: { code: 'open-orders' } });
    expect(sent).toHaveLength(4);
    expect(await call(getCustomer, { subject: customer.authSubject })).toMatchObject({ status: 200, json: { email: customer.email } });
    expect(await over.reload()).toMatchObject({ userId: customer.id });
  });

  it('rejects a token whose subject has no customer', async () => {
    const { result, sent } = await statementsOf(() => erase(randomUUID()));
    expect(result).toMatchObject({ status: 403, json: { code: 'unknown-customer' } });
    expect(sent).toHaveLength(3);
  });

  it('succeeds if a retry finds that the customer is already erased', async () => {
    const invocation = { requestId: randomUUID(), remainingMs: () => 10_000 };
    const again = duringInvocation(invocation, async (current) => {
      current.database.attempts = 2;
      return eraseIn(await database(), randomUUID());
    });
    await expect(again).resolves.toBeUndefined();
  });
});

describe('concurrent requests', () => {
  it('a customer whose order is being placed cannot be erased', async () => {
    const { id, authSubject } = await makeCustomer();
    await owner.query('begin');
    await owner.query(`insert into orders (user_id, total_in_cents, idempotency_key, request_hash) values ($1, 0, $2, repeat('a', 64))`, [
      id,
      randomUUID(),
    ]);
    const erased = erase(authSubject);
    await expect.poll(() => waitingForLock(owner)).toBe(1);
    await owner.query('commit');
    expect(await erased).toMatchObject({ status: 409, json: { code: 'open-orders' } });
  });

  it('an order of a customer who is being erased is rejected and takes no stock', async () => {
    const { id, authSubject } = await makeCustomer();
    const { id: productId } = await makeProduct({ stockQuantity: 10 });
    await owner.query('begin');
    await owner.query('select from users where id = $1 for update', [id]);
    const placed = place(authSubject, productId);
    await expect.poll(() => waitingForLock(owner)).toBe(1);
    await owner.query('delete from users where id = $1', [id]);
    await owner.query('commit');
    expect(await placed).toMatchObject({ status: 403, json: { code: 'unknown-customer' } });
    expect(await stockOf(productId)).toBe(10);
  });

  it('orders, registrations and erasures of one token leave no order without a customer, and cause no 500', async () => {
    const subject = randomUUID();
    const email = `${subject}@example.com`;
    const { id: productId } = await makeProduct({ stockQuantity: 1_000 });
    const statuses: number[] = [];
    const turn = async (step: number) => {
      const answer =
        step % 3 === 0 ? await register(subject, email) : step % 3 === 1 ? await place(subject, productId) : await erase(subject);
      statuses.push(answer.status);
    };
    await Promise.all(Array.from({ length: 60 }, (_, step) => turn(step)));
    expect(statuses.filter((status) => ![200, 201, 204, 403, 409].includes(status))).toEqual([]);
    const { rows } = await owner.query('select count(*)::int as "without" from orders where user_id is null and status = $1', ['pending']);
    expect(rows).toEqual([{ without: 0 }]);
  });
});
