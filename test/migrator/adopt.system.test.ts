import { QueryTypes } from 'sequelize';
import { describe, expect, inject, it } from 'vitest';
import { bundle } from '../../lib/migrator/bundle.ts';
import { stepOfFile } from '../../lib/migrator/commands/fileNames.ts';
import { queryOnce } from '../../local/postgres/client.ts';
import { schemaOf } from '../support/databaseSchema.ts';
import { messageOf, migratable, releaseOf, sends } from './support.ts';

const names = bundle.migrations.map(({ name }) => name);
const three = {
  '1-things': sends('create table things (id int primary key, name varchar(10) not null)'),
  '2-parts': sends(
    `create table parts (id int, thing_id int constraint parts_thing_id_fkey references things, size int default 5,
                         constraint parts_size_check check (size > 0));
     create index parts_size_idx on parts (size)`,
  ),
  '3-last': sends('create table last ()'),
};
const release = releaseOf(three);

/** Creates a database with the migrations of a release up to `to`, and records them by file name, as sequelize-cli does. */
async function migratedByCli(of = release, to?: string, extension = '.js') {
  const database = await migratable();
  const query = (sql: string) => database.sequelize.query<Record<string, unknown>>(sql, { type: QueryTypes.SELECT });
  await database.migrate(to === undefined ? {} : { to }, of);
  await query(`create table copy as select name || '${extension}' as name from "SequelizeMeta";
    drop table "SequelizeMeta";
    create table "SequelizeMeta" (name varchar(255) not null unique primary key);
    insert into "SequelizeMeta" select name from copy;
    drop table copy`);
  const record = () => query('select * from "SequelizeMeta" order by name');
  return { ...database, query, record };
}

it.each([
  ['20241007090000-create-categories.js', '20241007090000-create-categories'],
  ['1-a.cjs', '1-a'],
  ['1-a.mjs', '1-a'],
  ['1-a.ts', '1-a'],
  ['1-a.js.js', '1-a.js'],
  ['20241007090000-create-categories', undefined],
  ['1-a.sql', undefined],
  ['.js', undefined],
])('converts the file name %s to the migration name %s', (file, step) => {
  expect(stepOfFile(file)).toBe(step);
});

describe('a database that sequelize-cli migrated with this release’s migrations', () => {
  it('is adopted without a change to its schema and rows, and up then applies the pending migration', async () => {
    const { migrate, sequelize, query, record } = await migratedByCli(bundle, names.at(-2));
    await query(`insert into categories (name) values ('kept')`);
    await query(`create table "SequelizeData" (name varchar(255) not null primary key);
      insert into "SequelizeData" values ('20250120090000-catalogue.js'), ('20200101000000-theirs.js')`);
    const before = await schemaOf(sequelize);

    expect(await migrate({ adopt: true, to: names.at(-2) })).toMatchObject({
      adopted: names.slice(0, -1),
      applied: [],
      pending: names.slice(-1),
    });
    expect(await schemaOf(sequelize)).toEqual(before);
    expect(await query('select name from categories')).toEqual([{ name: 'kept' }]);
    expect(await query('select name from "SequelizeData" order by name')).toEqual([
      { name: '20200101000000-theirs.js' },
      { name: '20250120090000-catalogue' },
    ]);

    expect(await migrate({ adopt: true })).toMatchObject({ adopted: [], applied: [{ name: names.at(-1) }], executed: names, pending: [] });
    expect(await migrate({})).toMatchObject({ applied: [], pending: [] });
    expect((await record()).map(({ name, checksum }) => ({ name, checksum }))).toEqual(
      names.map((name) => ({ name, checksum: bundle.checksums[name] })),
    );
    expect(
      (await migrate({ command: 'verify' })).problems?.filter(({ code }) => ['edited', 'missing', 'not-adopted'].includes(code)),
    ).toEqual([]);
  });

  it('is adopted even if it has additional tables and indexes, or if the migration files were TypeScript', async () => {
    const { migrate, query } = await migratedByCli(release, undefined, '.ts');
    await query('create table theirs (id int); create index theirs_idx on things (name)');
    expect(await migrate({ adopt: true }, release)).toMatchObject({ adopted: Object.keys(three), pending: [] });
  });

  it('is adopted even if an extension is in a separate schema', async () => {
    const { migrate, sequelize } = await migratable();
    await sequelize.query('create schema extensions; create extension pg_trgm schema extensions');
    const words = releaseOf({
      '1-words': sends('create table words (word text)'),
      '2-index': sends('create extension if not exists pg_trgm; create index words_idx on words using gin (word gin_trgm_ops)'),
    });
    await sequelize.query(`create table words (word text); create index words_idx on words using gin (word extensions.gin_trgm_ops);
      create table "SequelizeMeta" (name varchar(255) primary key); insert into "SequelizeMeta" values ('1-words.js'), ('2-index.js')`);
    expect(await migrate({ adopt: true }, words)).toMatchObject({ adopted: ['1-words', '2-index'] });
  });

  it.each(['up', 'plan', 'down'])('is rejected by %s without --adopt, with an error that names the flag', async (command) => {
    const { migrate, record } = await migratedByCli();
    expect(await messageOf(migrate({ command }, release))).toMatch(
      /^Nothing was run\.\n- SequelizeMeta: not-adopted: sequelize-cli recorded 3 migrations .* such as 1-things\.js.*npm run migrate -- up --adopt/,
    );
    expect(await record()).toEqual(Object.keys(three).map((name) => ({ name: `${name}.js` })));
  });

  it('is reported by verify as not adopted, and not as ahead or missing', async () => {
    const { migrate } = await migratedByCli();
    expect(await migrate({ command: 'verify' }, release)).toMatchObject({
      problems: [{ name: 'SequelizeMeta', code: 'not-adopted' }],
      ahead: [],
    });
  });
});

