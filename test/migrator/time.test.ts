import { expect, it } from 'vitest';
import { messageOf, migratable, releaseOf, sends } from './support.ts';

it('nothing is begun that the time left clearly cannot finish; the next run goes on there', async () => {
  const { migrate } = await migratable();
  const release = releaseOf({ '1-slow': sends('create table slow (); select pg_sleep(2.5)'), '2-next': sends('create table next ()') });
  const message = await messageOf(migrate({}, release, 10_000));
  expect(message).toMatch(
    /^2-next was not begun: [0-2] s of this invocation are left for it\. Run the command again to go on from there\.\nIn place now: 1-slow\.$/,
  );
  expect(await migrate({}, release)).toMatchObject({ applied: [{ name: '2-next' }], pending: [] });
});

it('a statement that outlives the invocation is cancelled in time, and leaves nothing', async () => {
  const { migrate, sequelize } = await migratable();
  const began = Date.now();
  const message = await messageOf(migrate({}, releaseOf({ '1-slow': sends('create table slow (); select pg_sleep(60)') }), 9_000));
  expect(message).toMatch(/^1-slow \(up\) failed and left nothing behind: .*\(SQLSTATE 57014\)\nIn place now: nothing\.$/);
  expect(Date.now() - began).toBeLessThan(8_000);
  expect((await sequelize.query(`select to_regclass('slow') as slow`))[0]).toEqual([{ slow: null }]);
});
