import { randomUUID } from 'node:crypto';
import { expect, it, vi } from 'vitest';
import { handler as importProducts } from '../../functions/catalogue/importProducts.ts';
import { productsAstray } from '../support/books.ts';
import { call } from '../support/call.ts';
import { deadlocks } from '../support/deadlocks.ts';
import { makeCustomer, makeProduct } from '../support/make.ts';
import { placeOrder } from '../support/orderCalls.ts';
import { withoutTimeLimits } from '../support/timeLimits.ts';

// A pool of 8, because this process acts for 8 environments with one connection each.
vi.hoisted(() => Object.assign(process.env, { DATABASE_POOL_MAX: '8' }));
withoutTimeLimits();

const importCsv = (skus: readonly string[], price: number) =>
  call(importProducts, {
    method: 'PUT',
    scope: 'catalogue:write',
    body: `sku,name,priceInCents\n${skus.map((sku) => `${sku},Pot,${price}`).join('\n')}`,
    headers: { 'Content-Type': 'text/csv' },
  });

it('imports and orders of the same products in different sequences all succeed without a deadlock', async () => {
  const products = await Promise.all(Array.from({ length: 30 }, () => makeProduct({ stockQuantity: 1_000 })));
  const backwards = products.toSorted((one, other) => other.id - one.id).map(({ sku }) => sku);
  const subject = (await makeCustomer()).authSubject;
  const items = products.map(({ id }) => ({ productId: id, quantity: 1 }));
  const before = await deadlocks();
  for (let round = 1; round <= 5; round++) {
    const answers = await Promise.all([
      importCsv(backwards, round),
      ...Array.from({ length: 5 }, () => placeOrder(subject, items)),
      importCsv(backwards, 100 + round),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 201, 201, 201, 201, 201, 200]);
  }
  expect(await productsAstray()).toEqual([]);
  expect(await deadlocks()).toBe(before);
});

it('two imports of the same new products in opposite sequences create them once, without a deadlock', async () => {
  const before = await deadlocks();
  for (let round = 1; round <= 3; round++) {
    const skus = Array.from({ length: 400 }, () => randomUUID());
    const answers = await Promise.all([importCsv(skus, 1), importCsv(skus.toReversed(), 1)]);
    const sum = (of: 'created' | 'unchanged') => answers.reduce((all, { json }) => all + json[of], 0);
    expect([sum('created'), sum('unchanged')]).toEqual([400, 400]);
  }
  expect(await deadlocks()).toBe(before);
});
