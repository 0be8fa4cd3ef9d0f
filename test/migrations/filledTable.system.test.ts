import pg from 'pg';
import { QueryTypes } from 'sequelize';
import { expect, it } from 'vitest';
import { duringInvocation } from '../../lib/invocation.ts';
import { bookProblems } from '../../lib/migrator/commands/books.ts';
import { stepRunner } from '../../lib/migrator/steps/stepRunner.ts';
import { migrations } from '../../migrations/index.ts';
import { schemaOf } from '../support/databaseSchema.ts';
import { emptyDatabase } from '../support/emptyDatabase.ts';

async function emptied() {
  const { sequelize, url } = await emptyDatabase();
  return { sequelize, url, schema: stepRunner(sequelize, 'SequelizeMeta', migrations) };
}

/** Creates a database with every migration before `name`. */
async function before(name: string) {
  const { sequelize, url, schema } = await emptied();
  const previous = migrations[migrations.findIndex((migration) => migration.name === name) - 1];
  if (!previous) throw new Error(`no migration comes before ${name}`);
  await schema.umzug.up({ to: previous.name });
  return { sequelize, schema, url };
}

it('each existing order gets its own idempotency key and a request hash, and is otherwise unchanged', async () => {
  const { sequelize, schema } = await before('20250317093000-add-idempotency-key-to-orders');
  await sequelize.query(
    `insert into users (auth_subject, full_name, email) values ('ada', 'Ada', 'ada@example.com'), ('bob', 'Bob', 'bob@example.com');
     insert into orders (user_id, status, total_in_cents, discount_code, created_at, updated_at)
     select 1 + n % 2, 'shipped', n * 100, 'SPRING', '2024-12-01', '2024-12-24' from generate_series(1, 3) as n`,
  );
  await schema.umzug.up();
  const orders = await sequelize.query<{ id: number; idempotency_key: string }>('select * from orders order by id', {
    type: QueryTypes.SELECT,
  });
  expect(orders).toMatchObject(
    [1, 2, 3].map((id) => ({
      id,
      user_id: 1 + (id % 2),
      status: 'shipped',
      total_in_cents: id * 100,
      discount_code: 'SPRING',
      idempotency_key: expect.stringContaining(String(id)),
      request_hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      created_at: new Date('2024-12-01'),
      updated_at: new Date('2024-12-24'),
    })),
  );
  expect(new Set(orders.map((order) => order.idempotency_key)).size).toBe(3);
  await expect(sequelize.query('update orders set idempotency_key = null')).rejects.toThrow('not-null');
});

it('the migration that adds the foreign key fails if a product’s category does not exist, and the error names the migration', async () => {
  const name = '20241014083000-add-category-foreign-key-to-products';
  const { sequelize, schema } = await before(name);
  await sequelize.query(`insert into products (category_id, name, price_in_cents) values (99, 'Teapot', 100)`);
  await expect(schema.umzug.up()).rejects.toThrow(new RegExp(`${name} \\(up\\) failed .* \\(SQLSTATE 23503\\)`));
  expect(await schema.recorded()).not.toContain(name);
  await sequelize.query('update products set category_id = null');
  await schema.umzug.up();
  expect(await schema.umzug.pending()).toEqual([]);
});

it('reverting the migration of the search index keeps the extension pg_trgm if another index uses it', async () => {
  const name = '20241118140000-index-product-search';
  const { sequelize, schema } = await before(name);
  await schema.umzug.up();
  await sequelize.query('create table notes (text text); create index on notes using gin (text gin_trgm_ops)');
  await schema.umzug.down({ to: name });
  const extensions = await sequelize.query(`select extname from pg_extension where extname = 'pg_trgm'`, { type: QueryTypes.SELECT });
  expect(extensions).toHaveLength(1);
  expect(await schema.recorded()).not.toContain(name);
});

