import { iso31661 } from 'iso-3166';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { handler as getOrder } from '../../functions/getOrder.ts';
import { handler as listOrders } from '../../functions/listOrders.ts';
import { country } from '../../lib/http/address.ts';
import { requestHash } from '../../lib/orders/orderRequest.ts';
import { call } from '../support/call.ts';
import { makeCustomer, makeProduct, ordersOf, stockOf } from '../support/make.ts';
import { cancelOrder, placeOrder } from '../support/orderCalls.ts';
import { ownerDatabase } from '../support/ownerDatabase.ts';
import { statementsOf } from '../support/statements.ts';

const deliveryAddress = {
  name: 'Ada Example',
  lines: ['Teapot Lane 7', 'c/o "Käthe"'],
  postalCode: '10115',
  city: 'Berlin',
  country: 'DE',
};

afterEach(() => void vi.unstubAllEnvs());

async function shop() {
  const [customer, teapot, cup] = [
    await makeCustomer(),
    await makeProduct({ priceInCents: 2_500, stockQuantity: 5 }),
    await makeProduct({ priceInCents: 399, stockQuantity: 5 }),
  ];
  const items = [
    { productId: cup.id, quantity: 3 },
    { productId: teapot.id, quantity: 2 },
  ];
  const place = (terms: object, key?: string) => placeOrder(customer.authSubject, items, key, terms);
  return { customer, teapot, cup, place };
}

describe('a delivery address', () => {
  it('is part of the order in every response, and needs no additional statement', async () => {
    const { customer, place } = await shop();
    const { result: placed, sent } = await statementsOf(() => place({ deliveryAddress }, 'with an address'));
    expect(placed).toMatchObject({ status: 201, json: { deliveryAddress } });
    expect(sent).toHaveLength(1);
    const of = { subject: customer.authSubject, path: { orderId: String(placed.json.id) } };
    expect((await place({ deliveryAddress }, 'with an address')).json).toEqual(placed.json);
    expect((await call(getOrder, of)).json).toEqual(placed.json);
    expect((await call(listOrders, { subject: customer.authSubject })).json.items).toEqual([placed.json]);
    expect((await cancelOrder(customer.authSubject, placed.json.id)).json).toMatchObject({ deliveryAddress, status: 'cancelled' });
  });

  it.each([
    ['omitted', {}],
    ['null', { deliveryAddress: null }],
  ])('may be %s', async (_, terms) => {
    const { customer, place } = await shop();
    expect((await place(terms)).json.deliveryAddress).toBeNull();
    expect((await call(listOrders, { subject: customer.authSubject })).json.items[0].deliveryAddress).toBeNull();
  });

  it('requires no postal code', async () => {
    const { place } = await shop();
    const { postalCode, ...without } = deliveryAddress;
    expect((await place({ deliveryAddress: without })).json.deliveryAddress).toEqual(without);
  });

  it.each([
    ['no name', { name: undefined }, '/name'],
    ['an empty name', { name: '' }, '/name'],
    ['a name of 151 characters', { name: 'x'.repeat(151) }, '/name'],
    ['U+0000 in the name', { name: 'a\u0000' }, '/name'],
    ['a lone surrogate in the city', '{"name":"A","lines":["1"],"city":"\\ud800","country":"DE"}', '/city'],
    ['no line', { lines: [] }, '/lines'],
    ['five lines', { lines: ['1', '2', '3', '4', '5'] }, '/lines'],
    ['an empty line', { lines: ['a', ''] }, '/lines/1'],
    ['a line that is a number', { lines: [7] }, '/lines/0'],
    ['a postal code of 21 characters', { postalCode: '1'.repeat(21) }, '/postalCode'],
    ['no city', { city: undefined }, '/city'],
    ['a country in lower case', { country: 'de' }, '/country'],
    ['a country that does not exist', { country: 'XX' }, '/country'],
    ['a country of three letters', { country: 'DEU' }, '/country'],
    ['a further field', { phone: '1' }, '/phone'],
  ])('with %s is rejected with 422', async (_, change, path) => {
    const { place } = await shop();
    const address = typeof change === 'string' ? JSON.parse(change) : { ...deliveryAddress, ...change };
    expect(await place({ deliveryAddress: address })).toMatchObject({
      status: 422,
      json: { code: 'invalid-request', errors: [{ path: `/body/deliveryAddress${path}` }] },
    });
  });

  it('is not written into an event', async () => {
    const { customer, place } = await shop();
    const { json } = await place({ deliveryAddress });
    await cancelOrder(customer.authSubject, json.id);
    const events = await (await ownerDatabase()).OrderEvent.findAll({ where: { orderId: json.id } });
    expect(events.map(({ type }) => type)).toEqual(['order.placed', 'order.cancelled']);
    expect(JSON.stringify(events)).not.toMatch(/Ada|Teapot Lane|10115|Berlin/);
  });

  it('accepts every country of ISO 3166-1', () => {
    const assigned = iso31661.filter(({ state }) => state === 'assigned').map(({ alpha2 }) => alpha2);
    expect(Object.keys(country.def.entries).sort()).toEqual(assigned.sort());
  });
});

