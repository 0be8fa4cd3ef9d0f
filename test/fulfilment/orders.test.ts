import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { handler as advanceOrder } from '../../functions/advanceOrder.ts';
import { handler as eraseCustomer } from '../../functions/customers/eraseCustomer.ts';
import { handler as cancelOrder } from '../../functions/fulfilment/cancelOrder.ts';
import { handler as getOrder } from '../../functions/fulfilment/getOrder.ts';
import { handler as oldFunction } from '../../functions/fulfilment.ts';
import { handler as listOrders } from '../../functions/listOrdersForFulfilment.ts';
import { handler as recordPayment } from '../../functions/payments/recordPayment.ts';
import type { OrderStatus } from '../../lib/models/order.ts';
import { call, contextOf, eventOf } from '../support/call.ts';
import { makeCustomer, makeProduct, makeProducts, stockOf } from '../support/make.ts';
import { makeOrder } from '../support/makeOrder.ts';
import { placeOrder } from '../support/orderCalls.ts';
import { ownerDatabase } from '../support/ownerDatabase.ts';
import { statementsOf } from '../support/statements.ts';

const scope = 'orders:fulfil';
const pathOf = (id: number) => ({ orderId: String(id) });
const list = (query: Record<string, string> = {}, headers: Record<string, string> = {}) => call(listOrders, { scope, query, headers });
const read = (id: number) => call(getOrder, { scope, path: pathOf(id) });
const cancel = (id: number, reason = 'Damaged', subject = 'ann') =>
  call(cancelOrder, { scope, subject, path: pathOf(id), body: { reason } });
const advance = (id: number, body: object) => call(advanceOrder, { scope, subject: 'ann', path: pathOf(id), body });
const pay = (id: number, amountInCents: number, kind = 'payment') =>
  call(recordPayment, {
    scope: 'payments:write',
    subject: 'shop',
    path: pathOf(id),
    body: { kind, amountInCents, reference: randomUUID() },
  });

async function placed(subject: string, productId: number, body: object = {}): Promise<number> {
  return (await placeOrder(subject, [{ productId, quantity: 2 }], undefined, body)).json.id;
}

it('shows an order with its customer, payments and history', async () => {
  const { id: customerId, authSubject, email } = await makeCustomer();
  const { id: productId } = await makeProduct({ priceInCents: 100 });
  const deliveryAddress = { name: 'Ada', lines: ['Lane 7'], city: 'Berlin', country: 'DE' };
  const id = await placed(authSubject, productId, { deliveryAddress });
  await pay(id, 250);
  await pay(id, 50, 'refund');
  const tracking = { carrier: 'DHL', number: '77', url: null };
  for (const body of [{ status: 'processing' }, { status: 'shipped', tracking }, { status: 'delivered' }]) await advance(id, body);
  const { result, sent } = await statementsOf(() => read(id));
  expect(sent).toHaveLength(3);
  const time = expect.stringMatching(/^\d{4}-.*Z$/);
  const staff = { time, actor: 'staff:ann', type: 'order.advanced' };
  expect(result.json).toEqual({
    ...{ id, status: 'delivered', totalInCents: 200, paidInCents: 200, discountCode: null, deliveryAddress, tracking },
    ...{ createdAt: time, updatedAt: time },
    lineItems: [{ productId, quantity: 2, unitPriceInCents: 100, product: { id: productId, name: 'Teapot', priceInCents: 100 } }],
    customer: { id: customerId, fullName: 'Ada Example', email },
    payments: [
      { kind: 'payment', amountInCents: 250, reference: expect.any(String), time },
      { kind: 'refund', amountInCents: 50, reference: expect.any(String), time },
    ],
    history: [
      { sequence: 1, type: 'order.placed', time, actor: 'customer' },
      { sequence: 2, type: 'order.paid', time, actor: 'payments:shop' },
      { sequence: 3, type: 'order.refunded', time, actor: 'payments:shop' },
      { sequence: 4, ...staff, from: 'pending', to: 'processing' },
      { sequence: 5, ...staff, from: 'processing', to: 'shipped' },
      { sequence: 6, ...staff, from: 'shipped', to: 'delivered' },
    ],
  });
  expect(await read(987_654_321)).toMatchObject({ status: 404, json: { code: 'not-found' } });
});

it('shows the order of an erased customer without a customer', async () => {
  const { id: userId, authSubject: subject } = await makeCustomer();
  const { id: productId } = await makeProduct();
  const { id } = await makeOrder(userId, [productId], { status: 'delivered' });
  expect(await call(eraseCustomer, { method: 'DELETE', subject })).toMatchObject({ status: 204 });
  expect((await read(id)).json).toMatchObject({ id, customer: null, history: [] });
});

it.each(['GET', 'HEAD'])('the former function, fulfilment, still serves %s /fulfilment/orders', async (method) => {
  const answer = await oldFunction(eventOf({ scope, method, routeKey: `${method} /fulfilment/orders` }), contextOf(10_000));
  expect(answer).toMatchObject({ statusCode: 200, body: (await list()).text });
});

