import { randomUUID } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { handler as importProducts } from '../../functions/catalogue/importProducts.ts';
import { handler as oldFunction } from '../../functions/catalogue.ts';
import { handler as listCatalogueProducts } from '../../functions/listCatalogueProducts.ts';
import { neutralised, restored } from '../../lib/catalogue/formulas.ts';
import { call, contextOf, eventOf } from '../support/call.ts';
import { makeCategory, makeProduct, makeProducts } from '../support/make.ts';
import { ownerDatabase } from '../support/ownerDatabase.ts';
import { statementsOf } from '../support/statements.ts';

const scope = 'catalogue:write';
const csvType = { 'Content-Type': 'text/csv' };
const importCsv = (body: string | Uint8Array, headers: Record<string, string> = csvType) =>
  call(importProducts, { method: 'PUT', scope, body, headers });
const list = (query: Record<string, string> = {}) => call(listCatalogueProducts, { scope, query });

async function exported(query: Record<string, string> = {}): Promise<string> {
  const answer = await listCatalogueProducts(eventOf({ scope, query, headers: { Accept: 'text/csv' } }), contextOf(10_000));
  expect(answer).toMatchObject({
    statusCode: 200,
    headers: { 'Content-Type': 'text/csv; charset=utf-8', Vary: expect.stringContaining('Accept') },
  });
  return answer.body ?? '';
}

const rows = async (skus: readonly string[]) =>
  (await ownerDatabase()).Product.findAll({ where: { sku: [...skus] }, include: 'category', order: ['id'] });

it('creates and updates products by SKU, and counts both', async () => {
  const [known, same, fresh] = [await makeProduct({ name: 'Old' }), await makeProduct({ name: 'Same', priceInCents: 5 }), randomUUID()];
  const category = randomUUID();
  const body = `sku,name,priceInCents,category\n${known.sku},New,7,${category}\n${same.sku},Same,5,\n${fresh},Fresh,0,${category}\n`;
  const { result, sent } = await statementsOf(() => importCsv(body));
  expect(result).toMatchObject({ status: 200, json: { created: 1, updated: 1, unchanged: 1 } });
  expect(sent).toHaveLength(9);
  expect(await rows([known.sku, same.sku, fresh])).toMatchObject([
    { name: 'New', priceInCents: 7, version: 1, stockQuantity: 10, category: { name: category } },
    { name: 'Same', version: 0 },
    { name: 'Fresh', description: '', isActive: true, stockQuantity: 0, version: 0, category: { name: category } },
  ]);
  const again = await statementsOf(() => importCsv(body));
  expect(again.result.json).toEqual({ created: 0, updated: 0, unchanged: 3 });
  expect(again.sent).toHaveLength(1);
});

it('keeps the values of a missing column', async () => {
  const { sku } = await makeProduct({ name: 'Pot', description: 'Of clay', isActive: false, categoryId: (await makeCategory('Clay')).id });
  expect((await importCsv(`sku;name;priceInCents\n${sku};Pot;3`)).json).toEqual({ created: 0, updated: 1, unchanged: 0 });
  expect(await rows([sku])).toMatchObject([{ priceInCents: 3, description: 'Of clay', isActive: false, category: { name: 'Clay' } }]);
});

it.each([
  [
    'a byte order mark and CRLF',
    (sku: string) => `\uFEFFsku,name,priceInCents,description\r\n${sku},Pot,3,"a\r\nb, ""c"""\r\n`,
    'a\r\nb, "c"',
  ],
  ['semicolons', (sku: string) => `sku;name;priceInCents;description\n${sku};Pot;3;a, b`, 'a, b'],
  ['a semicolon inside a cell', (sku: string) => `sku,name,priceInCents,description\n${sku},Pot,3,a; b`, 'a; b'],
  ['mixed line endings and empty lines', (sku: string) => `sku,name,priceInCents,description\r\n\n${sku},Pot,3,"x\ny"\r\r\n`, 'x\ny'],
  ['columns in another order, quoted', (sku: string) => `"description","priceInCents","name","sku"\n"z","3","Pot","${sku}"`, 'z'],
  ['TRUE, as a spreadsheet writes it', (sku: string) => `sku,name,priceInCents,description,isActive\n${sku},Pot,3,t,TRUE`, 't'],
])('reads %s', async (_, body, description) => {
  const sku = randomUUID();
  expect((await importCsv(body(sku))).json).toEqual({ created: 1, updated: 0, unchanged: 0 });
  expect(await rows([sku])).toMatchObject([{ name: 'Pot', priceInCents: 3, description, isActive: true }]);
});

