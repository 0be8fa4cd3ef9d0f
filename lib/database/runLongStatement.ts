import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';
import { failureOf } from './failure.ts';
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
 * The limit applies to one transaction, because a pooler may give the session to another caller afterwards. So this function sends begin,
 * the setting, the statement and commit. Rejects with pg's errors; at the time limit, with 57014.
 */
export async function runLongStatement<Row extends object>(
  { sequelize }: Database,
  sql: string,
  values: readonly unknown[],
  limitMs: number,
): Promise<Row[]> {
  const connection = await sequelize.connectionManager.getConnection({ type: 'write', useMaster: true });
  try {
    if (!(connection instanceof pg.Client)) throw new TypeError('The pool returned something other than a pg client');
    const client = connection;
    await client.query('begin');
    const serverMs = Math.floor(Math.max(shortestMs, Math.min(limitMs, databaseTimeMs() - clientLaterMs)));
    await client.query(`select set_config('statement_timeout', $1, true)`, [`${serverMs}`]);
    const { rows } = await ownTimeLimit.run(serverMs + clientLaterMs, () => client.query<Row>(sql, [...values]));
    await client.query('commit');
    return rows;
  } catch (error) {
    // A connection whose transaction cannot be rolled back must not be reused.
    const isLost = failureOf(error) === 'unreachable' || !(connection instanceof pg.Client) || !(await rolledBack(connection));
    if (isLost) Reflect.set(connection, '_invalid', true);
    throw error;
  } finally {
    sequelize.connectionManager.releaseConnection(connection);
  }
}

async function rolledBack(client: pg.Client): Promise<boolean> {
  return client.query('rollback').then(
    () => true,
    () => false,
  );
}
