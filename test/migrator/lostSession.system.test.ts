import { expect, it } from 'vitest';
import { lockKey } from '../../lib/migrator/session/lock.ts';
import { stepRunner } from '../../lib/migrator/steps/stepRunner.ts';
import { connected, messageOf, migratable, releaseOf, sends, until, untilTold } from './support.ts';

const sessions = `select pid, application_name from pg_stat_activity where datname = current_database() and application_name like 'orders-migrate%'`;

it('a run that loses the session of its lock stops its current step, which is rolled back', async () => {
  const { migrate, url } = await migratable();
  const client = await connected(url);
  const release = releaseOf({
    '1-first': sends('create table first ()'),
    '2-slow': sends('create table slow (); select pg_sleep(500)'),
    '3-never': sends('create table never ()'),
  });
  const run = messageOf(migrate({}, release));
  await until(
    async () =>
      (
        await client.query(
          `select from pg_stat_activity where datname = current_database() and query like '%pg_sleep(500)%' and application_name like '% work'`,
        )
      ).rowCount,
  );
  await client.query(`select pg_terminate_backend(pid) from (${sessions}) as s where application_name like '% lock'`);
  expect(await run).toMatch(
    /^2-slow \(up\) failed and was stopped: The session that holds the migration lock is gone.*\nNewest applied migration: 1-first\.$/s,
  );
  const { rows } = await client.query(`select to_regclass('slow') as slow, to_regclass('never') as never`);
  expect(rows).toEqual([{ slow: null, never: null }]);
  expect(await migrate({ command: 'status' }, release)).toMatchObject({ executed: ['1-first'] });
});

it('a step is not recorded without the lock, even if the run has not noticed the loss', async () => {
  const { url, sequelize } = await migratable();
  const client = await connected(url);
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const lock = { pid: rows[0]?.pid ?? 0, check: () => {}, release: async () => {} };
  const steps = () =>
    stepRunner(sequelize, 'SequelizeMeta', releaseOf({ '1-table': sends('create table things ()') }).migrations, { lock });
  expect(await messageOf(steps().umzug.up())).toContain('This run no longer holds the migration lock, so it stops.');
  expect((await client.query(`select to_regclass('things') as things`)).rows).toEqual([{ things: null }]);
  await client.query('select pg_advisory_lock($1, $2)', [lockKey.classid, lockKey.objid]);
  await steps().umzug.up();
  expect(await steps().recorded()).toEqual(['1-table']);
});

it('a new run first ends the session of an earlier run that continues without its lock', async () => {
  const { migrate, url } = await migratable();
  const left = await connected(url);
  await left.query(`set application_name = 'orders-migrate up 00000000 work'`);
  await left.query('begin; create table left_over ()');
  // This step would wait forever for the other transaction, which has created a table of the same name.
  await migrate({}, releaseOf({ '1-table': sends('create table left_over ()') }));
  await expect(left.query('commit')).rejects.toThrow();
});

it('every session of a run has a name, and ends when its client is gone', async () => {
  const { migrate, url } = await migratable();
  const client = await connected(url);
  const seen = `create table seen as select name, setting from pg_settings
     where name in ('client_connection_check_interval', 'idle_in_transaction_session_timeout', 'idle_session_timeout', 'tcp_keepalives_idle', 'lock_timeout', 'statement_timeout')`;
  const run = migrate({}, releaseOf({ '1-look': sends(`${seen}; ${untilTold}`) }), () => 30_000);
  const found = await until(async () => {
    const { rows } = await client.query<{ application_name: string }>(`${sessions} order by application_name`);
    return rows.length === 2 && rows.map((row) => row.application_name);
  });
  expect(found).toEqual([
    expect.stringMatching(/^orders-migrate up [0-9a-f]{8} lock$/),
    expect.stringMatching(/^orders-migrate up [0-9a-f]{8} work$/),
  ]);
  await client.query('create table go ()');
  await run;
  const { rows } = await client.query<{ name: string; setting: string }>('select * from seen');
  const settings = Object.fromEntries(rows.map(({ name, setting }) => [name, Number(setting)]));
  expect(settings).toMatchObject({
    client_connection_check_interval: 2_000,
    idle_in_transaction_session_timeout: 60_000,
    idle_session_timeout: 0,
    tcp_keepalives_idle: 10,
    lock_timeout: 1_000,
    // 30 s of the invocation remain, of which `migrate` reserves 5 s for its end.
    statement_timeout: 25_000,
  });
});
