import pg from 'pg';
import { expect, it } from 'vitest';
import { makeCustomer, makeProduct, stockOf } from '../support/make.ts';
import { placeOrder } from '../support/orderCalls.ts';

it('returns 503 and takes no stock while another session locks a product for longer than lock_timeout', async () => {
  const customer = await makeCustomer();
  const product = await makeProduct({ stockQuantity: 5 });
  const place = () => placeOrder(customer.authSubject, [{ productId: product.id, quantity: 1 }], 'held');
  const holder = new pg.Client({ connectionString: process.env['MIGRATION_DATABASE_URL'] });
  await holder.connect();
  await holder.query('begin');
  await holder.query('select from products where id = $1 for update', [product.id]);
  const refused = await place();
  expect(refused).toMatchObject({ status: 503, json: { code: 'overloaded' }, headers: { 'Retry-After': expect.any(String) } });
  await holder.query('rollback');
  await holder.end();
  expect(await stockOf(product.id)).toBe(5);
  expect(await place()).toMatchObject({ status: 201 });
  expect(await stockOf(product.id)).toBe(4);
});
