import { beforeAll, describe, expect, it } from 'vitest';
import { handler as getProduct } from '../../functions/getProduct.ts';
import { handler as listProducts } from '../../functions/listProducts.ts';
import { call } from '../support/call.ts';
import { makeCategory, makeProduct, makeProducts } from '../support/make.ts';
import { statementsOf } from '../support/statements.ts';

let kitchen: { id: number; name: string };

beforeAll(async () => {
  kitchen = await makeCategory('Kitchen');
  await makeProducts(199, { categoryId: kitchen.id });
  await makeProduct({ name: 'Kettle, 50 % off_season', description: 'Boils WATER', priceInCents: 150, stockQuantity: 0 });
  await makeProduct({ name: 'Hidden', isActive: false });
});

const names = (json: { items: { name: string }[] }) => json.items.map(({ name }) => name);

it('returns 200 products with their categories in one statement', async () => {
  const { result, sent } = await statementsOf(() => call(listProducts, { query: { limit: '200' } }));
  expect(result.status).toBe(200);
  expect(result.json.items).toHaveLength(200);
  expect(result.json.nextCursor).toBeNull();
  expect(result.json.items[0]).toEqual({
    id: expect.any(Number),
    sku: expect.any(String),
    name: 'Teapot 0',
    description: '',
    priceInCents: 100,
    stockQuantity: 10,
    category: { id: kitchen.id, name: 'Kitchen' },
    createdAt: expect.stringMatching(/Z$/),
    updatedAt: expect.stringMatching(/Z$/),
  });
  expect(result.json.items.at(-1)).toMatchObject({ category: null });
  expect(sent).toHaveLength(1);
});

it('returns 50 products by default', async () => {
  expect((await call(listProducts)).json.items).toHaveLength(50);
  expect((await call(listProducts, { query: { limit: '1' } })).json.items).toHaveLength(1);
});

describe('a sort', () => {
  it.each([
    ['id', ({ id }: { id: number }) => id, 1],
    ['newest', ({ id }: { id: number }) => id, -1],
    ['price', ({ priceInCents }: { priceInCents: number }) => priceInCents, 1],
    ['-price', ({ priceInCents }: { priceInCents: number }) => priceInCents, -1],
  ])('by %s returns every product once, page by page', async (sort, value, direction) => {
    const items = await allPages({ sort, limit: '37' });
    expect(new Set(items.map(({ id }) => id)).size).toBe(200);
    const values = items.map(value);
    expect(values).toEqual([...values].sort((a, b) => direction * (a - b)));
  });

  it('by name returns every product once, page by page', async () => {
    const items = await allPages({ sort: 'name', limit: '37' });
    expect(new Set(items.map(({ id }) => id)).size).toBe(200);
    expect(items[0]?.name).toBe('Kettle, 50 % off_season');
  });

  it('continues after a name with unusual characters', async () => {
    const { id } = await makeCategory();
    for (const name of ['A\tA', 'A\nB', "B'; --", 'ß😀', 'Ä']) await makeProduct({ name, categoryId: id });
    expect(await allPages({ sort: 'name', limit: '1', categoryId: String(id) })).toHaveLength(5);
  });

  it('continues with the next product, even if a product was added to an earlier page', async () => {
    const first = await call(listProducts, { query: { sort: 'price', limit: '3', categoryId: String(kitchen.id) } });
    await makeProduct({ priceInCents: 1, categoryId: kitchen.id, isActive: true, name: 'Cheap' });
    const second = await call(listProducts, {
      query: { sort: 'price', limit: '3', categoryId: String(kitchen.id), cursor: first.json.nextCursor },
    });
    expect(names(second.json)).toEqual(['Teapot 3', 'Teapot 4', 'Teapot 5']);
  });
});

async function allPages(query: Record<string, string>) {
  const items: { id: number; name: string; priceInCents: number }[] = [];
  let cursor: string | null = null;
  do {
    const { json } = await call(listProducts, { query: { ...query, ...(cursor && { cursor }) } });
    items.push(...json.items);
    cursor = json.nextCursor;
  } while (cursor);
  return items;
}

