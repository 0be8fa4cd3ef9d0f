import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { handler as getCatalogueProduct } from '../../functions/catalogue/getCatalogueProduct.ts';
import { handler as putProduct } from '../../functions/catalogue/putProduct.ts';
import { putProduct as put } from '../../lib/catalogue/putProduct.ts';
import { database } from '../../lib/database/database.ts';
import { noteAttempt } from '../../lib/database/pool/connectionUse.ts';
import { duringInvocation } from '../../lib/invocation.ts';
import { call } from '../support/call.ts';
import { makeCustomer, makeProduct } from '../support/make.ts';
import { placeOrder } from '../support/orderCalls.ts';
import { ownerDatabase } from '../support/ownerDatabase.ts';
import { statementsOf } from '../support/statements.ts';

const scope = 'catalogue:write';
const teapot = { name: 'Teapot', priceInCents: 1_999 };
const save = (sku: string, body: unknown, headers: Record<string, string> = {}) =>
  call(putProduct, { method: 'PUT', scope, path: { sku }, body, headers });
const read = (sku: string) => call(getCatalogueProduct, { scope, path: { sku } });

/** Creates a product of version 0. */
async function fresh(fields: object = {}): Promise<string> {
  const sku = randomUUID();
  expect((await save(sku, { ...teapot, ...fields })).status).toBe(201);
  return sku;
}

it('creates a product that is active, has no stock and has version 0', async () => {
  const sku = `A_z.0-${randomUUID()}`;
  const { result, sent } = await statementsOf(() => save(sku, teapot));
  expect(result).toMatchObject({ status: 201, headers: { ETag: '"0"' } });
  expect(result.json).toEqual({
    ...{ id: expect.any(Number), sku, name: 'Teapot', description: '', priceInCents: 1_999, stockQuantity: 0, category: null },
    ...{ createdAt: expect.stringMatching(/Z$/), updatedAt: expect.stringMatching(/Z$/), isActive: true, version: 0 },
  });
  expect(sent).toHaveLength(4);
  expect((await read(sku)).json).toEqual(result.json);
});

it('creates a product in a new category in seven statements, and the next product uses this category', async () => {
  const [category, sku] = [randomUUID(), randomUUID()];
  const { result, sent } = await statementsOf(() => save(sku, { ...teapot, category }));
  expect(result).toMatchObject({ status: 201, json: { category: { id: expect.any(Number), name: category } } });
  expect(sent).toHaveLength(7);
  const again = await statementsOf(() => save(randomUUID(), { ...teapot, category }));
  expect(again.result.json.category).toEqual(result.json.category);
  expect(again.sent).toHaveLength(5);
  expect((await read(sku)).json).toEqual(result.json);
});

it('replaces a product whose version is in If-Match, and sets missing fields to their defaults', async () => {
  const sku = await fresh({ description: 'Holds four cups.', category: 'Kitchen', isActive: false });
  const { result, sent } = await statementsOf(() => save(sku, { name: 'Pot', priceInCents: 0 }, { 'If-Match': '"0"' }));
  expect(result).toMatchObject({ status: 200, headers: { ETag: '"1"' } });
  expect(result.json).toMatchObject({ name: 'Pot', priceInCents: 0, description: '', category: null, isActive: true, version: 1 });
  expect(sent).toHaveLength(4);
  expect((await read(sku)).json).toEqual(result.json);
  expect((await read(sku)).headers['ETag']).toBe('"1"');
});

it.each([
  ['"0"', 200],
  ['"7", "0"', 200],
  ['*', 200],
  ['"1"', 412],
  ['W/"0"', 412],
  ['"00"', 412],
  ['""', 412],
])('a change of version 0 with If-Match: %s returns %i', async (tag, status) => {
  const sku = await fresh();
  expect((await save(sku, { ...teapot, name: 'Pot' }, { 'If-Match': tag })).status).toBe(status);
  expect((await read(sku)).json.name).toBe(status === 200 ? 'Pot' : 'Teapot');
});