it('the migration that limits stock fails if cancellations could raise a stock above the largest integer: the error names the product and the remedy', async () => {
  const name = '20261121090000-leave-room-for-cancellations';
  const { sequelize, schema } = await before(name);
  await sequelize.query(
    `insert into users (auth_subject, full_name, email) values ('ada', 'Ada', 'ada@example.com');
     insert into products (name, price_in_cents, stock_quantity) values ('Endless', 1, 2147483647), ('Many', 1, 2147483640), ('Sold', 1, 2147483647);
     insert into orders (user_id, status, total_in_cents, idempotency_key, request_hash)
     select 1, status, 1, status, repeat('a', 64) from unnest(array['pending', 'processing', 'shipped', 'cancelled']) as status;
     insert into order_items (order_id, product_id, quantity, unit_price_in_cents)
     values (1, 1, 2, 1), (2, 1, 3, 1), (2, 2, 7, 1), (3, 3, 9, 1), (4, 3, 9, 1)`,
  );
  await expect(schema.umzug.up()).rejects.toThrow(
    /could not be cancelled, .* product 1 \(stock 2147483647, in orders 5: at most 2147483642\)\. Lower stock_quantity .* run up again \(SQLSTATE 23514\)/,
  );
  expect(await schema.recorded()).not.toContain(name);
  expect(await schemaOf(sequelize)).not.toContainEqual(expect.stringContaining('products_stock_leaves_room'));
  await sequelize.query('update products set stock_quantity = 2147483642 where id = 1');
  await schema.umzug.up();
  expect(await schema.recorded()).toContain(name);
});

it('existing products get a SKU that contains their ID, and so do new products without a SKU', async () => {
  const { sequelize, schema } = await before('20261129090000-add-sku-and-version-to-products');
  const insert = (name: string) =>
    sequelize.query(`insert into products (name, price_in_cents, updated_at) values ('${name}', 1, '2024-12-24')`);
  await insert('Teapot');
  await insert('Cup');
  await schema.umzug.up({ to: '20261129090000-add-sku-and-version-to-products' });
  await insert('Saucer');
  await sequelize.query(`update products set stock_quantity = 5, updated_at = '2024-12-24' where name = 'Teapot'`);
  await schema.umzug.up();
  await insert('Spoon');
  await sequelize.query(`insert into products (sku, name, price_in_cents, updated_at) values ('FORK', 'Fork', 1, '2024-12-24')`);
  const products = await sequelize.query('select id, sku, version, updated_at from products order by id', { type: QueryTypes.SELECT });
  expect(products).toEqual(
    ['product-1', 'product-2', 'product-3', 'product-4', 'FORK'].map((sku, index) => ({
      ...{ id: index + 1, sku, version: 0, updated_at: new Date('2024-12-24') },
    })),
  );
  await expect(sequelize.query('update products set sku = null')).rejects.toThrow('not-null');
});

it('the migration that makes emails unique fails if two emails differ only in case, and the error names the customers', async () => {
  const name = '20261129100000-let-orders-outlive-their-customers';
  const { sequelize, schema } = await before(name);
  await sequelize.query(
    `insert into users (auth_subject, full_name, email)
     values ('ada', 'Ada', 'ada@example.com'), ('bob', 'Bob', 'bob@example.com'), ('eve', 'Eve', 'ADA@example.com')`,
  );
  await expect(schema.umzug.up()).rejects.toThrow(
    /\(users\.id\) have emails that differ in case only: \(1, 3\)\. Change .* run up again \(SQLSTATE 23505\)/,
  );
  expect(await schema.recorded()).not.toContain(name);
  await sequelize.query(`update users set email = 'eve@example.com' where id = 3`);
  await schema.umzug.up();
  expect(await schema.umzug.pending()).toEqual([]);
});