describe('a cancellation by staff', () => {
  it.each(['pending', 'processing'] as const)('cancels a %s order once, returns its stock and notes the reason', async (status) => {
    const { authSubject } = await makeCustomer();
    const { id: productId, priceInCents } = await makeProduct({ stockQuantity: 10 });
    const id = await placed(authSubject, productId);
    await pay(id, priceInCents);
    if (status === 'processing') await advance(id, { status });
    const { result, sent } = await statementsOf(() => cancel(id, 'Scratched ✂'));
    expect(sent).toHaveLength(4);
    expect(result).toMatchObject({
      status: 200,
      json: { status: 'cancelled', paidInCents: priceInCents, customer: { fullName: 'Ada Example' } },
    });
    const last = { type: 'order.cancelled', actor: 'staff:ann', note: 'Scratched ✂', from: status, to: 'cancelled' };
    expect(result.json.history.at(-1)).toMatchObject(last);
    expect(await stockOf(productId)).toBe(10);
    expect((await cancel(id, 'Again')).json).toEqual(result.json);
    expect(await stockOf(productId)).toBe(10);
    const db = await ownerDatabase();
    const [event, ...others] = await db.OrderEvent.findAll({ where: { orderId: id, type: 'order.cancelled' } });
    expect(others).toEqual([]);
    expect(event?.payload).toEqual({
      ...{ orderId: id, status: 'cancelled', previousStatus: status, totalInCents: 2 * priceInCents, discountCode: null },
      ...{ reason: 'fulfilment', refundDueInCents: priceInCents, note: 'Scratched ✂' },
    });
  });

  it.each(['shipped', 'delivered'] as const)('of a %s order is rejected', async (status) => {
    const { id: userId } = await makeCustomer();
    const { id: productId } = await makeProduct({ stockQuantity: 10 });
    const { id } = await makeOrder(userId, [productId], { status });
    expect(await cancel(id)).toMatchObject({ status: 409, json: { code: 'invalid-transition' } });
    expect(await stockOf(productId)).toBe(10);
    expect(await cancel(987_654_321)).toMatchObject({ status: 404 });
  });

  it.each([[''], ['x'.repeat(201)], ['a\0b'], [7], [null]])('with the reason %j is rejected', async (reason) => {
    const answer = await call(cancelOrder, { scope, path: pathOf(1), body: { reason } });
    expect(answer).toMatchObject({ status: 422, json: { errors: [{ path: '/body/reason' }] } });
  });

  it('without the scope is rejected', async () => {
    expect(await call(cancelOrder, { subject: 'ann', path: pathOf(1), body: { reason: 'x' } })).toMatchObject({ status: 403 });
    expect(await call(cancelOrder, { path: pathOf(1), body: { reason: 'x' } })).toMatchObject({ status: 401 });
  });
});

