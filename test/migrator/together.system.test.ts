import type pg from 'pg';
import { expect, it } from 'vitest';
import { migrations } from '../../migrations/index.ts';
import { schemaOf } from '../support/databaseSchema.ts';
import { alone, connected, migratable, releaseOf, sends, until, untilTold } from './support.ts';

/** Returns whether a run has reached the step that waits for the test. */
async function isWorking(client: pg.Client) {
  const working = `select from pg_stat_activity where datname = current_database() and application_name like '% work' and query like '%go%loop%'`;
  return (await client.query(working)).rowCount;
}

const names = migrations.map(({ name }) => name);

it('five concurrent runs of up apply each migration once, and all succeed', async () => {
  const { migrate, sequelize } = await migratable();
  const reports = await Promise.all(Array.from({ length: 5 }, () => migrate({})));
  expect(reports.flatMap(({ applied }) => applied.map(({ name }) => name))).toEqual(names);
  for (const report of reports) expect(report).toMatchObject({ executed: names, pending: [], schema: names.at(-1) });
  expect(await migrate({})).toMatchObject({ applied: [], executed: names });

  const there = await schemaOf(sequelize);
  await migrate({ command: 'down', to: names[0] });
  expect(await migrate({ command: 'status' })).toMatchObject({ executed: [], schema: null });
  await migrate({});
  expect(await schemaOf(sequelize)).toEqual(there);
}, 300_000);

it('an index is built concurrently while other runs wait for the lock, without a deadlock', async () => {
  const { migrate, sequelize } = await migratable();
  const release = releaseOf({
    '1-table': sends('create table things (id int); insert into things select generate_series(1, 200000)'),
    '2-index': alone('create index concurrently things_id_idx on things (id)'),
    '3-last': sends('create table last ()'),
  });
  const reports = await Promise.all(Array.from({ length: 4 }, () => migrate({}, release)));
  expect(reports.flatMap(({ applied }) => applied.map(({ name }) => name))).toEqual(['1-table', '2-index', '3-last']);
  expect((await schemaOf(sequelize)).join('\n')).toContain('CREATE INDEX things_id_idx ON public.things USING btree (id)');
  expect(await migrate({ command: 'verify' }, release)).toMatchObject({ problems: [] });
});

it('a run that does not get the lock reports which session holds it and since when, and that nothing changed', async () => {
  const { migrate, url } = await migratable();
  const slow = releaseOf({ '1-slow': sends(untilTold) });
  const first = migrate({}, slow);
  const client = await connected(url);
  await until(() => isWorking(client));
  // The invocation has time for three attempts to take the lock.
  let looks = 0;
  const error = await migrate({}, slow, () => (looks++ < 3 ? 7_000 : 5_000)).catch((thrown: unknown) => thrown);
  expect(looks).toBe(4);
  expect(error).toMatchObject({
    name: 'LockHeldError',
    message: expect.stringMatching(
      /^Another run of migrate holds the lock: pid \d+ \(user orders_owner, database test_\w+, application_name "orders-migrate up [0-9a-f]{8} lock", since 20\d\d-.*Z\)\. This run waited \d+ s and changed nothing/,
    ),
  });
  await client.query('create table go ()');
  expect(await first).toMatchObject({ applied: [{ name: '1-slow' }] });
});

it('status and verify work during another run', async () => {
  const { migrate, url } = await migratable();
  const slow = releaseOf({ '1-quick': sends('create table quick ()'), '2-slow': sends(untilTold) });
  const run = migrate({}, slow);
  const client = await connected(url);
  await until(() => isWorking(client));
  expect(await migrate({ command: 'status' }, slow)).toMatchObject({ executed: ['1-quick'], pending: ['2-slow'] });
  expect(await migrate({ command: 'verify' }, slow)).toMatchObject({ problems: [], pending: ['2-slow'] });
  await client.query('create table go ()');
  expect(await run).toMatchObject({ executed: ['1-quick', '2-slow'] });
});
