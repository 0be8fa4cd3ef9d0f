import type { QueryOptions, Sequelize } from 'sequelize';
import type { Named } from '../../../migrations/migration.ts';
import { MigrationError } from '../steps/migrationError.ts';
import { lockTimeoutMs, retryOnLockFailure } from '../steps/retryOnLockFailure.ts';
import type { Step } from '../steps/stepRunner.ts';
import { limitTimes } from '../steps/transaction.ts';
import { timeForWorkMs } from '../time.ts';

/** The SQL of a step. */
export interface PlannedStep {
  readonly name: string;
  readonly sql: readonly string[];
  readonly transactional: boolean;
}

// The plan holds its locks until the rollback, so it must be short.
const planLimitMs = 30_000;

/**
 * Returns the exact SQL of `steps`: runs them in one transaction and rolls it back after at most 30 s. Takes the same locks as `up`. A
 * step that is not transactional is listed but not run, so a later step that depends on it fails.
 */
export async function plan(sequelize: Sequelize, steps: readonly Named<Step>[]): Promise<PlannedStep[]> {
  return retryOnLockFailure('plan', () => attempt(sequelize, steps), planLimitMs);
}

async function attempt(sequelize: Sequelize, steps: readonly Named<Step>[]): Promise<PlannedStep[]> {
  const deadline = Date.now() + Math.min(planLimitMs, timeForWorkMs());
  const planned: PlannedStep[] = [];
  const transaction = await sequelize.transaction();
  let sent: string[] | undefined;
  const note = (options: QueryOptions, query: object) => {
    // `sql` is missing from the public type.
    if (options.transaction === transaction && 'sql' in query) sent?.push(withValues(String(query.sql), options.bind));
  };
  sequelize.addHook('afterQuery', 'plan', note);
  try {
    for (const { name, step } of steps) {
      if (step.transactional === false) {
        planned.push({ name, sql: step.up, transactional: false });
        continue;
      }
      await limitTimes(sequelize, { lockTimeoutMs, statementTimeoutMs: deadline - Date.now(), transaction });
      sent = [];
      try {
        await step.up({ sequelize, queryInterface: sequelize.getQueryInterface(), transaction });
      } catch (error) {
        throw new MigrationError(name, 'up', error);
      }
      planned.push({ name, sql: sent, transactional: true });
      sent = undefined;
    }
  } finally {
    sequelize.removeHook('afterQuery', 'plan');
    await transaction.rollback();
  }
  return planned;
}

function withValues(sql: string, bind: QueryOptions['bind']): string {
  return bind === undefined ? sql : `${sql}\n-- with ${JSON.stringify(bind)}`;
}