it('creates a new version even if no field changes', async () => {
  const sku = await fresh();
  expect((await save(sku, teapot, { 'If-Match': '"0"' })).json.version).toBe(1);
  expect((await save(sku, teapot, { 'If-Match': '"0"' })).status).toBe(412);
});

it('does not change an existing product with If-None-Match: * or without a condition, and creates no product with If-Match', async () => {
  const [sku, other] = [await fresh(), randomUUID()];
  const without = await save(sku, { ...teapot, category: 'Never made' });
  expect([without.status, without.json.code]).toEqual([428, 'precondition-required']);
  const exists = await save(sku, teapot, { 'If-None-Match': '*' });
  expect([exists.status, exists.json.code]).toEqual([412, 'precondition-failed']);
  expect((await save(other, teapot, { 'If-Match': '*' })).status).toBe(412);
  expect((await save(other, teapot, { 'If-Match': '"0"' })).status).toBe(412);
  expect((await save(other, teapot, { 'If-None-Match': '*' })).status).toBe(201);
  expect((await read(sku)).json.version).toBe(0);
  expect(await (await ownerDatabase()).Category.count({ where: { name: 'Never made' } })).toBe(0);
});

it.each([
  [{ ...teapot, name: '' }, '/body/name'],
  [{ ...teapot, name: 'x'.repeat(201) }, '/body/name'],
  [{ ...teapot, name: 'a\0' }, '/body/name'],
  [{ ...teapot, description: null }, '/body/description'],
  [{ ...teapot, category: '' }, '/body/category'],
  [{ ...teapot, category: 'x'.repeat(101) }, '/body/category'],
  [{ ...teapot, priceInCents: -1 }, '/body/priceInCents'],
  [{ ...teapot, priceInCents: 1.5 }, '/body/priceInCents'],
  [{ ...teapot, priceInCents: 2_147_483_648 }, '/body/priceInCents'],
  [{ ...teapot, priceInCents: '1' }, '/body/priceInCents'],
  [{ ...teapot, isActive: 'true' }, '/body/isActive'],
  [{ ...teapot, stockQuantity: 1 }, '/body/stockQuantity'],
  [{ ...teapot, sku: 'x' }, '/body/sku'],
  [{ name: 'Teapot' }, '/body/priceInCents'],
])('rejects %j at %s', async (body, path) => {
  const sku = randomUUID();
  expect((await save(sku, body)).json).toMatchObject({ status: 422, code: 'invalid-request', errors: [{ path }] });
  expect((await read(sku)).status).toBe(404);
});

it('reports every fault at once, including those of the path and the headers', async () => {
  const { json } = await save('a b', { name: '' }, { 'If-Match': '3', 'If-None-Match': '"3"' });
  expect(json.errors.map(({ path }: { path: string }) => path)).toEqual([
    ...['/path/sku', '/headers/if-match', '/headers/if-none-match', '/body/name', '/body/priceInCents'],
  ]);
});

it('reports the path of a fault that only the model’s validation detects', async () => {
  const db = await database();
  const content = { description: '', category: null, priceInCents: -1, isActive: true, name: '' };
  const condition = { ifMatch: undefined, ifNoneMatch: undefined };
  await expect(put(db, { sku: randomUUID(), content, condition })).rejects.toMatchObject({
    code: 'invalid-request',
    details: {
      errors: [
        { path: '/body/name', message: 'A product needs a name' },
        { path: '/body/priceInCents', message: 'A price is 0 or more' },
      ],
    },
  });
});

it('requires the scope and an existing product', async () => {
  const path = { sku: await fresh() };
  for (const handler of [getCatalogueProduct, putProduct]) {
    const request = handler === putProduct ? { method: 'PUT', path, body: teapot } : { path };
    expect((await call(handler, request)).status).toBe(401);
    expect((await call(handler, { ...request, subject: 'staff', scope: 'orders:fulfil' })).status).toBe(403);
  }
  expect(await read(randomUUID())).toMatchObject({ status: 404, json: { code: 'not-found' } });
});

