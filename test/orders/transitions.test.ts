import { describe, expect, it } from 'vitest';
import { handler } from '../../functions/advanceOrder.ts';
import { handler as cancelHandler } from '../../functions/cancelOrder.ts';
import { withDatabase } from '../../lib/database/withDatabase.ts';
import { advanceOrder as advance } from '../../lib/orders/advanceOrder.ts';
import { call } from '../support/call.ts';
import { makeCustomer, stockOf } from '../support/make.ts';
import { advanceOrder, cancelOrder, placeOrder } from '../support/orderCalls.ts';
import { eventsOf, place } from './orderLife.ts';

// transitions.system.test.ts tests concurrent requests.

describe('advance', () => {
  it('takes an order from pending to delivered, one status at a time', async () => {
    const { order } = await place();
    for (const status of ['processing', 'shipped', 'delivered']) {
      const answer = await advanceOrder(order.id, status);
      expect(answer).toMatchObject({ status: 200, json: { id: order.id, status, lineItems: order.lineItems } });
    }
  });

  it.each([
    ['pending', 'pending'],
    ['shipped without processing', 'shipped'],
    ['cancelled', 'cancelled'],
  ])('from pending to %s is rejected with 409 and changes nothing', async (_, status) => {
    const { order } = await place();
    expect(await advanceOrder(order.id, status)).toMatchObject({ status: 409, json: { code: 'invalid-transition' } });
    expect(await eventsOf(order.id)).toEqual(['order.placed pending']);
  });

  it('recognises its own change when the response to the commit was lost', async () => {
    const { order } = await place();
    let tries = 0;
    const again = await withDatabase(async (db) => {
      tries++;
      const advanced = await advance(db, {
        orderId: order.id,
        status: 'processing',
        tracking: null,
        requestId: 'the same request',
        actor: 'staff',
      });
      if (tries === 1) throw Object.assign(new Error('lost'), { code: 'ECONNRESET' });
      return advanced;
    });
    expect(again.status).toBe('processing');
    expect(tries).toBe(2);
    expect(await eventsOf(order.id)).toEqual(['order.placed pending', 'order.advanced processing']);
  });

  it('requires the scope orders:fulfil, but the token’s subject need not be a customer', async () => {
    const { order, subject } = await place();
    const path = { orderId: String(order.id) };
    const body = { status: 'processing' };
    expect(await call(handler, { subject, path, body })).toMatchObject({ status: 403, json: { code: 'forbidden' } });
    expect(await call(handler, { subject, scope: 'orders:fulfil-not orders', path, body })).toMatchObject({ status: 403 });
    expect(await call(handler, { path, body })).toMatchObject({ status: 401, json: { code: 'unauthorized' } });
    expect(await call(handler, { scope: 'a orders:fulfil', path, body })).toMatchObject({ status: 200 });
  });

  it.each([
    ['an unknown status', { status: 'lost' }, '/body/status'],
    ['no status', {}, '/body/status'],
    ['another field', { status: 'shipped', by: 'me' }, '/body/by'],
  ])('with %s is rejected with 422', async (_, body, path) => {
    expect(await call(handler, { scope: 'orders:fulfil', path: { orderId: '1' }, body })).toMatchObject({
      status: 422,
      json: { errors: [{ path }] },
    });
  });

  it.each([
    ['unknown', '999999999', 404],
    ['2^63', '9223372036854775808', 422],
  ])('with an order ID that is %s returns %i', async (_, orderId, status) => {
    const path = { orderId };
    expect((await call(handler, { scope: 'orders:fulfil', path, body: { status: 'processing' } })).status).toBe(status);
  });
});

describe('cancel', () => {
  it('returns the stock of every line once, however often the request is sent', async () => {
    const { subject, order, teapot, cup } = await place();
    expect(await stockOf(teapot.id)).toBe(3);
    for (let time = 0; time < 3; time++) {
      expect(await cancelOrder(subject, order.id)).toMatchObject({ status: 200, json: { id: order.id, status: 'cancelled' } });
    }
    expect(await stockOf(teapot.id)).toBe(5);
    expect(await stockOf(cup.id)).toBe(5);
    expect(await eventsOf(order.id)).toEqual(['order.placed pending', 'order.cancelled cancelled']);
  });

  it('succeeds while the order is processing, but not after it is shipped', async () => {
    const [early, late] = [await place(), await place()];
    await advanceOrder(early.order.id, 'processing');
    expect(await cancelOrder(early.subject, early.order.id)).toMatchObject({ status: 200 });
    await advanceOrder(late.order.id, 'processing');
    await advanceOrder(late.order.id, 'shipped');
    expect(await cancelOrder(late.subject, late.order.id)).toMatchObject({ status: 409, json: { code: 'invalid-transition' } });
    expect(await stockOf(late.teapot.id)).toBe(3);
  });

  it("of another customer's order is rejected with 404 and returns no stock", async () => {
    const { order, teapot } = await place();
    const other = await makeCustomer();
    expect(await cancelOrder(other.authSubject, order.id)).toMatchObject({ status: 404 });
    expect(await cancelOrder('nobody', order.id)).toMatchObject({ status: 403, json: { code: 'unknown-customer' } });
    expect(await call(cancelHandler, { path: { orderId: '1' } })).toMatchObject({ status: 401 });
    expect(await stockOf(teapot.id)).toBe(3);
  });

  it('makes the last unit available to another customer', async () => {
    const { subject, order, teapot } = await place(5);
    const other = await makeCustomer();
    const buy = () => placeOrder(other.authSubject, [{ productId: teapot.id, quantity: 1 }]);
    expect(await buy()).toMatchObject({ status: 409 });
    await cancelOrder(subject, order.id);
    expect(await buy()).toMatchObject({ status: 201 });
  });

  it('changes the replay of POST /orders, which then returns the cancelled order', async () => {
    const { subject, order } = await place();
    await cancelOrder(subject, order.id);
    const items = order.lineItems.map(({ productId, quantity }: { productId: number; quantity: number }) => ({ productId, quantity }));
    const replay = await placeOrder(subject, items, 'k');
    expect(replay).toMatchObject({ status: 201, headers: { 'Idempotency-Replayed': 'true' }, json: { id: order.id, status: 'cancelled' } });
  });
});