it('imports an export without changing a product, even with unusual cells', async () => {
  const texts = [
    '=1+1',
    "'=1",
    "''+1",
    '-5',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '＝1',
    "'quoted'",
    'a;b,c"d',
    ' space ',
    'true',
    '007',
    '1,5',
    'é',
  ];
  for (const text of texts)
    await makeProduct({ name: text, description: text, categoryId: (await makeCategory(text)).id, isActive: false });
  const body = await exported();
  expect(body.startsWith('\uFEFFsku,name,description,category,priceInCents,isActive\r\n')).toBe(true);
  // No cell begins like a formula.
  const cells = parse(body, { bom: true }).flat();
  expect(cells.filter((cell) => /^[=+@＝\t\r\n-]/.test(String(cell)))).toEqual([]);
  const { result, sent } = await statementsOf(() => importCsv(body));
  expect(result.json).toEqual({ created: 0, updated: 0, unchanged: (await list({ limit: '200' })).json.items.length });
  expect(sent).toHaveLength(1);
});

it.each(['=1', "'=1", "'''@x", 'plain', "'plain", '', "'", '\n-'])('restores %j after escaping it', (text) => {
  expect(restored(neutralised(text))).toBe(text);
});

it('reports each fault by line and column, and changes nothing', async () => {
  const { sku } = await makeProduct({ name: 'Pot' });
  const body = [
    'sku,name,priceInCents,category,isActive,description',
    `${sku},Changed,1,,true,`,
    'a b,Pot,1,,true,',
    'ok-1,,-1,,maybe,"two',
    'lines"',
    `ok-2,Pot,1.5,${'x'.repeat(101)},true,`,
    'ok-2,Pot,1,,true,a\0',
    'ok-3,Pot,2147483648,,true,',
  ].join('\n');
  const { json } = await importCsv(body.replace('a\0', 'a'));
  expect(json).toMatchObject({ status: 422, code: 'invalid-request' });
  expect(json.errors).toEqual([
    { path: '/body/3/sku', message: 'A SKU has 1 to 64 characters of A-Z a-z 0-9 . _ -' },
    { path: '/body/4/name', message: 'A product needs a name' },
    { path: '/body/4/priceInCents', message: 'A price is a whole number' },
    { path: '/body/4/isActive', message: 'Expected true or false' },
    { path: '/body/6/priceInCents', message: 'A price is a whole number' },
    { path: '/body/6/category', message: 'A name has at most 100 characters' },
    { path: '/body/7/sku', message: 'This SKU is also on line 6' },
    { path: '/body/8/priceInCents', message: 'A price is at most 2147483647' },
  ]);
  expect((await importCsv(body)).json.errors).toEqual([{ path: '/body/7/description', message: 'Must not contain the character U+0000' }]);
  expect(await rows([sku, 'ok-1', 'ok-2', 'ok-3'])).toMatchObject([{ name: 'Pot', version: 0 }]);
});

it('reports the first 500 faults of a file', async () => {
  const lines = Array.from({ length: 200 }, (_, index) => `many-${index},,1.5,maybe`);
  const { json } = await importCsv(['sku,name,priceInCents,isActive', ...lines].join('\n'));
  expect(json.errors).toHaveLength(500);
  expect(json.errors.at(-1)).toMatchObject({ path: '/body/168/priceInCents' });
});

it.each([
  ['a missing column', 'sku,name', ['/body/1/priceInCents']],
  ['an unknown column and a repeated column', 'sku,name,priceInCents,stockQuantity,name', ['/body/1/stockQuantity', '/body/1/name']],
  ['a column name in upper case', 'SKU,name,priceInCents', ['/body/1/SKU', '/body/1/sku']],
  ['an empty header', '\n', ['/body/1/sku', '/body/1/name', '/body/1/priceInCents']],
  ['too many rows', 'sku,name,priceInCents\n'.padEnd(200_030, 'x,y,1\n'), ['/body']],
])('rejects a file with %s', async (_, body, paths) => {
  expect((await importCsv(body)).json.errors?.map(({ path }: { path: string }) => path)).toEqual(paths);
});

it.each([
  ['an empty file', '', csvType, 400, 'malformed-csv'],
  ['an open quote', 'sku,name,priceInCents\na,"b,1', csvType, 400, 'malformed-csv'],
  ['a row with too many cells', 'sku,name,priceInCents\na,b,1,2', csvType, 400, 'malformed-csv'],
  ['a file in another encoding', Uint8Array.from([0xff, 0xfe, 0x73, 0x00]), csvType, 400, 'malformed-csv'],
  ['JSON', '{}', { 'Content-Type': 'application/json' }, 415, 'unsupported-media-type'],
  ['no content type', 'sku,name,priceInCents', {}, 415, 'unsupported-media-type'],
  ['a compressed file', 'sku', { ...csvType, 'Content-Encoding': 'gzip' }, 415, 'unsupported-media-type'],
  ['more than 4 MB', 'x'.repeat(4_000_001), csvType, 413, 'payload-too-large'],
])('rejects %s', async (_, body, headers: Record<string, string>, status, code) => {
  const answer = await importCsv(body, headers);
  expect([answer.status, answer.json.code]).toEqual([status, code]);
});

