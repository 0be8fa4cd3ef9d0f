import { afterEach, expect, it, vi } from 'vitest';
import { database } from '../../lib/database/database.ts';

const address = process.env['DATABASE_URL'];

afterEach(() => {
  process.env['DATABASE_URL'] = address;
});

it('creates one Sequelize instance for concurrent callers, and keeps it', async () => {
  const [one, other] = await Promise.all([database(), database()]);
  expect(other.sequelize).toBe(one.sequelize);
  expect((await database()).sequelize).toBe(one.sequelize);
});

it('does not connect before the first statement', async () => {
  vi.resetModules();
  process.env['DATABASE_URL'] = 'postgres://nobody:nothing@127.0.0.1:1/nowhere';
  const fresh = await import('../../lib/database/database.ts');
  await expect(fresh.database()).resolves.toBeDefined();
});

it('does not cache a failed initialisation', async () => {
  vi.resetModules();
  const fresh = await import('../../lib/database/database.ts');
  process.env['DATABASE_URL'] = 'nonsense';
  await expect(fresh.database()).rejects.toThrow(/DATABASE_URL/);
  process.env['DATABASE_URL'] = address;
  const { sequelize } = await fresh.database();
  await expect(sequelize.query('select 1')).resolves.toBeDefined();
  await sequelize.close();
});

it('holds one connection, even if many statements are sent at once', async () => {
  const { sequelize } = await database();
  const backends = await Promise.all(Array.from({ length: 20 }, () => sequelize.query('select pg_backend_pid() as pid')));
  expect(new Set(backends.map(([[row]]) => (row as { pid: number }).pid)).size).toBe(1);
});
