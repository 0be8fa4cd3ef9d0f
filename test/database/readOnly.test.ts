import { randomUUID } from 'node:crypto';
import { expect, inject, it, vi } from 'vitest';
import { call } from '../support/call.ts';
import { fileClient } from '../support/fileClient.ts';
import { freshFunction } from '../support/freshFunction.ts';
import { makeCustomer, makeProduct } from '../support/make.ts';
import { ownClock } from '../support/ownClock.ts';

const address = process.env['DATABASE_URL'] ?? '';
const name = new URL(address).pathname.slice(1);
const admin = fileClient({ connectionString: inject('adminUrl') });

it('responds with 503 while the database is read-only, and with 201 on a new connection afterwards', async () => {
  const clock = ownClock();
  const [customer, product] = [await makeCustomer(), await makeProduct()];
  const order = () => ({
    subject: customer.authSubject,
    headers: { 'Idempotency-Key': randomUUID() },
    body: { items: [{ productId: product.id, quantity: 1 }] },
  });
  const handler = await freshFunction('placeOrder', { DATABASE_URL: address });
  const { log } = await import('../../lib/log.ts');
  vi.spyOn(log, 'warn').mockImplementation(() => clock.move(1_000));
  // Changes the setting only in this database, because all databases share the role.
  await admin.query(`alter role orders_api in database ${name} set default_transaction_read_only = on`);
  try {
    const refused = await call(handler, { ...order(), remainingMs: 5_000 });
    expect(refused).toMatchObject({ status: 503, headers: { 'Retry-After': '1' }, json: { code: 'database-unavailable' } });
  } finally {
    await admin.query(`alter role orders_api in database ${name} reset default_transaction_read_only`);
  }
  expect(await call(handler, order())).toMatchObject({ status: 201 });
});