it('returns an inactive product in one statement', async () => {
  const { sku } = await makeProduct({ isActive: false });
  const { result, sent } = await statementsOf(() => read(sku));
  expect(result).toMatchObject({ status: 200, json: { sku, isActive: false }, headers: { ETag: '"0"', 'Cache-Control': 'no-store' } });
  expect(sent).toHaveLength(1);
});

describe('concurrent requests', () => {
  const statuses = async (requests: readonly Promise<{ status: number }>[]) => (await Promise.all(requests)).map(({ status }) => status);
  const count = (all: readonly number[], wanted: number) => all.filter((status) => status === wanted).length;

  it('50 changes of one version: one succeeds, the others are 412', async () => {
    const sku = await fresh();
    const all = await statuses(
      Array.from({ length: 50 }, (_, index) => save(sku, { ...teapot, priceInCents: 1_999 + index }, { 'If-Match': '"0"' })),
    );
    expect([count(all, 200), count(all, 412)]).toEqual([1, 49]);
    expect((await read(sku)).json.version).toBe(1);
  });

  it('20 changes with If-Match: * all succeed, one after the other', async () => {
    const sku = await fresh();
    const all = await statuses(Array.from({ length: 20 }, () => save(sku, teapot, { 'If-Match': '*' })));
    expect(count(all, 200)).toBe(20);
    expect((await read(sku)).json.version).toBe(20);
  });

  it('20 creations of one product in a new category: one succeeds', async () => {
    const [sku, category] = [randomUUID(), randomUUID()];
    const all = await statuses(Array.from({ length: 20 }, () => save(sku, { ...teapot, category })));
    expect([count(all, 201), count(all, 428)]).toEqual([1, 19]);
  });

  it('20 products in one new category: all are created, and the category is created once', async () => {
    const category = randomUUID();
    const all = await statuses(Array.from({ length: 20 }, () => save(randomUUID(), { ...teapot, category })));
    expect(count(all, 201)).toBe(20);
    expect(await (await ownerDatabase()).Category.count({ where: { name: category } })).toBe(1);
  });
});

it('a sale does not change the version, and a change of the product does not change the stock', async () => {
  const [{ id, sku }, customer] = [await makeProduct({ stockQuantity: 10 }), await makeCustomer()];
  const tag = (await read(sku)).headers['ETag'];
  expect((await placeOrder(customer.authSubject, [{ productId: id, quantity: 3 }])).status).toBe(201);
  expect(await read(sku)).toMatchObject({ json: { stockQuantity: 7 }, headers: { ETag: tag } });
  expect(await save(sku, teapot, { 'If-Match': String(tag) })).toMatchObject({ status: 200, json: { stockQuantity: 7 } });
});

describe('a retry after the response to a commit was lost', () => {
  const again = async (request: Parameters<typeof put>[1]) => {
    const db = await database();
    return duringInvocation({ requestId: 'again', remainingMs: () => 10_000 }, async () => {
      noteAttempt(2);
      return put(db, request);
    });
  };
  const content = { ...teapot, description: '', category: null, isActive: true };

  it('recognises its own change', async () => {
    const sku = await fresh();
    const request = { sku, content: { ...content, name: 'Pot' }, condition: { ifMatch: ['0'], ifNoneMatch: undefined } };
    await put(await database(), request);
    expect(await again(request)).toMatchObject({ isNew: false, product: { name: 'Pot', version: 1 } });
    await expect(again({ ...request, content: { ...content, name: 'Cup' } })).rejects.toMatchObject({ code: 'precondition-failed' });
  });

  it('recognises the product that it created', async () => {
    const request = { sku: await fresh(), content, condition: { ifMatch: undefined, ifNoneMatch: '*' as const } };
    expect(await again(request)).toMatchObject({ isNew: true, product: { version: 0 } });
    await expect(again({ ...request, content: { ...content, priceInCents: 1 } })).rejects.toMatchObject({ code: 'precondition-failed' });
  });
});
