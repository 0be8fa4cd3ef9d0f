import { describe, expect, it } from 'vitest';
import { bundle } from '../../lib/migrator/bundle.ts';
import { readStore } from '../../lib/migrator/steps/store.ts';
import { connected, messageOf, migratable, releaseOf, sends } from './support.ts';

const [first, second, third, fourth] = ['first', 'second', 'third', 'fourth'].map((name) =>
  sends(`create table ${name} ()`, `drop table ${name}`),
);
if (!first || !second || !third || !fourth) throw new Error('four steps');
const three = { '1-first': first, '2-second': second, '3-third': third };
const release = releaseOf(three);

async function migrated(event = {}) {
  const database = await migratable();
  await database.migrate(event, release);
  return database;
}

it('records the checksum, the time and the duration of each applied migration', async () => {
  const { url } = await migrated();
  const client = await connected(url);
  const { rows } = await client.query('select name, checksum, applied_at, duration_ms from "SequelizeMeta" order by name');
  expect(rows).toEqual(
    Object.keys(three).map((name) => ({ name, checksum: name, applied_at: expect.any(Date), duration_ms: expect.anything() })),
  );
});

it('every migration of the release has a checksum', () => {
  expect(Object.keys(bundle.checksums)).toEqual(bundle.migrations.map(({ name }) => name));
  for (const checksum of Object.values(bundle.checksums)) expect(checksum).toMatch(/^[0-9a-f]{64}$/);
});

describe('an applied migration whose source has changed', () => {
  const edited = releaseOf({ ...three, '4-fourth': fourth }, { '2-second': 'other' });

  it('is rejected by up and plan with its name, and nothing runs', async () => {
    const { migrate } = await migrated();
    for (const command of ['up', 'plan'])
      expect(await messageOf(migrate({ command, allowOutOfOrder: true }, edited))).toMatch(
        /^Nothing was run\.\n- 2-second: edited: its source has changed since it ran here\./,
      );
    expect(await migrate({ command: 'status' }, edited)).toMatchObject({ pending: ['4-fourth'] });
    expect(await migrate({ command: 'verify' }, edited)).toMatchObject({ problems: [{ name: '2-second', code: 'edited' }] });
  });

  it('may be reverted and applied again, as during development', async () => {
    const { migrate } = await migrated({ to: '2-second' });
    const changed = releaseOf(three, { '2-second': 'other' });
    await migrate({ command: 'down' }, changed);
    expect(await migrate({}, changed)).toMatchObject({ applied: [{ name: '2-second' }, { name: '3-third' }] });
    expect(await migrate({ command: 'verify' }, changed)).toMatchObject({ problems: [] });
  });
});

it('an applied migration that the release lacks is rejected by up, plan and down', async () => {
  const { migrate } = await migrated();
  const lacking = releaseOf({ '1-first': first, '3-third': third, '4-fourth': fourth });
  for (const command of ['up', 'plan', 'down'])
    expect(await messageOf(migrate({ command }, lacking))).toMatch(
      /^Nothing was run\.\n- 2-second: missing: it was applied here but is not in this release/,
    );
  expect(await migrate({ command: 'verify' }, lacking)).toMatchObject({ problems: [{ name: '2-second', code: 'missing' }] });
});

describe('a migration that sorts before the last applied one', () => {
  const late = releaseOf({ ...three, '2-before': fourth, '9-last': sends('create table nine ()') });
  const sorted = { ...late, migrations: late.migrations.toSorted((a, b) => (a.name < b.name ? -1 : 1)) };

  it('is rejected without allowOutOfOrder, and applied with it', async () => {
    const { migrate } = await migrated();
    expect(await messageOf(migrate({}, sorted))).toMatch(
      /- 2-before: out-of-order: it sorts before 3-third, which has already been applied.*"allowOutOfOrder": true/,
    );
    expect(await migrate({ command: 'status' }, sorted)).toMatchObject({ pending: ['2-before', '9-last'] });
    expect(await migrate({ command: 'verify' }, sorted)).toMatchObject({ problems: [{ name: '2-before', code: 'out-of-order' }] });
    expect(await migrate({ allowOutOfOrder: true }, sorted)).toMatchObject({
      applied: [{ name: '2-before' }, { name: '9-last' }],
      pending: [],
    });
    expect(await migrate({ command: 'verify' }, sorted)).toMatchObject({ problems: [] });
  });
});

describe('an older release after a rollback', () => {
  const older = releaseOf({ '1-first': first, '2-second': second });

  it('runs nothing, lists the newer migrations and succeeds', async () => {
    const { migrate } = await migrated();
    expect(await migrate({}, older)).toMatchObject({ applied: [], pending: [], ahead: ['3-third'], schema: '3-third' });
    expect(await migrate({ command: 'plan' }, older)).toMatchObject({ statements: [], ahead: ['3-third'] });
    expect(await migrate({ command: 'verify' }, older)).toMatchObject({ problems: [], ahead: ['3-third'] });
  });

  it('runs nothing even if a migration is pending', async () => {
    const { migrate } = await migrated({ to: '1-first' });
    await migrate({}, releaseOf({ '1-first': first, '3-third': third }));
    expect(await migrate({}, older)).toMatchObject({ applied: [], pending: ['2-second'], ahead: ['3-third'] });
  });

  it('reverts nothing, because only the newer release has the matching down', async () => {
    const { migrate } = await migrated();
    expect(await messageOf(migrate({ command: 'down' }, older))).toMatch(/^A newer release applied 3-third, .* Nothing was reverted\.$/);
    expect(await migrate({ command: 'status' }, older)).toMatchObject({ executed: ['1-first', '2-second', '3-third'] });
  });
});

describe('a record of applied migrations without checksums', () => {
  async function old() {
    const database = await migratable();
    await database.sequelize.query(
      `create table "SequelizeMeta" (name varchar(255) not null constraint "SequelizeMeta_pkey" primary key);
       create table first (); insert into "SequelizeMeta" values ('1-first')`,
    );
    return database;
  }

  it('is read by status, plan and verify without a change', async () => {
    const { migrate, sequelize } = await old();
    for (const command of ['status', 'plan', 'verify'])
      expect(await migrate({ command }, release)).toMatchObject({ executed: ['1-first'], pending: ['2-second', '3-third'] });
    const [columns] = await sequelize.query(`select attname from pg_attribute where attrelid = '"SequelizeMeta"'::regclass and attnum > 0`);
    expect(columns).toEqual([{ attname: 'name' }]);
  });

  it('gets checksums from the first up, and later changes are detected', async () => {
    const { migrate, sequelize } = await old();
    expect(await migrate({}, release)).toMatchObject({ applied: [{ name: '2-second' }, { name: '3-third' }] });
    expect((await readStore(sequelize, 'SequelizeMeta')).map(({ checksum }) => checksum)).toEqual(Object.keys(three));
    expect(await messageOf(migrate({}, releaseOf(three, { '1-first': 'other' })))).toContain('- 1-first: edited');
  });

  it('accepts a row without a checksum, which the previous release writes', async () => {
    const { migrate, sequelize } = await migrated();
    await sequelize.query(`insert into "SequelizeMeta" (name) values ('4-fourth')`);
    expect(await migrate({}, releaseOf({ ...three, '4-fourth': fourth }))).toMatchObject({ applied: [], pending: [], ahead: [] });
  });
});
