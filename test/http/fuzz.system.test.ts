import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { fuzz } from '../fuzz/fuzz.ts';
import { fileClient } from '../support/fileClient.ts';
import { openHttpApi } from '../support/httpApi.ts';
import { makeCustomer, makeProducts } from '../support/make.ts';

const client = fileClient();
const api = await openHttpApi();

// `npm run test:fuzz` sends 10,000 requests. This test sends fewer, and the same ones in every run.
it('responds to 700 generated requests as described, and changes only the data that they may change', async () => {
  await makeProducts(240, { stockQuantity: 100_000 });
  const { authSubject } = await makeCustomer();
  const scope = 'orders:fulfil reports:read catalogue:write payments:write';
  const [customer, newcomer, staff, stranger] = await Promise.all([
    api.token({ sub: authSubject }),
    api.token({ sub: 'newcomer' }),
    api.token({ sub: 'staff', scope }),
    api.token({ sub: randomUUID() }),
  ]);
  const { kinds, faults } = await fuzz({
    url: api.url,
    requests: 700,
    seed: 2026,
    tokens: { customer, newcomer, staff, stranger },
    client,
  });
  expect(faults).toEqual([]);
  expect(Object.keys(kinds).length).toBeGreaterThan(25);
  expect(kinds['placeOrder 201 application/json']).toBeGreaterThan(3);
  expect(kinds['putCustomer 201 application/json']).toBeGreaterThan(0);
});
