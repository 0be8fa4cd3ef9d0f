import { QueryTypes, type Sequelize } from 'sequelize';
import { beforeAll, describe, expect, it } from 'vitest';
import { migrations } from '../../migrations/index.ts';
import { seeds } from '../../migrations/seeds/index.ts';
import { emptyDatabase, migratedDatabase, migrateFor } from '../support/emptyDatabase.ts';

const tables = ['categories', 'users', 'products', 'orders', 'order_items', 'stock_movements'];
const names = seeds.map(({ name }) => name);
const { sequelize, url } = await emptyDatabase();
const migrate = await migrateFor(url);

async function one(sql: string): Promise<unknown> {
  const rows = await sequelize.query(sql, { type: QueryTypes.SELECT });
  return rows[0];
}

/** Returns a hash of each table's rows, including times and IDs. */
async function hashes(of: Sequelize): Promise<unknown[]> {
  const hash = (table: string) => `select md5(coalesce(json_agg(${table} order by id), '[]')::text) as ${table} from ${table}`;
  return Promise.all(tables.map((table) => of.query(hash(table), { type: QueryTypes.SELECT })));
}

describe('before the schema is complete', () => {
  it('seeds are rejected, the error lists the pending migrations, and nothing is written', async () => {
    await expect(migrate({ command: 'seed' })).rejects.toThrow(
      /^Seeds need the whole schema, and these migrations are pending: 20241007090000-create-categories, .*\. Run the command up first\.$/,
    );
    const [lastButOne, last] = migrations.slice(-2).map(({ name }) => name);
    await migrate({ command: 'up', to: lastButOne });
    await expect(migrate({ command: 'seed' })).rejects.toThrow(`pending: ${last}. Run the command up first`);
    expect(await one('select count(*) from products')).toEqual({ count: 0 });
  });
});

describe('the seeds', () => {
  let seeded: unknown[];

  beforeAll(async () => {
    const { schema } = await migrate({ command: 'up' });
    const report = await migrate({ command: 'seed' });
    expect(report).toMatchObject({ command: 'seed', applied: names.map((name) => ({ name })), pending: [], executed: names, schema });
    seeded = await hashes(sequelize);
  });

  it('create 20 categories with products, and at least 200 products, some of which match a search', async () => {
    const products = `select count(*) >= 200 as enough, count(distinct category_id)::int as categories, count(distinct name) = count(*) as different,
                             min(length(name)) > 3 as named, min(length(description)) > 20 as described, min(price_in_cents) >= 100 as priced,
                             bool_or(stock_quantity = 0) as "someSoldOut", bool_or(not is_active) as "someInactive", bool_or(category_id is null) as "someLoose"
                        from products`;
    expect(await one('select count(*) from categories')).toEqual({ count: 20 });
    expect(await one(products)).toEqual({
      enough: true,
      categories: 20,
      different: true,
      named: true,
      described: true,
      priced: true,
      someSoldOut: true,
      someInactive: true,
      someLoose: true,
    });
  });

  it('create 100 customers, from customer1@example.com (customer-1) to customer100@example.com (customer-100)', async () => {
    const users = await sequelize.query('select auth_subject, email from users order by id', { type: QueryTypes.SELECT });
    expect(users).toEqual(
      Array.from({ length: 100 }, (_, index) => ({ auth_subject: `customer-${index + 1}`, email: `customer${index + 1}@example.com` })),
    );
  });

  it('create 1,000 orders of existing customers in 18 months and in every status', async () => {
    const orders = `select count(*)::int as orders, count(distinct date_trunc('month', orders.created_at at time zone 'UTC'))::int as months,
                           max(orders.created_at) < min(orders.created_at) + interval '18 months' as within,
                           bool_and(users.created_at < orders.created_at and orders.created_at <= orders.updated_at) as plausible,
                           count(distinct status)::int as statuses, count(discount_code) between 1 and 999 as "someDiscounted"
                      from orders join users on users.id = user_id`;
    expect(await one(orders)).toEqual({ orders: 1_000, months: 18, within: true, plausible: true, statuses: 5, someDiscounted: true });
  });

  it('create orders whose totals equal the sums of their lines', async () => {
    const totals = `select count(*) as wrong from orders
                     where total_in_cents is distinct from (select sum(quantity::bigint * unit_price_in_cents) from order_items where order_id = orders.id)`;
    expect(await one(totals)).toEqual({ wrong: 0 });
  });

  it('keep consistent books: the opening stock equals the sold units plus the stock', async () => {
    expect(await migrate({ command: 'verify' })).toMatchObject({ problems: [] });
    const opening = `select count(*) > 200 as all, bool_and(reason = 'opening' and change >= balance) as open, bool_or(balance = 0) as "someSoldOut"
                       from stock_movements`;
    expect(await one(opening)).toEqual({ all: true, open: true, someSoldOut: true });
  });

  it('change nothing when they run again', async () => {
    expect(await migrate({ command: 'seed' })).toMatchObject({ applied: [], pending: [], executed: names });
    expect(await hashes(sequelize)).toEqual(seeded);
  });

  it('write nothing and need no permission when they run again, even if a customer has registered meanwhile', async () => {
    await sequelize.query(`insert into users (auth_subject, full_name, email) values ('auth0|1', 'A Customer', 'a.customer@example.org')`);
    expect(await migrate({ command: 'seed' })).toMatchObject({ applied: [], executed: names });
    await sequelize.query(`delete from users where auth_subject = 'auth0|1'`);
  });

  it('write the same rows into every database', async () => {
    const other = await migratedDatabase();
    const migrateOther = await migrateFor(other.url);
    await migrateOther({ command: 'seed' });
    expect(await hashes(other.sequelize)).toEqual(seeded);
  });
});

