import { DataTypes } from 'sequelize';
import { expect, it } from 'vitest';
import { schemaOf } from '../support/databaseSchema.ts';
import { alone, connected, messageOf, migratable, releaseOf, sends, until } from './support.ts';

it('shows the bound values of a statement', async () => {
  const { migrate } = await migratable();
  const release = releaseOf({
    '1-table': {
      up: async ({ queryInterface, sequelize, transaction }) => {
        await queryInterface.createTable('things', { id: DataTypes.INTEGER }, { transaction });
        await sequelize.query('insert into things values ($1)', { bind: [7], transaction });
      },
      down: async () => {},
    },
  });
  expect((await migrate({ command: 'plan' }, release)).statements).toMatchObject([
    { sql: ['CREATE TABLE "things" ("id" INTEGER);', 'insert into things values ($1)\n-- with [7]'] },
  ]);
});

it('lists and marks a non-transactional migration without running it', async () => {
  const { migrate, sequelize } = await migratable();
  const release = releaseOf({
    '1-table': sends('create table things (id int)'),
    '2-index': alone('create index concurrently a on things (id)'),
  });
  expect((await migrate({ command: 'plan' }, release)).statements).toEqual([
    { name: '1-table', sql: ['create table things (id int)'], transactional: true },
    { name: '2-index', sql: ['create index concurrently a on things (id)'], transactional: false },
  ]);
  expect((await schemaOf(sequelize)).join()).not.toContain('things');
});

it('gives up before the deadline if it gets no lock, and succeeds once the lock is free', async () => {
  const { migrate, url } = await migratable();
  const release = releaseOf({ '1-table': sends('create table things ()'), '2-column': sends('alter table things add column id int') });
  await migrate({ to: '1-table' }, release);
  const [long, observer] = [await connected(url), await connected(url)];
  await long.query('begin; select from things');
  let leftMs = 60_000;
  const message = messageOf(migrate({ command: 'plan' }, release, () => leftMs));
  await until(async () => (await observer.query(`select from pg_locks where relation = 'things'::regclass and not granted`)).rowCount);
  // The remaining time is not enough for another try.
  leftMs = 6_000;
  expect(await message).toMatch(/SQLSTATE 55P03/);
  await long.query('commit');
  expect((await migrate({ command: 'plan' }, release)).statements).toHaveLength(1);
});
