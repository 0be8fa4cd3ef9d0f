import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { handler } from '../../functions/placeOrder.ts';
import { database } from '../../lib/database/database.ts';
import { call } from '../support/call.ts';
import { statementsOf } from '../support/statements.ts';

const line = { productId: 1, quantity: 1 };

function postOrder(body: unknown, key: string | null = 'a key') {
  return call(handler, { subject: 'customer', headers: key === null ? {} : { 'Idempotency-Key': key }, body });
}

afterEach(async () => {
  expect(await (await database()).Order.count()).toBe(0);
});

describe('a body', () => {
  it.each([
    ['an empty list of items', { items: [] }, ['/body/items']],
    ['no items', {}, ['/body/items']],
    ['an unknown field', { items: [line], coupon: 'x' }, ['/body/coupon']],
    ['an unknown field of a line', { items: [{ ...line, price: 1 }] }, ['/body/items/0/price']],
    ['items that are not a list', { items: 'all' }, ['/body/items']],
    ['a number as text', { items: [{ productId: '1', quantity: 1 }] }, ['/body/items/0/productId']],
    ['a quantity of 0', { items: [{ productId: 1, quantity: 0 }] }, ['/body/items/0/quantity']],
    ['a negative quantity', { items: [{ productId: 1, quantity: -1 }] }, ['/body/items/0/quantity']],
    ['a fractional quantity', { items: [{ productId: 1, quantity: 1.5 }] }, ['/body/items/0/quantity']],
    ['a quantity of 1001', { items: [{ productId: 1, quantity: 1_001 }] }, ['/body/items/0/quantity']],
    ['a huge quantity', { items: [{ productId: 1, quantity: 1e300 }] }, ['/body/items/0/quantity']],
    ['a product ID above 2^53', '{"items":[{"productId":9007199254740993,"quantity":1}]}', ['/body/items/0/productId']],
    ['101 lines', { items: Array.from({ length: 101 }, (_, index) => ({ productId: index + 1, quantity: 1 })) }, ['/body/items']],
    ['the same product twice', { items: [line, { productId: 2, quantity: 1 }, line] }, ['/body/items/2/productId']],
    ['a discount code with a space', { items: [line], discountCode: 'A B' }, ['/body/discountCode']],
    ['a discount code of 51 characters', { items: [line], discountCode: 'A'.repeat(51) }, ['/body/discountCode']],
    ['a list instead of an object', [], ['/body']],
    ['null instead of an object', 'null', ['/body']],
    ['a field named __proto__', '{"items":[{"productId":1,"quantity":1}],"__proto__":{"a":1}}', ['/body/__proto__']],
    [
      'many faults',
      { items: [{ productId: 0, quantity: 0 }, { quantity: 'x' }], discountCode: 5, more: 1 },
      [
        '/body/discountCode',
        '/body/items/0/productId',
        '/body/items/0/quantity',
        '/body/items/1/productId',
        '/body/items/1/quantity',
        '/body/more',
      ],
    ],
  ])('with %s is rejected with 422 and every fault, without a statement', async (_, body, paths) => {
    const { result, sent } = await statementsOf(() => postOrder(body));
    expect(result).toMatchObject({ status: 422, json: { type: 'about:blank', status: 422, code: 'invalid-request' } });
    expect(result.json.errors.map(({ path }: { path: string }) => path).sort()).toEqual(paths);
    expect(sent).toEqual([]);
  });

  it.each([
    ['broken', '{"items":'],
    ['empty', ''],
    ['not UTF-8', Uint8Array.of(0x22, 0xff, 0xfe, 0x22)],
  ])('that is %s is rejected with 400 malformed-json', async (_, body) => {
    expect(await postOrder(body)).toMatchObject({ status: 400, json: { code: 'malformed-json' } });
  });

  it.each(['gzip', 'br', 'GZIP', 'identity, gzip', 'utf-8'])(
    'with the Content-Encoding %s is rejected with 415, even if its content is valid',
    async (coding) => {
      const headers = { 'Content-Encoding': coding };
      for (const body of [gzipSync(JSON.stringify({ items: [line] })), '{}', '']) {
        const answer = await call(handler, { subject: 'customer', headers, body });
        expect(answer).toMatchObject({ status: 415, json: { code: 'unsupported-media-type' }, headers: { 'Accept-Encoding': 'identity' } });
      }
      expect(await call(handler, { subject: 'customer', headers, body: ' '.repeat(65_537) })).toMatchObject({ status: 413 });
    },
  );

  it.each(['identity', 'Identity', ''])('with the Content-Encoding %j is accepted', async (coding) => {
    const headers = { 'Content-Encoding': coding, 'Idempotency-Key': 'k' };
    expect(await call(handler, { subject: 'customer', headers, body: { items: [] } })).toMatchObject({ status: 422 });
  });

  it('over 64 KB is rejected with 413, and a body of exactly 64 KB is parsed', async () => {
    expect(await postOrder(' '.repeat(65_537))).toMatchObject({ status: 413, json: { code: 'payload-too-large' } });
    expect(await postOrder(' '.repeat(65_536))).toMatchObject({ status: 400, json: { code: 'malformed-json' } });
  });

  it('in base64 is decoded', async () => {
    expect(await postOrder(Buffer.from(JSON.stringify({ items: [] })))).toMatchObject({ status: 422 });
  });
});

describe('an Idempotency-Key', () => {
  it.each(['k', '"', '"k', '5" pipe', '"a" and "b"', '"one,two"', '""', `"${','.repeat(253)}"`, "!#$%&'()*+-./:;<=>?@[]^_`{|}~ \\"])(
    '%s is accepted',
    async (key) => {
      const { status, json } = await postOrder({ items: [] }, key);
      expect(status).toBe(422);
      expect(json.errors.map(({ path }: { path: string }) => path)).toEqual(['/body/items']);
    },
  );

  it('that is missing is reported with 400, even if the body also has faults', async () => {
    expect(await postOrder({ items: [] }, null)).toMatchObject({ status: 400, json: { code: 'idempotency-key-missing' } });
  });

  it.each([
    ['of 256 characters', 'k'.repeat(256)],
    ['that is empty', ''],
    ['with a control character', 'a\tb'],
    ['beyond ASCII', 'schlüssel'],
    ['from two headers', 'one,two'],
    ['from two equal headers', 'one,one'],
    ['from two headers with quotes', '"one","two"'],
    ['from two headers that a proxy joined', 'one, two'],
    ['with a comma', 'one,'],
    ['of 256 characters in quotes', `"${','.repeat(254)}"`],
  ])('%s is rejected with 422, together with the faults of the body', async (_, key) => {
    const { status, json } = await postOrder({ items: [] }, key);
    expect(status).toBe(422);
    expect(json.errors.map(({ path }: { path: string }) => path)).toEqual(['/headers/idempotency-key', '/body/items']);
  });
});

it('a request without a token is rejected with 401, even if it has other faults', async () => {
  expect(await call(handler, { body: '{' })).toMatchObject({ status: 401, json: { code: 'unauthorized' } });
});

it('a request with an unknown query parameter is rejected with 422', async () => {
  const answer = await call(handler, {
    subject: 'customer',
    headers: { 'Idempotency-Key': 'k' },
    query: { dryRun: '1' },
    body: { items: [line] },
  });
  expect(answer).toMatchObject({ status: 422, json: { errors: [{ path: '/query/dryRun' }] } });
});