describe('a record of sequelize-cli is rejected with every reason, and stays unchanged, if it has', () => {
  it.each([
    [
      'a migration that the release lacks',
      `insert into "SequelizeMeta" values ('2-theirs.js')`,
      ['has 2-theirs.js, but this release has no such migration'],
    ],
    [
      'a migration that is recorded twice',
      `insert into "SequelizeMeta" values ('1-things.ts'), ('2-parts')`,
      ['1-things.js and 1-things.ts', '2-parts and 2-parts.js'],
    ],
    [
      'a gap before a later migration',
      `delete from "SequelizeMeta" where name = '2-parts.js'`,
      ['lacks 2-parts, but has the later 3-last'],
    ],
    [
      'an additional required column',
      `alter table "SequelizeMeta" add column "createdAt" timestamptz not null default now(); alter table "SequelizeMeta" alter column "createdAt" drop default`,
      ['"createdAt"'],
    ],
  ])('%s', async (_, change, reasons) => {
    const { migrate, query, record } = await migratedByCli();
    await query(change);
    const before = await record();
    const message = await messageOf(migrate({ adopt: true }, release));
    expect(message).toMatch(/^The record of sequelize-cli was not adopted, and nothing was changed:\n- /);
    for (const reason of reasons) expect(message).toContain(reason);
    expect(message.match(/^- /gm)).toHaveLength(reasons.length);
    expect(await record()).toEqual(before);
  });
});

it('a schema that does not match the migrations is rejected with each difference, and nothing changes', async () => {
  const { migrate, sequelize, query, record } = await migratedByCli();
  await query(`alter table things alter column name type text, add column extra int not null default 1;
    alter table parts alter column size drop default, drop constraint parts_size_check, drop constraint parts_thing_id_fkey,
      add constraint parts_thing_id_fkey foreign key (thing_id) references things on delete cascade;
    create unique index parts_thing_id_key on parts (thing_id);
    drop index parts_size_idx;
    drop table last`);
  const before = [await schemaOf(sequelize), await record()];
  const message = await messageOf(migrate({ adopt: true }, release));
  expect(message.split('\n').filter((line) => line.startsWith('- '))).toEqual([
    '- column parts.size: integer; wanted: integer default 5',
    '- column things.extra: not in this release: integer not null default 1',
    '- column things.name: text not null; wanted: character varying(10) not null',
    '- constraint parts_size_check on parts: missing; wanted: CHECK ((size > 0))',
    '- constraint parts_thing_id_fkey on parts: FOREIGN KEY (thing_id) REFERENCES things(id) ON DELETE CASCADE; wanted: FOREIGN KEY (thing_id) REFERENCES things(id)',
    '- index parts_size_idx on parts: missing; wanted: btree (size)',
    '- index parts_thing_id_key on parts: not in this release: unique btree (thing_id)',
    '- table last: missing',
  ]);
  expect([await schemaOf(sequelize), await record()]).toEqual(before);
});

it('adopts nothing if the owner may not create a schema, and names the missing privilege', async () => {
  const { migrate, query, record, address } = await migratedByCli();
  const asAdmin = (sql: string) => queryOnce(inject('adminUrl'), sql);
  await asAdmin(`alter database ${address.name} owner to postgres; grant connect on database ${address.name} to orders_owner`);
  expect(await messageOf(migrate({ adopt: true }, release))).toContain('- this user may not create the schema');
  await asAdmin(`alter database ${address.name} owner to orders_owner`);
  expect(await record()).toHaveLength(3);
  expect(await query(`select from pg_namespace where nspname like 'orders_adopt%'`)).toEqual([]);
});

it('nothing is adopted while sequelize-cli is writing its record', async () => {
  const { migrate, sequelize, record } = await migratedByCli();
  const transaction = await sequelize.transaction();
  await sequelize.query(`delete from "SequelizeMeta" where name = '3-last.js'`, { transaction });
  // The invocation has no time for a second try.
  expect(await messageOf(migrate({ adopt: true }, release, () => 6_500))).toContain('lock timeout');
  await transaction.rollback();
  expect(await record()).toHaveLength(3);
});