describe('a filter', () => {
  it('by category returns only its products', async () => {
    const other = await makeCategory();
    await makeProduct({ name: 'Lonely', categoryId: other.id });
    expect(names((await call(listProducts, { query: { categoryId: String(other.id) } })).json)).toEqual(['Lonely']);
  });

  it.each([
    ['KETTLE', 1],
    ['boils water', 1],
    ['50 % off', 1],
    ['5_ % off', 0],
    ['50%off', 0],
    ['off_season', 1],
    ['offXseason', 0],
    ["'; drop table products; --", 0],
    ['\\', 0],
  ])('by search %j finds %i products, with %% and _ as ordinary characters', async (search, count) => {
    expect((await call(listProducts, { query: { search } })).json.items).toHaveLength(count);
  });

  it('by search finds an accented letter, whether it is one character or two', async () => {
    const composed = await makeProduct({ name: 'Café crème'.normalize('NFC') });
    const decomposed = await makeProduct({ description: 'Ein Café'.normalize('NFD') });
    for (const form of ['NFC', 'NFD'] as const) {
      const ids = (await call(listProducts, { query: { search: 'café'.normalize(form) } })).json.items.map(({ id }: { id: number }) => id);
      expect(ids, form).toEqual([composed.id, decomposed.id]);
    }
    await composed.destroy();
    await decomposed.destroy();
  });

  it('by stock omits products without stock', async () => {
    expect(names((await call(listProducts, { query: { inStock: 'true', search: 'kettle' } })).json)).toEqual([]);
    expect(names((await call(listProducts, { query: { search: 'kettle' } })).json)).toHaveLength(1);
  });
});

it.each([
  ['limit', '0'],
  ['limit', '10000'],
  ['limit', '-1'],
  ['limit', '1.5'],
  ['limit', '1,2'],
  ['sort', 'stock'],
  ['categoryId', 'x'],
  ['categoryId', '0'],
  ['search', ''],
  ['search', 'a'.repeat(201)],
  ['search', 'a\u0000b'],
  ['search', 'a\ud800b'],
  ['inStock', 'false'],
  ['page', '2'],
])('rejects %s=%j', async (name, value) => {
  expect(await call(listProducts, { query: { [name]: value } })).toMatchObject({
    status: 422,
    json: { errors: [{ path: `/query/${name}` }] },
  });
});

it('reports every fault of a query at once', async () => {
  const { json } = await call(listProducts, { query: { limit: 'x', sort: 'y', categoryId: 'z', colour: 'red' } });
  expect(json.errors.map(({ path }: { path: string }) => path).sort()).toEqual([
    '/query/categoryId',
    '/query/colour',
    '/query/limit',
    '/query/sort',
  ]);
});

describe('a cursor', () => {
  it('that was changed, invented, or belongs to another listing is 400', async () => {
    const { nextCursor } = (await call(listProducts, { query: { limit: '2' } })).json;
    const forged = Buffer.from(JSON.stringify(['x', { by: 'id', id: 1 }])).toString('base64url');
    for (const query of [
      { cursor: `${nextCursor}A` },
      { cursor: nextCursor.slice(0, -2) },
      { cursor: nextCursor.toUpperCase() },
      { cursor: forged },
      { cursor: '' },
      { cursor: '%' },
      { cursor: nextCursor, sort: 'price' },
      { cursor: nextCursor, search: 'tea' },
      { cursor: 'x', limit: '0' },
    ]) {
      expect(await call(listProducts, { query }), JSON.stringify(query)).toMatchObject({ status: 400, json: { code: 'invalid-cursor' } });
    }
  });

  it.each([
    ['id', 'WyJyVF9JWjZKRWhfaHoiLHsiYnkiOiJpZCIsImlkIjoyfV0'],
    ['-price', 'WyIwbTdTWkxGVVJqTWQiLHsiYnkiOiJwcmljZSIsInZhbHVlIjoyMDAsImlkIjoyfV0'],
    ['name', 'WyIyamowY0FKcmUwb0ciLHsiYnkiOiJuYW1lIiwidmFsdWUiOiJCb3dsIiwiaWQiOjJ9XQ'],
  ])('that commit 64dc3b3 created for the sort %s is still valid', async (sort, cursor) => {
    const { status, json } = await call(listProducts, { query: { sort, cursor, limit: '200' } });
    expect(status).toBe(200);
    expect(json.items.length).toBeGreaterThan(0);
    expect(json.items.map(({ id }: { id: number }) => id)).not.toContain(2);
  });

  it('is valid with another page size, and with the default sort written out', async () => {
    const { nextCursor } = (await call(listProducts, { query: { limit: '2' } })).json;
    expect((await call(listProducts, { query: { limit: '3', sort: 'id', cursor: nextCursor } })).json.items).toHaveLength(3);
  });
});

