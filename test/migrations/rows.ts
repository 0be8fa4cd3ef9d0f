import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { fileClient } from '../support/fileClient.ts';
import { makeCustomer, makeProduct } from '../support/make.ts';
import { makeOrder } from '../support/makeOrder.ts';

// Sends SQL as the schema's owner, without the models, because these tests check that the database itself enforces the rules.
export const client = fileClient();

export const tables = [
  'categories',
  'users',
  'products',
  'orders',
  'order_items',
  'order_events',
  'publisher_lease',
  'stock_movements',
  'payments',
] as const;
export type Table = (typeof tables)[number];
export type Row = Readonly<Record<string, unknown>>;

const customer = await makeCustomer();
const product = await makeProduct();
const order = await makeOrder(customer.id, []);

let nextSequence = 1;

/** For each table: a function that returns a valid value for each required column without a default. */
const rightRow: Readonly<Record<Table, () => Row>> = {
  categories: () => ({ name: randomUUID() }),
  users: () => ({ auth_subject: randomUUID(), full_name: 'Ada Example', email: `${randomUUID()}@example.com` }),
  products: () => ({ name: 'Teapot', price_in_cents: 100 }),
  orders: () => ({ user_id: customer.id, total_in_cents: 100, idempotency_key: randomUUID(), request_hash: 'a'.repeat(64) }),
  order_events: () => ({
    order_id: order.id,
    sequence: nextSequence++,
    type: 'order.placed',
    actor: 'customer',
    payload: {},
    request_id: 'request',
  }),
  publisher_lease: () => ({ name: randomUUID(), holder: 'holder', expires_at: new Date() }),
  stock_movements: () => ({
    ...{ product_id: product.id, change: 1, reason: 'count', balance: 1 },
    ...{ actor: randomUUID(), idempotency_key: 'key', request_hash: 'a'.repeat(64) },
  }),
  payments: () => ({ order_id: order.id, kind: 'payment', amount_in_cents: 1, reference: randomUUID(), actor: 'payments' }),
  order_items: () => ({ order_id: order.id, product_id: product.id, quantity: 1, unit_price_in_cents: 100 }),
};

/** Inserts rows and rolls back. Returns the violated constraint or column, or undefined if the rows are valid. */
export async function brokenBy(table: Table, ...rows: readonly Row[]): Promise<{ code: string; rule: string } | undefined> {
  await client.query('begin');
  try {
    for (const row of rows) {
      const values = { ...rightRow[table](), ...row };
      const holders = Object.keys(values).map((_, index) => `$${index + 1}`);
      await client.query(`insert into ${table} (${Object.keys(values).join()}) values (${holders.join()})`, Object.values(values));
    }
    return undefined;
  } catch (error) {
    return brokenRule(error);
  } finally {
    await client.query('rollback');
  }
}

/** Returns the constraint or column in an error of the server. Throws any other error. */
export function brokenRule(error: unknown): { code: string; rule: string } {
  if (!(error instanceof pg.DatabaseError)) throw error;
  return { code: error.code ?? '', rule: error.constraint ?? error.column ?? error.message };
}
