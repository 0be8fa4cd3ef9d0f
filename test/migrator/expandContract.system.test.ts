import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { bundle } from '../../lib/migrator/bundle.ts';
import type { Migration } from '../../migrations/migration.ts';
import { lintMigration } from '../../scripts/lint/lintMigration.ts';
import { connected, migratable, sends } from './support.ts';

// Runs the example of docs/migrations.md, so that it stays correct.
const [, section = ''] = readFileSync('docs/migrations.md', 'utf8').split('## Expand and contract');
const [expand = '', contract = ''] = Array.from(section.matchAll(/sequelize\.query\(\s*`(.*?)`/gs), ([, sql]) => sql ?? '');
const steps: Readonly<Record<string, Migration>> = {
  '29990101000000-expand': sends(expand),
  '29990102000000-contract': { ...sends(contract), contract: 'no release has used the column since the expand migration' },
};
const release = { ...bundle, migrations: [...bundle.migrations, ...Object.entries(steps).map(([name, step]) => ({ name, step }))] };

it('renames a column while two releases run side by side and write different columns', async () => {
  const { migrate, url } = await migratable();
  await migrate({ to: '29990101000000-expand' }, release);
  const client = await connected(url);
  const codes = async () => (await client.query('select discount_code as old, promotion_code as new from orders order by id')).rows;
  await client.query(`insert into users (auth_subject, full_name, email) values ('ada', 'Ada', 'ada@example.com')`);
  const insert = (column: string, key: string) =>
    client.query(
      `insert into orders (user_id, total_in_cents, idempotency_key, request_hash, ${column}) values (1, 1, $1, repeat('a', 64), $1)`,
      [key],
    );
  await insert('discount_code', 'A');
  await insert('promotion_code', 'B');
  expect(await codes()).toEqual(['A', 'B'].map((code) => ({ old: code, new: code })));
  await client.query(`update orders set discount_code = 'C' where id = 1`);
  await client.query(`update orders set promotion_code = 'D' where id = 2`);
  expect(await codes()).toEqual(['C', 'D'].map((code) => ({ old: code, new: code })));

  await migrate({}, release);
  expect((await client.query('select promotion_code from orders order by id')).rows).toEqual([
    { promotion_code: 'C' },
    { promotion_code: 'D' },
  ]);
  await client.query(`update orders set promotion_code = null`);
});

it('the linter accepts both migrations', async () => {
  for (const [name, step] of Object.entries(steps)) expect(await lintMigration({ name, step })).toEqual([]);
});
