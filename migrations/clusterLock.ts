import type { Sequelize } from 'sequelize';

/**
 * Runs `work`, which changes roles of the cluster. The name is that of an advisory lock in the database `postgres`, which this function took
 * before; the migration that calls it was released under that name and is never edited.
 *
 * There is no such lock any more, because anyone who may connect to `postgres` could hold it and block every deploy of the cluster, the role
 * `orders_api` among them; it was waited for without a limit; and it cost a third connection. No lock of that kind is needed: PostgreSQL lets
 * one transaction at a time change a role. Another one waits, for `lock_timeout` at most (55P03), or fails with XX000, 23505 or 42710, and
 * `work` and its callers try again after each of these: the second run finds the change in place. Only a role that may change `orders_api`
 * can make others wait for such a change, and the error then names its session (lib/migrator/session/lockHolders.ts).
 */
export async function underClusterLock<Result>(_owner: Sequelize, work: () => Promise<Result>): Promise<Result> {
  return work();
}
