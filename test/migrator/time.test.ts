import { expect, it } from 'vitest';
import { messageOf, migratable, releaseOf, sends } from './support.ts';

it('starts no step if too little time remains, and the next run continues with that step', async () => {
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
  expect(message).toBe(
    '2-next was not started: this invocation has 2 s left. Run the command again to continue.\nNewest applied migration: 1-slow.',
  );
  leftMs = 60_000;
  expect(await migrate({}, release, () => leftMs)).toMatchObject({ applied: [{ name: '2-next' }], pending: [] });
});
