import { expect, it } from 'vitest';
import { messageOf, migratable, releaseOf, sends } from './support.ts';

it('a statement that exceeds the remaining time is cancelled, and leaves nothing behind', async () => {
  const { migrate, sequelize } = await migratable();
  // 8 s remain, of which `migrate` reserves 5 s for its end, so the server cancels the statement after 3 s.
  const release = releaseOf({ '1-slow': sends('create table slow (); select pg_sleep(500)') });
  const message = await messageOf(migrate({}, release, () => 8_000));
  expect(message).toMatch(/^1-slow \(up\) failed and was rolled back: .*\(SQLSTATE 57014\)\nNewest applied migration: none\.$/);
  expect((await sequelize.query(`select to_regclass('slow') as slow`))[0]).toEqual([{ slow: null }]);
});