describe('the list of orders for staff', () => {
  const statuses: readonly OrderStatus[] = ['pending', 'processing', 'shipped', 'delivered', 'cancelled'];
  interface Known {
    readonly id: number;
    readonly status: OrderStatus;
    readonly customerId: number;
    readonly paid: boolean;
    readonly placed: number;
  }
  let known: Known[];
  // These orders date from 2020, because other tests of this file place orders with the current time.
  const begin = Date.parse('2020-01-01T00:00:00Z');
  const range = { placedFrom: '2020-01-01T00:00:00Z', placedBefore: '2021-01-01T00:00:00.000+00:00' };

  beforeAll(async () => {
    const customers = [await makeCustomer(), await makeCustomer()];
    const [product, other] = await makeProducts(2);
    const { sequelize } = await ownerDatabase();
    known = [];
    for (let n = 0; n < 30; n++) {
      const customerId = customers[n % 3 === 0 ? 1 : 0]?.id ?? 0;
      const status = statuses[n % 5] ?? 'pending';
      const { id } = await makeOrder(customerId, [other?.id ?? 0, product?.id ?? 0], { status });
      // Three consecutive orders have the same time.
      const time = begin + Math.floor(n / 3) * 86_400_000;
      const paid = n % 7 < 3;
      await sequelize.query(
        'update orders set created_at = $2, paid_in_cents = case when $3 then total_in_cents else total_in_cents - 1 end where id = $1',
        {
          bind: [id, new Date(time).toISOString(), paid],
        },
      );
      known.push({ id, status, customerId, paid, placed: time });
    }
  });

  const filters: readonly Record<string, string>[] = [{}, ...statuses.map((status) => ({ status }))].flatMap((one) => [
    one,
    { ...one, paid: 'true' },
    { ...one, paid: 'false' },
  ]);
  it.each(filters)('with the filter %j lists the orders of all customers or of one, oldest or newest first', async (filter) => {
    const day = (n: number) => new Date(begin + n * 86_400_000).toISOString();
    for (const times of [{ placedFrom: day(2), placedBefore: day(8) }, range]) {
      for (const customerId of [undefined, known[0]?.customerId]) {
        for (const sort of ['oldest', 'newest']) {
          const query = { ...filter, ...times, sort, ...(customerId !== undefined && { customerId: String(customerId) }) };
          const wanted = known.filter(
            (order) =>
              (filter['status'] === undefined || order.status === filter['status']) &&
              (filter['paid'] === undefined || order.paid === (filter['paid'] === 'true')) &&
              (customerId === undefined || order.customerId === customerId) &&
              order.placed >= Date.parse(times.placedFrom) &&
              order.placed < Date.parse(times.placedBefore),
          );
          const ids = wanted.map(({ id }) => id);
          expect(await idsOf({ ...query, limit: '7' }), JSON.stringify(query)).toEqual(sort === 'oldest' ? ids : ids.reverse());
        }
      }
    }
  });

  async function idsOf(query: Record<string, string>): Promise<number[]> {
    const ids: number[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const { json, headers, status } = await list({ ...query, ...(cursor && { cursor }) });
      expect(status).toBe(200);
      ids.push(...json.items.map(({ id }: { id: number }) => id));
      expect('Link' in headers).toBe(json.nextCursor !== null);
      cursor = json.nextCursor;
    }
    return ids;
  }

  it('takes one statement for an empty page and three for any other page, and contains no history', async () => {
    const whole = await statementsOf(() => list({ ...range, limit: '3' }));
    expect(whole.sent).toHaveLength(3);
    expect(whole.result.json.items[0]).toEqual({ ...(await read(known[0]?.id ?? 0)).json, history: undefined });
    expect(whole.result.json.items[0]).not.toHaveProperty('history');
    const none = await statementsOf(() => list({ placedBefore: '1999-01-01T00:00:00Z' }));
    expect([none.sent.length, none.result.json]).toEqual([1, { items: [], nextCursor: null }]);
  });

  it('repeats no order if an order is placed between two pages', async () => {
    const query = { ...range, sort: 'newest', limit: '5' };
    const first = (await list(query)).json;
    const { sequelize } = await ownerDatabase();
    const { id } = await makeOrder(known[0]?.customerId ?? 0, []);
    await sequelize.query("update orders set created_at = '2020-12-31' where id = $1", { bind: [id] });
    const second = (await list({ ...query, cursor: first.nextCursor })).json;
    const ids = [...first.items, ...second.items].map((order: { id: number }) => order.id);
    expect(ids).toEqual(
      known
        .slice(-10)
        .map((order) => order.id)
        .reverse(),
    );
    await sequelize.query('delete from orders where id = $1', { bind: [id] });
  });

  it('as CSV is a pick list with a row for each line item, and formulas are escaped', async () => {
    const { sequelize } = await ownerDatabase();
    const address = { name: '=1+1', lines: ['Lane 7', 'Yard'], city: 'Berlin', country: 'DE' };
    await sequelize.query('update orders set delivery_address = $2 where id = $1', { bind: [known[0]?.id, JSON.stringify(address)] });
    const asked = { scope, query: { ...range, limit: '2' }, headers: { accept: 'text/csv' } };
    const { statusCode: status, headers = {}, body: text = '' } = await listOrders(eventOf(asked), contextOf(25_000));
    expect([status, headers['Content-Type'], headers['Link']]).toEqual([
      200,
      'text/csv; charset=utf-8',
      expect.stringMatching(/rel="next"$/),
    ]);
    const rows = text.replace('\ufeff', '').split('\r\n');
    expect(rows).toHaveLength(6);
    expect(rows[0]).toMatch(/^orderId,status,placedAt,paid,customer,productId,sku,product,quantity/);
    expect(rows[1]).toMatch(
      new RegExp(`^${known[0]?.id},pending,2020-01-01T00:00:00.000Z,true,Ada Example,\\d+,[^,]+,Teapot 0,1,100,'=1\\+1,"Lane 7`),
    );
  });

  it.each([
    ['limit', '101'],
    ['limit', '0'],
    ['status', 'lost'],
    ['customerId', 'x'],
    ['paid', 'yes'],
    ['sort', 'price'],
    ['placedFrom', '2026-03-01'],
    ['placedFrom', '2026-03-01T00:00:00'],
    ['placedFrom', '2026-13-01T00:00:00Z'],
    ['placedBefore', '2026-03-01T25:00:00Z'],
  ])('with %s=%s is rejected', async (name, value) => {
    expect(await list({ [name]: value })).toMatchObject({ status: 422, json: { errors: [{ path: `/query/${name}` }] } });
  });

  it('with a cursor of other filters, or without the scope, is rejected', async () => {
    const { nextCursor: cursor } = (await list({ ...range, limit: '1' })).json;
    expect(await list({ ...range, sort: 'newest', cursor })).toMatchObject({ status: 400, json: { code: 'invalid-cursor' } });
    expect(await list({ placedFrom: '0000-01-01T00:00:00Z', placedBefore: '9999-12-31T23:59:59Z', limit: '1' })).toMatchObject({
      status: 200,
    });
    expect(await call(listOrders, { subject: 'ann' })).toMatchObject({ status: 403 });
    expect(await call(listOrders)).toMatchObject({ status: 401 });
  });
});