describe('a link to the next page', () => {
  const linked = (answer: Awaited<ReturnType<typeof call>>) => {
    const [, target = ''] = /^<(\?[^>]*)>; rel="next"$/.exec(String(answer.headers['Link'])) ?? [];
    return Object.fromEntries(new URL(target, 'https://api.example.com/v1/products').searchParams);
  };

  it('leads to the page of nextCursor, with the same filters', async () => {
    const query = { limit: '2', sort: '-price', search: 'Teapot 1', categoryId: `${kitchen.id}` };
    const first = await call(listProducts, { query });
    expect(linked(first)).toEqual({ ...query, cursor: first.json.nextCursor });
    const second = await call(listProducts, { query: linked(first) });
    expect(second.status).toBe(200);
    expect(linked(second)).toEqual({ ...query, cursor: second.json.nextCursor });
    expect(second.json.nextCursor).not.toBe(first.json.nextCursor);
  });

  it('encodes a search with characters that a header does not allow', async () => {
    const search = '>; rel="prev"\r\nSet-Cookie: a=ä&limit=1';
    const products = await Promise.all([1, 2].map(() => makeProduct({ description: search })));
    expect(linked(await call(listProducts, { query: { search, limit: '1' } }))).toMatchObject({ search, limit: '1' });
    await Promise.all(products.map((product) => product.destroy()));
  });

  it('is missing on the last page', async () => {
    const { json, headers } = await call(listProducts, { query: { search: 'off_season' } });
    expect(json.nextCursor).toBeNull();
    expect(headers).not.toHaveProperty('Link');
  });
});

describe('an entity tag', () => {
  it('is valid until a stock changes', async () => {
    const product = await makeProduct({ name: 'Tagged' });
    const read = (headers = {}) => call(listProducts, { query: { search: 'Tagged' }, headers });
    const { ETag } = (await read()).headers;
    expect(await read({ 'If-None-Match': `${ETag}` })).toMatchObject({ status: 304, text: '' });
    await product.update({ stockQuantity: 9 });
    const changed = await read({ 'If-None-Match': `${ETag}` });
    expect(changed).toMatchObject({ status: 200, json: { items: [{ stockQuantity: 9 }] } });
    expect(changed.headers['ETag']).not.toBe(ETag);
    await product.destroy();
  });

  it('of one product is the same for HEAD and GET', async () => {
    const product = await makeProduct();
    const read = (method: string, headers = {}) => call(getProduct, { method, path: { productId: `${product.id}` }, headers });
    const { headers, text } = await read('GET');
    expect(await read('HEAD')).toMatchObject({ status: 200, text, headers: { ETag: headers['ETag'] } });
    expect(await read('HEAD', { 'If-None-Match': `${headers['ETag']}` })).toMatchObject({ status: 304, text: '' });
    await product.destroy();
  });
});

describe('one product', () => {
  it('is returned as in the listing, in one statement', async () => {
    const [item] = (await call(listProducts, { query: { limit: '1' } })).json.items;
    const { result, sent } = await statementsOf(() => call(getProduct, { path: { productId: String(item.id) } }));
    expect(result).toMatchObject({ status: 200, json: item });
    expect(sent).toHaveLength(1);
  });

  it('is 404 if it is unknown or inactive, and 422 if its ID is invalid', async () => {
    const hidden = await makeProduct({ isActive: false });
    for (const productId of [String(hidden.id), '123456789', '9007199254740991']) {
      expect(await call(getProduct, { path: { productId } })).toMatchObject({ status: 404, json: { code: 'not-found' } });
    }
    for (const productId of ['abc', '-1', '9223372036854775808', '1e3']) {
      expect(await call(getProduct, { path: { productId } })).toMatchObject({
        status: 422,
        json: { errors: [{ path: '/path/productId' }] },
      });
    }
  });
});
