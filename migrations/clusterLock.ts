import type { Sequelize } from 'sequelize';

/**
 * Runs `work`, which changes a role of the cluster. Takes no lock, in spite of its name: earlier releases took an advisory lock in the database
 * `postgres` here. The name stays, because a released migration calls this function, and a released migration is never edited.
 *
 * That lock had three faults: every role that may connect to `postgres`, such as `orders_api`, could hold it and block all deploys of the cluster; the wait
 * had no limit; and it needed a third connection. No lock is necessary, because PostgreSQL lets only one transaction at a time change a role. Another
 * transaction waits at most for `lock_timeout` (55P03), or fails with XX000, 23505 or 42710. `work` and its callers retry after each of these errors and
 * then find the role already changed. Only a user that may change `orders_api` can make others wait, and the error names this user's session
 * (lib/migrator/session/lockHolders.ts).
 */
export async function underClusterLock<Result>(_owner: Sequelize, work: () => Promise<Result>): Promise<Result> {
  return work();
}