it('requires the scope', async () => {
  for (const [handler, request] of [
    [listCatalogueProducts, {}],
    [importProducts, { method: 'PUT', body: 'sku,name,priceInCents', headers: csvType }],
  ] as const) {
    expect((await call(handler, request)).status).toBe(401);
    expect((await call(handler, { ...request, subject: 'staff', scope: 'orders:fulfil' })).status).toBe(403);
  }
});

it('creates one product when concurrent imports contain the same new SKU, and loses no change', async () => {
  const sku = randomUUID();
  const answers = await Promise.all(Array.from({ length: 4 }, (_, index) => importCsv(`sku,name,priceInCents\n${sku},Pot,${index}`)));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  const sum = (of: 'created' | 'updated') => answers.reduce((all, { json }) => all + json[of], 0);
  expect([sum('created'), sum('updated')]).toEqual([1, 3]);
  expect(await rows([sku])).toMatchObject([{ version: 3 }]);
});

describe('GET /catalogue/products', () => {
  it.each(['GET', 'HEAD'])('is still served by the former function, catalogue, with the method %s', async (method) => {
    await makeProduct();
    const answer = await oldFunction(eventOf({ scope, method, routeKey: `${method} /catalogue/products` }), contextOf(10_000));
    expect(answer).toMatchObject({ statusCode: 200, body: (await list()).text });
  });

  it('pages through all products by ID, including inactive ones, with one statement for each page', async () => {
    await makeProducts(3);
    await makeProduct({ isActive: false });
    const all: number[] = [];
    let cursor: string | null = null;
    do {
      const { result, sent } = await statementsOf(() => list({ limit: '3', ...(cursor && { cursor }) }));
      expect(sent).toHaveLength(1);
      expect(result.json.items.length).toBeLessThanOrEqual(3);
      all.push(...result.json.items.map(({ id }: { id: number }) => id));
      cursor = result.json.nextCursor;
    } while (cursor);
    expect(all).toEqual((await (await ownerDatabase()).Product.findAll({ order: ['id'] })).map(({ id }) => id));
  });

  it('filters by category, by isActive and by a substring of name, description or SKU', async () => {
    const category = await makeCategory();
    const categoryId = category.id;
    const one = await makeProduct({ categoryId, name: 'Größe 100 %_x', sku: `Weird.${randomUUID()}` });
    const two = await makeProduct({ categoryId, description: 'of CLAY', isActive: false });
    const ids = async (query: Record<string, string>) =>
      (await list({ categoryId: String(categoryId), ...query })).json.items.map(({ id }: { id: number }) => id);
    expect(await ids({})).toEqual([one.id, two.id]);
    expect(await ids({ isActive: 'true' })).toEqual([one.id]);
    expect(await ids({ isActive: 'false' })).toEqual([two.id]);
    expect(await ids({ search: 'größe' })).toEqual([one.id]);
    expect(await ids({ search: 'gro\u0308' })).toEqual([one.id]);
    expect(await ids({ search: '%_' })).toEqual([one.id]);
    expect(await ids({ search: 'clay' })).toEqual([two.id]);
    expect(await ids({ search: 'WEIRD.' })).toEqual([one.id]);
    expect(await ids({ search: "' or 1=1" })).toEqual([]);
  });

  it.each([
    [{ limit: '201' }, '/query/limit'],
    [{ limit: '0' }, '/query/limit'],
    [{ isActive: 'yes' }, '/query/isActive'],
    [{ search: '' }, '/query/search'],
    [{ sort: 'name' }, '/query/sort'],
  ])('rejects %j', async (query, path) => {
    expect((await list(query as Record<string, string>)).json).toMatchObject({ status: 422, errors: [{ path }] });
  });

  it('returns up to 10,000 products as CSV, with a link to the next page', async () => {
    const answer = await listCatalogueProducts(
      eventOf({ scope, query: { limit: '1' }, headers: { Accept: 'text/csv' } }),
      contextOf(10_000),
    );
    expect(answer.headers?.['Link']).toMatch(/rel="next"$/);
    expect(answer.body?.trim().split('\r\n')).toHaveLength(2);
    expect((await list({ limit: '200' })).status).toBe(200);
    const tooMany = await listCatalogueProducts(
      eventOf({ scope, query: { limit: '10001' }, headers: { Accept: 'text/csv' } }),
      contextOf(10_000),
    );
    expect(tooMany.statusCode).toBe(422);
    await exported({ limit: '10000' });
  });
});
