import { QueryTypes, type Sequelize, type Transaction } from 'sequelize';
import type { MigrationContext } from '../../../migrations/migration.ts';
import { timeForWorkMs } from '../time.ts';
import { lockTimeoutMs, retryOnLockFailure } from './retryOnLockFailure.ts';

/**
 * Runs a step and `record` in one transaction, so that a crash leaves both or neither. If a lock is not available within a second, rolls the
 * step back and retries it.
 */
export async function runInTransaction(
  sequelize: Sequelize,
  name: string,
  step: (context: MigrationContext) => Promise<void>,
  record: (transaction: Transaction) => Promise<void>,
): Promise<void> {
  await retryOnLockFailure(name, () =>
    sequelize.transaction(async (transaction) => {
      await limitTimes(sequelize, { lockTimeoutMs, statementTimeoutMs: timeForWorkMs(), transaction });
      await step({ sequelize, queryInterface: sequelize.getQueryInterface(), transaction });
      await record(transaction);
    }),
  );
}

/** Runs one statement without a transaction. */
export async function runAlone(sequelize: Sequelize, sql: string): Promise<void> {
  // Sets no lock_timeout: `concurrently` must wait for every older transaction, and a timeout would leave an INVALID index. The wait blocks neither
  // readers nor writers, because the statement holds only SHARE UPDATE EXCLUSIVE.
  await limitTimes(sequelize, { lockTimeoutMs: 0, statementTimeoutMs: timeForWorkMs() });
  await sequelize.query(sql);
}

/**
 * Sets the time limits of later statements in this transaction or, without one, in this session. statement_timeout must not exceed the
 * invocation's remaining time, because the result of a statement that ends later cannot be recorded.
 */
export async function limitTimes(
  sequelize: Sequelize,
  limits: { lockTimeoutMs: number; statementTimeoutMs: number; transaction?: Transaction },
): Promise<void> {
  const { transaction } = limits;
  await sequelize.query(`select set_config('lock_timeout', $1, $3), set_config('statement_timeout', $2, $3)`, {
    // At least 1, because 0 means no limit.
    bind: [`${limits.lockTimeoutMs}ms`, `${Math.max(1, limits.statementTimeoutMs)}ms`, transaction !== undefined],
    type: QueryTypes.SELECT,
    ...(transaction && { transaction }),
  });
}