describe('an expected total', () => {
  it('that equals the total places the order in one statement', async () => {
    const { place } = await shop();
    const { result, sent } = await statementsOf(() => place({ expectedTotalInCents: 3 * 399 + 2 * 2_500 }));
    expect(result).toMatchObject({ status: 201, json: { totalInCents: 6_197 } });
    expect(sent).toHaveLength(1);
  });

  it('that differs returns 409 with the current prices, takes no stock and leaves the key unused', async () => {
    const { customer, teapot, cup, place } = await shop();
    await teapot.update({ priceInCents: 2_600 });
    const { result, sent } = await statementsOf(() => place({ expectedTotalInCents: 6_197 }, 'k'));
    const lineItems = [
      { productId: teapot.id, quantity: 2, unitPriceInCents: 2_600 },
      { productId: cup.id, quantity: 3, unitPriceInCents: 399 },
    ].sort((a, b) => a.productId - b.productId);
    expect(result).toMatchObject({ status: 409, json: { code: 'price-changed', totalInCents: 6_397, lineItems } });
    expect(result.json.lineItems).toHaveLength(2);
    expect(sent).toHaveLength(3);
    expect([await stockOf(teapot.id), await stockOf(cup.id), await ordersOf(customer.id)]).toEqual([5, 5, 0]);
    expect(await place({ expectedTotalInCents: 6_397 }, 'k')).toMatchObject({ status: 201 });
  });

  it('is compared only if the stock is sufficient', async () => {
    const { cup, place } = await shop();
    await cup.update({ stockQuantity: 2 });
    expect(await place({ expectedTotalInCents: 1 })).toMatchObject({ status: 409, json: { code: 'insufficient-stock' } });
  });

  it('may be as large as 2^53 - 1', async () => {
    const { place } = await shop();
    expect(await place({ expectedTotalInCents: Number.MAX_SAFE_INTEGER })).toMatchObject({ status: 409, json: { code: 'price-changed' } });
  });

  it.each([-1, 1.5, '1', 9_007_199_254_740_992])('of %j is rejected with 422', async (expectedTotalInCents) => {
    const { place } = await shop();
    expect(await place({ expectedTotalInCents })).toMatchObject({
      status: 422,
      json: { errors: [{ path: '/body/expectedTotalInCents' }] },
    });
  });
});

describe('the request hash', () => {
  const items = [
    { productId: 9, quantity: 1 },
    { productId: 2, quantity: 30 },
  ];
  const basket = { items, discountCode: null, deliveryAddress: null, expectedTotalInCents: null };

  // The last release without delivery addresses computed these hashes. A request that is retried after a deploy must still match its order.
  it.each([
    [null, '714e4922c87d597148d4f0c74c79fba65baafa65c08ca5ab55669a50d6107eb0'],
    ['SPRING', 'd15c4d14496e0d32aa335d6f728079db5697ed46a471a43d8fb4f2877ac19d3e'],
  ])(
    'of an order with the discount code %j, but without address and expected total, equals the hash that an earlier release computed',
    (discountCode, hash) => {
      expect(requestHash({ ...basket, discountCode })).toBe(hash);
    },
  );

  it('is different for each address and each expected total', () => {
    const { postalCode, ...withoutPostalCode } = deliveryAddress;
    const later = [
      { deliveryAddress },
      { deliveryAddress: withoutPostalCode },
      { deliveryAddress: { ...deliveryAddress, lines: ['Teapot Lane 7'] } },
      { expectedTotalInCents: 1 },
      { expectedTotalInCents: 2 },
      { deliveryAddress, expectedTotalInCents: 1 },
    ];
    const hashes = [basket, ...later.map((terms) => ({ ...basket, ...terms }))].map(requestHash);
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  it('rejects a repeated key with another address, but accepts reordered fields', async () => {
    const { place } = await shop();
    await place({ deliveryAddress }, 'k');
    expect(await place({ deliveryAddress: { ...deliveryAddress, city: 'Bonn' } }, 'k')).toMatchObject({
      status: 422,
      json: { code: 'idempotency-key-reused' },
    });
    const { country: of, ...others } = deliveryAddress;
    expect(await place({ deliveryAddress: { country: of, ...others } }, 'k')).toMatchObject({
      status: 201,
      headers: { 'Idempotency-Replayed': 'true' },
    });
  });
});
