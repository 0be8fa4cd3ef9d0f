import { expect, it, vi } from 'vitest';
import { prepared } from '../../lib/database/prepared.ts';
import { withDatabase } from '../../lib/database/withDatabase.ts';
import { call } from '../support/call.ts';
import { freshFunction } from '../support/freshFunction.ts';
import { makeCustomer } from '../support/make.ts';
import { ownerDatabase } from '../support/ownerDatabase.ts';

const held = () =>
  withDatabase(async ({ sequelize }) => {
    const [rows] = await sequelize.query('select name, statement from pg_prepared_statements');
    return rows;
  });
const one = (sql: string, bind: unknown[]) => withDatabase(({ sequelize }) => sequelize.query(sql, { bind }));

it('prepares a statement marked by prepared() once per connection, and no other statement', async () => {
  const sql = prepared('select $1::int + 1 as two');
  for (let count = 0; count < 3; count++) await one(sql, [1]);
  await withDatabase(({ sequelize }) => sequelize.query('select 41 + $1::int', { bind: [1] }));
  expect(await held()).toEqual([{ name: expect.stringMatching(/^orders_\d+$/), statement: sql }]);
});

it('prepares no statement behind a proxy, because a prepared statement would pin the session, or would be missing in the next session', async () => {
  const { authSubject: subject } = await makeCustomer();
  const variables = { DATABASE_URL: process.env['DATABASE_URL'], DATABASE_VIA_PROXY: 'true' };
  const cancelOrder = await freshFunction('cancelOrder', variables);
  expect(await call(cancelOrder, { subject, path: { orderId: '1' } })).toMatchObject({ status: 404 });
  const { withDatabase: fresh } = await import('../../lib/database/withDatabase.ts');
  expect(await fresh(({ sequelize }) => sequelize.query('select * from pg_prepared_statements').then(([rows]) => rows))).toEqual([]);
  vi.resetModules();
});

it('retries on a new connection when a session has lost a prepared statement, or a migration has changed the type of its result', async () => {
  const owner = await ownerDatabase();
  await owner.sequelize.query('create table changing (value int); insert into changing values (1); grant select on changing to public');
  const sql = prepared('select * from changing where $1::int is not null');
  const pid = async () => JSON.stringify(await withDatabase(({ sequelize }) => sequelize.query('select pg_backend_pid()')));
  expect(await one(sql, [1])).toMatchObject([[{ value: 1 }], {}]);
  const first = await pid();
  await owner.sequelize.query('alter table changing alter value type text');
  expect(await one(sql, [1])).toMatchObject([[{ value: '1' }], {}]);
  const second = await pid();
  await withDatabase(({ sequelize }) => sequelize.query('deallocate all'));
  expect(await one(sql, [1])).toMatchObject([[{ value: '1' }], {}]);
  expect(new Set([first, second, await pid()]).size).toBe(3);
});