it('existing events get a sequence and an actor, even if earlier events of the order are deleted or the publisher has locked an event', async () => {
  const { sequelize, schema, url } = await before('20261129120200-count-events-of-orders');
  await sequelize.query(
    `insert into users (auth_subject, full_name, email) values ('ada', 'Ada', 'ada@example.com');
     insert into orders (user_id, status, total_in_cents, idempotency_key, request_hash)
     select 1, status, 1, status || n, repeat('a', 64) from unnest(array['delivered', 'cancelled', 'cancelled', 'shipped']) with ordinality as t (status, n);
     insert into order_events (order_id, type, payload, request_id) values
       (1, 'order.placed', '{"status": "pending"}', 'r'), (1, 'order.advanced', '{"status": "processing"}', 'r'),
       (1, 'order.advanced', '{"status": "shipped"}', 'r'), (1, 'order.advanced', '{"status": "delivered"}', 'r'),
       (2, 'order.cancelled', '{"status": "cancelled", "previousStatus": "pending"}', 'r'),
       (3, 'order.cancelled', '{"status": "cancelled", "previousStatus": "processing"}', 'r'),
       (4, 'order.advanced', '{"status": "shipped"}', 'r')`,
  );
  await schema.umzug.up({ to: '20261129120300-add-sequence-and-actor-to-order-events' });
  const publisher = new pg.Client({ connectionString: url });
  await publisher.connect();
  await publisher.query('begin');
  await publisher.query('select from order_events where id = 2 for update');
  const filling = schema.umzug.up({ to: '20261129120400-fill-sequence-and-actor-of-order-events' });
  const left = async () => (await publisher.query("select from order_events where to_jsonb(order_events) ->> 'sequence' is null")).rowCount;
  await expect.poll(left).toBe(1);
  await publisher.query('commit');
  await publisher.end();
  await filling;
  await schema.umzug.up();
  expect(await sequelize.query('select order_id, sequence, actor from order_events order by id', { type: QueryTypes.SELECT })).toEqual([
    { order_id: 1, sequence: 1, actor: 'customer' },
    ...[2, 3, 4].map((sequence) => ({ order_id: 1, sequence, actor: 'staff' })),
    { order_id: 2, sequence: 2, actor: 'customer' },
    { order_id: 3, sequence: 3, actor: 'customer' },
    { order_id: 4, sequence: 3, actor: 'staff' },
  ]);
  const counts = await sequelize.query('select event_count as count from orders order by id', { type: QueryTypes.SELECT });
  expect(counts).toEqual([null, 2, 3, null].map((count) => ({ count })));
});

it('each product with stock or sold units gets one opening movement, of its stock plus its sold units, even if the migration runs again', async () => {
  const { sequelize, schema, url } = await before('20261129110000-create-stock-movements');
  await sequelize.query(
    `insert into users (auth_subject, full_name, email) values ('ada', 'Ada', 'ada@example.com');
     insert into products (sku, name, price_in_cents, stock_quantity) values ('left', 'Left', 1, 10), ('sold', 'Sold out', 1, 0), ('new', 'New', 1, 0);
     insert into orders (user_id, status, total_in_cents, idempotency_key, request_hash)
     select 1, status, cents, status, repeat('a', 64)
       from (values ('pending', 2), ('delivered', 10), ('cancelled', 40)) as placed (status, cents);
     insert into order_items (order_id, product_id, quantity, unit_price_in_cents) values (1, 1, 2, 1), (2, 1, 3, 1), (2, 2, 7, 1), (3, 1, 40, 1)`,
  );
  await schema.umzug.up({ to: '20261129110000-create-stock-movements' });
  await sequelize.query(`insert into products (sku, name, price_in_cents, stock_quantity) values ('later', 'Later', 1, 4)`);
  // A concurrent order locks its product. The migration does not wait for this order and does not count it.
  const buyer = new pg.Client({ connectionString: url });
  await buyer.connect();
  await buyer.query(
    `begin;
     update products set stock_quantity = stock_quantity - 6 where sku = 'left';
     insert into orders (user_id, total_in_cents, idempotency_key, request_hash) values (1, 6, 'new', repeat('a', 64));
     insert into order_items (order_id, product_id, quantity, unit_price_in_cents) values (4, 1, 6, 1)`,
  );
  await schema.umzug.up({ to: '20261129110100-book-opening-stock' });
  expect(await bookProblems(sequelize, await schema.recorded())).toEqual([]);
  await buyer.query('commit');
  await buyer.end();
  await schema.umzug.up();
  const book = (reason = '%') =>
    sequelize.query(
      `select sku, change, balance, reason, actor from stock_movements join products on products.id = product_id
        where reason like $1 order by sku`,
      { bind: [reason], type: QueryTypes.SELECT },
    );
  const opened = [
    { sku: 'later', change: 4, balance: 4 },
    { sku: 'left', change: 15, balance: 10 },
    { sku: 'sold', change: 7, balance: 0 },
  ].map((one) => ({ ...one, reason: 'opening', actor: null }));
  expect(await book()).toEqual(opened);
  expect(await bookProblems(sequelize, await schema.recorded())).toEqual([]);
  // After another movement was booked, the migration is reverted and applied again.
  await sequelize.query(
    `update products set stock_quantity = 6 where sku = 'left';
     insert into stock_movements (product_id, change, reason, balance, actor, idempotency_key, request_hash)
     values (1, 2, 'receipt', 6, 'staff', 'key', repeat('a', 64))`,
  );
  await schema.umzug.down({ to: '20261129110100-book-opening-stock' });
  await schema.umzug.up();
  expect(await book('opening')).toEqual(opened.map((one) => (one.sku === 'left' ? { ...one, balance: 6 } : one)));
  expect(await bookProblems(sequelize, await schema.recorded())).toEqual([]);
  await sequelize.query(`update products set stock_quantity = 11 where sku in ('left', 'sold')`);
  expect(await bookProblems(sequelize, await schema.recorded())).toEqual([
    { name: 'product 1', code: 'books', message: expect.stringMatching(/stock of left is 11, but .* are 6\. 2 products differ/) },
    { name: 'product 2', code: 'books', message: expect.stringMatching(/stock of sold is 11, but .* are 0\. 2 products differ/) },
  ]);
});

