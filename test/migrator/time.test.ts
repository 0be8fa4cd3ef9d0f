import { expect, it } from 'vitest';
import { messageOf, migratable, releaseOf, sends } from './support.ts';

it('starts no step that cannot finish in the remaining time, and the next run continues there', async () => {
  const { migrate } = await migratable();
  let leftMs = 60_000;
  const release = releaseOf({
    '1-slow': {
      up: async ({ sequelize, transaction }) => {
        await sequelize.query('create table slow ()', { transaction });
        leftMs = 7_000;
      },
      down: async () => {},
    },
    '2-next': sends('create table next ()'),
  });
  const message = await messageOf(migrate({}, release, () => leftMs));
  expect(message).toBe('2-next was not started: this invocation has 2 s left. Run the command again to continue.\nIn place now: 1-slow.');
  leftMs = 60_000;
  expect(await migrate({}, release, () => leftMs)).toMatchObject({ applied: [{ name: '2-next' }], pending: [] });
});

it('a statement that exceeds the remaining time is cancelled, and leaves nothing behind', async () => {
  const { migrate, sequelize } = await migratable();
  // By the server, after the 3 s that are left without the invocation's end.
  const release = releaseOf({ '1-slow': sends('create table slow (); select pg_sleep(500)') });
  const message = await messageOf(migrate({}, release, () => 8_000));
  expect(message).toMatch(/^1-slow \(up\) failed and was rolled back: .*\(SQLSTATE 57014\)\nIn place now: nothing\.$/);
  expect((await sequelize.query(`select to_regclass('slow') as slow`))[0]).toEqual([{ slow: null }]);
});
