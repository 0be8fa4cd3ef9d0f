import { expect, it } from 'vitest';
import { handler } from '../../functions/listCategories.ts';
import { call } from '../support/call.ts';
import { makeCategory, makeProduct } from '../support/make.ts';
import { statementsOf } from '../support/statements.ts';

it('returns every category by name with its number of active products, in one statement', async () => {
  const [tea, cups] = [await makeCategory('Tea'), await makeCategory('Cups')];
  await makeCategory('Spoons');
  await makeProduct({ categoryId: tea.id });
  await makeProduct({ categoryId: tea.id });
  await makeProduct({ categoryId: tea.id, isActive: false });
  await makeProduct({ categoryId: cups.id, isActive: false });
  const { result, sent } = await statementsOf(() => call(handler));
  expect(result).toMatchObject({ status: 200, headers: { 'Cache-Control': expect.stringMatching(/^public/), ETag: expect.any(String) } });
  expect(result.json).toEqual({
    items: [
      { id: cups.id, name: 'Cups', productCount: 0 },
      { id: expect.any(Number), name: 'Spoons', productCount: 0 },
      { id: tea.id, name: 'Tea', productCount: 2 },
    ],
  });
  expect(sent).toHaveLength(1);
  const unchanged = await call(handler, { headers: { 'If-None-Match': String(result.headers['ETag']) } });
  expect(unchanged.status).toBe(304);
});

it('rejects every parameter', async () => {
  expect(await call(handler, { query: { limit: '1' } })).toMatchObject({ status: 422, json: { errors: [{ path: '/query/limit' }] } });
});
