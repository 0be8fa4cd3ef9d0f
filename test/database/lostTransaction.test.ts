import { expect, it, vi } from 'vitest';
import { database } from '../../lib/database/database.ts';

// Sequelize writes to the console if the rollback fails. Such a line is not JSON and has no request ID.
it('a transaction that loses its connection fails, writes nothing to the console, and frees its slot in the pool', async () => {
  const { sequelize } = await database();
  const written = vi.spyOn(console, 'warn');
  const lost = sequelize.transaction((transaction) => sequelize.query('select pg_terminate_backend(pg_backend_pid())', { transaction }));
  await expect(lost).rejects.toThrow();
  expect(written).not.toHaveBeenCalled();
  expect(await sequelize.query('select 1 as one')).toMatchObject([[{ one: 1 }], {}]);
});
