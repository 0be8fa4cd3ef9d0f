import { QueryTypes, type Sequelize, type Transaction } from 'sequelize';
import type { MigrationContext } from '../../../migrations/migration.ts';
import { timeForWorkMs } from '../time.ts';
import { lockTimeoutMs, patiently } from './lockRetry.ts';

/**
 * Runs a step in one transaction, in which `record` writes that it ran: a crash between the two leaves neither. When a lock is
 * not to be had within a second the step is undone and begun anew.
 */
export async function runInTransaction(
  sequelize: Sequelize,
  name: string,
  step: (context: MigrationContext) => Promise<void>,
  record: (transaction: Transaction) => Promise<void>,
): Promise<void> {
  await patiently(name, () =>
    sequelize.transaction(async (transaction) => {
      await limitTimes(sequelize, { lockTimeoutMs, statementTimeoutMs: timeForWorkMs(), transaction });
      await step({ sequelize, queryInterface: sequelize.getQueryInterface(), transaction });
      await record(transaction);
    }),
  );
}

/** Runs one statement outside of a transaction. */
export async function runAlone(sequelize: Sequelize, sql: string): Promise<void> {
  // It blocks neither readers nor writers: `concurrently` takes SHARE UPDATE EXCLUSIVE. And it has to wait for
  // every older transaction, for as long as that takes; a lock_timeout would end it half-way and leave an invalid index.
  await limitTimes(sequelize, { lockTimeoutMs: 0, statementTimeoutMs: timeForWorkMs() });
  await sequelize.query(sql);
}

/**
 * Bounds what follows, in this transaction or, without one, in this session. statement_timeout is what the invocation has left:
 * after the invocation ends, nothing can record the result of a statement.
 */
export async function limitTimes(
  sequelize: Sequelize,
  limits: { lockTimeoutMs: number; statementTimeoutMs: number; transaction?: Transaction },
): Promise<void> {
  const { transaction } = limits;
  await sequelize.query(`select set_config('lock_timeout', $1, $3), set_config('statement_timeout', $2, $3)`, {
    // 0 would mean without a limit.
    bind: [`${limits.lockTimeoutMs}ms`, `${Math.max(1, limits.statementTimeoutMs)}ms`, transaction !== undefined],
    type: QueryTypes.SELECT,
    ...(transaction && { transaction }),
  });
}
