import { expect, it } from 'vitest';
import { handler as getOrder } from '../../functions/getOrder.ts';
import { handler as listOrders } from '../../functions/listOrders.ts';
import { call } from '../support/call.ts';
import { makeCustomer } from '../support/make.ts';
import { makeOrder } from '../support/makeOrder.ts';
import { advanceOrder } from '../support/orderCalls.ts';
import { ownerDatabase } from '../support/ownerDatabase.ts';

const tracking = { carrier: 'DHL', number: '00340434', url: 'https://dhl.example.com/00340434' };

async function order() {
  const { id: userId, authSubject: subject } = await makeCustomer();
  const { id } = await makeOrder(userId, [], { status: 'processing' });
  const path = { orderId: String(id) };
  const advance = (status: string, of?: unknown) => advanceOrder(id, status, of);
  return { id, subject, path, advance };
}

it('returns the tracking of a shipped order in every response, but writes it into no event', async () => {
  const { id, subject, path, advance } = await order();
  expect((await advance('shipped', tracking)).json).toMatchObject({ status: 'shipped', tracking });
  expect((await advance('delivered')).json).toMatchObject({ status: 'delivered', tracking });
  expect((await call(getOrder, { subject, path })).json.tracking).toEqual(tracking);
  expect((await call(listOrders, { subject })).json.items[0].tracking).toEqual(tracking);
  const events = await (await ownerDatabase()).OrderEvent.findAll({ where: { orderId: id } });
  expect(JSON.stringify(events)).not.toContain(tracking.number);
});

it.each([
  ['tracking without a URL', { carrier: 'DHL', number: '1' }, { carrier: 'DHL', number: '1', url: null }],
  ['a shipment without tracking', null, null],
])('accepts %s', async (_, given, shown) => {
  const { advance } = await order();
  expect((await advance('shipped', given)).json.tracking).toEqual(shown);
});

it.each([
  ['the status delivered', 'delivered', tracking, '/body/tracking'],
  ['no carrier', 'shipped', { number: '1' }, '/body/tracking/carrier'],
  ['an empty number', 'shipped', { carrier: 'DHL', number: '' }, '/body/tracking/number'],
  ['a URL that is a script', 'shipped', { ...tracking, url: 'javascript:alert(1)' }, '/body/tracking/url'],
  ['a further field', 'shipped', { ...tracking, weight: 1 }, '/body/tracking/weight'],
])('rejects tracking with %s, and changes nothing', async (_, status, given, path) => {
  const { id, advance } = await order();
  expect(await advance(status, given)).toMatchObject({ status: 422, json: { errors: [{ path }] } });
  expect(await (await ownerDatabase()).Order.findByPk(id)).toMatchObject({ status: 'processing', tracking: null });
});
