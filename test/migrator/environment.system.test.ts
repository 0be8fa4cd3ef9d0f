import { QueryTypes, type Sequelize } from 'sequelize';
import { describe, expect, inject, it } from 'vitest';
import { queryOnce } from '../../local/postgres/client.ts';
import { addressFor } from '../setup/owner.ts';
import { schemaOf } from '../support/databaseSchema.ts';
import { messageOf, migratable, releaseOf, sends } from './support.ts';

// Tests databases with unusual settings. test/migrations/apiRole.system.test.ts tests faults of the API's role, which all databases share.

/** Runs a statement as superuser in the database of `url`. */
const asAdmin = (url: string, sql: string) => queryOnce(addressFor(inject('adminUrl'), databaseOf(url), loginOf(inject('adminUrl'))), sql);

const databaseOf = (url: string) => new URL(url).pathname.slice(1);
const loginOf = (url: string) => ({ user: new URL(url).username, password: decodeURIComponent(new URL(url).password) });

async function schemasOf(sequelize: Sequelize): Promise<string[]> {
  const rows = await sequelize.query<{ schema: string }>(
    `select distinct relnamespace::regnamespace::text as schema from pg_class where relname in ('products', 'orders', 'SequelizeMeta')`,
    { type: QueryTypes.SELECT },
  );
  return rows.map(({ schema }) => schema);
}

const owner = inject('owner').user;

describe('up creates its tables in the schema public', () => {
  it.each([
    [
      'if pg_trgm is in another schema',
      () => `create schema "Ex, t"; create extension pg_trgm schema "Ex, t"; grant usage on schema "Ex, t" to ${owner}`,
    ],
    ['if another schema has the name of the owner', () => `create schema authorization ${owner}`],
    ['if the search path is empty', (name: string) => `alter database ${name} set search_path = ''`],
  ])('%s', async (_title, sql) => {
    const { url, sequelize, migrate } = await migratable();
    await asAdmin(url, sql(databaseOf(url)));
    await migrate({ command: 'up' });
    expect(await schemasOf(sequelize)).toEqual(['public']);
    expect(await migrate({ command: 'verify' })).toMatchObject({ pending: [], problems: [] });
  });
});

it('creates the same schema in a database with unusual settings', async () => {
  const plain = await migratable();
  const odd = await migratable();
  const settings = {
    datestyle: "'German'",
    timezone: "'Asia/Kathmandu'",
    intervalstyle: "'sql_standard'",
    bytea_output: "'escape'",
    standard_conforming_strings: 'off',
    escape_string_warning: 'off',
    transform_null_equals: 'on',
    default_transaction_isolation: "'serializable'",
    extra_float_digits: '-15',
    row_security: 'off',
    quote_all_identifiers: 'on',
    array_nulls: 'off',
    lc_messages: "'C'",
  };
  const name = databaseOf(odd.url);
  await asAdmin(
    odd.url,
    Object.entries(settings)
      .map(([setting, value]) => `alter database ${name} set ${setting} = ${value}`)
      .join('; '),
  );
  await plain.migrate({ command: 'up' });
  await odd.migrate({ command: 'up' });
  expect(await odd.migrate({ command: 'verify' })).toMatchObject({ problems: [] });
  // Resets quote_all_identifiers for the comparison, because it changes the names that the catalogue returns.
  await odd.sequelize.query('set quote_all_identifiers = off');
  expect(await schemaOf(odd.sequelize)).toEqual(await schemaOf(plain.sequelize));
});

describe('up changes nothing and names the remedy', () => {
  const latin1 = "encoding 'LATIN1' locale_provider libc lc_collate 'C' lc_ctype 'C'";
  it.each<[title: string, options: string, sql: (name: string) => string, message: RegExp]>([
    ['where the encoding is not UTF-8', latin1, () => '', /its encoding is LATIN1, .* encoding 'UTF8' template template0/],
    [
      'where the encoding is SQL_ASCII',
      "encoding 'SQL_ASCII' locale_provider libc lc_collate 'C' lc_ctype 'C'",
      () => '',
      /its encoding is SQL_ASCII/,
    ],
    ['where there is no schema public', '', () => 'drop schema public', /create schema public/],
    [
      'where the owner may not create tables in public',
      '',
      () => 'revoke create on schema public from pg_database_owner',
      new RegExp(`grant usage, create on schema public to ${owner}`),
    ],
    [
      'where the owner may not use the schema of pg_trgm',
      '',
      () => 'create schema extensions; create extension pg_trgm schema extensions',
      new RegExp(`grant usage on schema extensions to ${owner}`),
    ],
    [
      'where the owner may not create pg_trgm',
      '',
      (name) => `alter database ${name} owner to current_user; grant usage, create on schema public to ${owner}`,
      /may not create it\. .*: grant create on database/,
    ],
    [
      'where the database is read-only',
      '',
      (name) => `alter database ${name} set default_transaction_read_only = on`,
      /default_transaction_read_only/,
    ],
  ])('%s', async (_title, options, sql, message) => {
    const { url, sequelize, migrate } = await migratable(options);
    await asAdmin(url, sql(databaseOf(url)) || 'select');
    const before = await schemaOf(sequelize).catch(() => 'no schema');
    expect(await messageOf(migrate({ command: 'up' }))).toMatch(message);
    expect(await messageOf(migrate({ command: 'up' }))).toMatch(/^Nothing was run\./);
    expect(await schemaOf(sequelize).catch(() => 'no schema')).toEqual(before);
  });

  it('when a table belongs to another user', async () => {
    const { url, migrate } = await migratable();
    await migrate({ command: 'up' });
    await asAdmin(url, 'alter table orders owner to current_user');
    expect(await messageOf(migrate({ command: 'up' }))).toMatch(new RegExp(`- orders: .* alter table … owner to ${owner}`));
    expect(await migrate({ command: 'verify' })).toMatchObject({ problems: [{ name: 'orders', code: 'environment' }] });
  });
});

it('verify reports a database that is not UTF-8', async () => {
  const { migrate } = await migratable("encoding 'LATIN1' locale_provider libc lc_collate 'C' lc_ctype 'C'");
  expect(await migrate({ command: 'verify' })).toMatchObject({
    problems: [{ code: 'environment', message: expect.stringContaining('LATIN1') }],
  });
});

it('does not require pg_trgm if no pending migration needs it', async () => {
  const { url, migrate } = await migratable();
  await asAdmin(url, `alter database ${databaseOf(url)} owner to current_user; grant usage, create on schema public to ${owner}`);
  await migrate({ command: 'up' }, releaseOf({ '1-table': sends('create table things (id int)') }));
});