describe('a seed is rejected without explicit permission', () => {
  it('on the stage production, even if the seeds have already run', async () => {
    const shop = await migratedDatabase();
    const inProduction = await migrateFor(shop.url, 'production');
    const refusal = /^This stage is production, .* Nothing was written\. .*"allowProductionSeed": true.*--allow-production-seed\.$/;
    await expect(inProduction({ command: 'seed' })).rejects.toThrow(refusal);
    const [users] = await shop.sequelize.query('select count(*) from users');
    expect(users).toEqual([{ count: 0 }]);
    expect(await inProduction({ command: 'seed', allowProductionSeed: true })).toMatchObject({ executed: names });
    await expect(inProduction({ command: 'seed' })).rejects.toThrow(refusal);
  });

  it('in a database with customers that no seed created', async () => {
    const shop = await migratedDatabase();
    const onStage = await migrateFor(shop.url, 'staging');
    const user = `insert into users (auth_subject, full_name, email) values ($1, 'Somebody', $2)`;
    // A seeded customer with a changed email address is not a reason to reject the seeds.
    await shop.sequelize.query(user, { bind: ['customer-7', 'moved@example.org'] });
    await shop.sequelize.query(user, { bind: ['auth0|1', 'somebody@example.org'] });
    await expect(onStage({ command: 'seed' })).rejects.toThrow(
      /^This database contains customers that no seed created, such as the customer with the id 2\. .* Nothing was written\. .*--allow-production-seed\.$/,
    );
    const [counts] = await shop.sequelize.query(
      'select (select count(*) from users) as users, (select count(*) from products) as products',
    );
    expect(counts).toEqual([{ users: 2, products: 0 }]);
    await shop.sequelize.query(`delete from users where auth_subject = 'auth0|1'`);
    expect(await onStage({ command: 'seed' })).toMatchObject({ executed: names });
  });
});

it('if the customers seed could not write a customer, the orders seed fails, names this customer and writes nothing', async () => {
  const taken = await migratedDatabase();
  const migrateTaken = await migrateFor(taken.url);
  await taken.sequelize.query(
    `insert into users (auth_subject, full_name, email) values ('somebody', 'Somebody', 'customer7@example.com')`,
  );
  await expect(migrateTaken({ command: 'seed', allowProductionSeed: true })).rejects.toThrow(
    /20250120090200-orders .*1 of 100 rows of the customers seed are missing, such as .*customer-7"/,
  );
  expect(await migrateTaken({ command: 'status' })).toMatchObject({ pending: [] });
  const [counts] = await taken.sequelize.query('select (select count(*) from users) as users, (select count(*) from orders) as orders');
  expect(counts).toEqual([{ users: 100, orders: 0 }]);
});