it('the check of the books reports wrong payments and totals, missing events of orders of the last day, and each comparison that runs out of time', async () => {
  const { sequelize, schema, url } = await emptied();
  await schema.umzug.up();
  await sequelize.query(
    `insert into users (auth_subject, full_name, email) values ('ada', 'Ada', 'ada@example.com');
     insert into products (sku, name, price_in_cents, stock_quantity) values ('pot', 'Pot', 100, 100);
     insert into orders (user_id, total_in_cents, paid_in_cents, event_count, idempotency_key, request_hash)
     select 1, 200, 150, 3, n, repeat('a', 64) from generate_series(1, 6) as n;
     insert into order_items (order_id, product_id, quantity, unit_price_in_cents) select n, 1, 2, 100 from generate_series(1, 6) as n;
     update products set stock_quantity = stock_quantity - 12;
     insert into payments (order_id, kind, amount_in_cents, reference, actor)
     select n, kind, cents, kind || n, 'shop' from generate_series(1, 6) as n, (values ('payment', 200), ('refund', 50)) as paid (kind, cents);
     insert into order_events (order_id, sequence, type, actor, payload, request_id)
     select n, sequence, 'order.placed', 'shop', '{}', 'request' from generate_series(1, 6) as n, generate_series(1, 3) as sequence`,
  );
  const problems = async () => bookProblems(sequelize, await schema.recorded());
  expect(await problems()).toEqual([]);
  await sequelize.query(
    `update orders set paid_in_cents = 151 where id = 2;
     update orders set total_in_cents = 201 where id = 3;
     delete from order_items where order_id = 4;
     update products set stock_quantity = stock_quantity + 2;
     delete from order_events where order_id in (1, 5) and sequence = 2;
     update orders set created_at = now() - interval '25 hours' where id = 1;
     update orders set event_count = 4 where id = 6`,
  );
  expect((await problems()).map(({ name, code, message }) => `${name} ${code}: ${message.split(' See')[0]}`)).toEqual([
    'order 2 books: paid_in_cents of the order is 151, but its payments minus its refunds are 150. 1 orders differ.',
    'order 3 books: the total of the order is 201, but the sum of its lines is 200. 2 orders differ.',
    'order 4 books: the total of the order is 200, but the sum of its lines is 0. 2 orders differ.',
    'order 5 books: the order has 2 events up to sequence 3, but its event_count is 3. 2 orders differ.',
    'order 6 books: the order has 3 events up to sequence 3, but its event_count is 4. 2 orders differ.',
  ]);
  // The lock makes each comparison wait until its time limit, so each is reported as unfinished.
  const other = new pg.Client({ connectionString: url });
  await other.connect();
  await other.query('begin; lock table products, orders');
  const late = await duringInvocation({ requestId: 'late', remainingMs: () => 0 }, problems);
  expect(late.map(({ name }) => name)).toEqual(['stock_movements', 'payments', 'order_items', 'order_events']);
  await other.end();
});
