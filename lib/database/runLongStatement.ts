import { AsyncLocalStorage } from 'node:async_hooks';
import { QueryTypes } from 'sequelize';
import { databaseTimeMs } from './timeLimit.ts';
import type { Database } from './types.ts';

const ownTimeLimit = new AsyncLocalStorage<number>();

/** Returns the client's time limit in milliseconds for a statement of runLongStatement; undefined for any other statement. */
export function ownTimeLimitMs(): number | undefined {
  return ownTimeLimit.getStore();
}

// The client waits this much longer than the server, so that the server's error comes first, even on a busy machine.
const clientLaterMs = 3_000;
const shortestMs = 100;

/**
 * Runs one statement with a longer time limit than the role's statement_timeout: `limitMs`, or the invocation's remaining time if that is shorter.
 * The limit applies to one transaction, because a pooler may give the session to another caller afterwards. So this function sends `start transaction`,
 * the setting, the statement and `commit`. Sequelize reads `$$` and `$name` in the SQL
 * as its own placeholders. Rejects with Sequelize's errors; at the time limit, with 57014 (failure.ts).
 */
export async function runLongStatement<Row extends object>(
  { sequelize }: Database,
  sql: string,
  values: readonly unknown[],
  limitMs: number,
): Promise<Row[]> {
  return sequelize.transaction(async (transaction) => {
    const serverMs = Math.floor(Math.max(shortestMs, Math.min(limitMs, databaseTimeMs() - clientLaterMs)));
    await sequelize.query(`select set_config('statement_timeout', $1, true)`, { bind: [`${serverMs}`], transaction });
    return ownTimeLimit.run(serverMs + clientLaterMs, () =>
      sequelize.query<Row>(sql, { type: QueryTypes.SELECT, bind: [...values], transaction }),
    );
  });
}
