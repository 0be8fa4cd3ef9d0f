import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';
import { failureOf } from './failure.ts';
import { databaseTimeMs } from './timeLimit.ts';
import type { Database } from './types.ts';

// How long the client waits for the statement under way, where that differs from what it waits for all others.
const ownTimeLimit = new AsyncLocalStorage<number>();

/** Milliseconds that the client waits for a statement of sendLong; undefined for any other. */
export function ownTimeLimitMs(): number | undefined {
  return ownTimeLimit.getStore();
}

// The server's own answer comes first, also on a busy machine.
const clientLaterMs = 3_000;
const shortestMs = 100;

/**
 * Sends one statement that may take longer than the role's statement_timeout: up to `limitMs`, or what the invocation has left. In a transaction, with
 * which the setting ends: behind a pooler, the session belongs to another caller a moment later. Four statements: begin, the setting, this one, commit.
 * Rejects with pg's own errors, with 57014 when the time is over.
 */
export async function sendLong<Row extends object>(
  { sequelize }: Database,
  sql: string,
  values: readonly unknown[],
  limitMs: number,
): Promise<Row[]> {
  const connection = await sequelize.connectionManager.getConnection({ type: 'write', useMaster: true });
  try {
    if (!(connection instanceof pg.Client)) throw new TypeError('The pool holds something else than a client of pg');
    const client = connection;
    await client.query('begin');
    const serverMs = Math.floor(Math.max(shortestMs, Math.min(limitMs, databaseTimeMs() - clientLaterMs)));
    await client.query(`select set_config('statement_timeout', $1, true)`, [`${serverMs}`]);
    const { rows } = await ownTimeLimit.run(serverMs + clientLaterMs, () => client.query<Row>(sql, [...values]));
    await client.query('commit');
    return rows;
  } catch (error) {
    // A connection whose transaction cannot be ended is not for the next one.
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
