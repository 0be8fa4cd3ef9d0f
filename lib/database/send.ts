import pg from 'pg';
import type { Database } from './types.ts';

/**
 * Sends one statement of constant text, every value bound, and returns its rows. On a connection of Sequelize's pool, with its limits and
 * what is noted of it, but past its query machinery, which copies each row and took as much CPU as the rest of an order.
 * Rejects with pg's own errors: see failure.ts.
 */
export async function send<Row extends object>({ sequelize }: Database, sql: string, values: readonly unknown[]): Promise<Row[]> {
  const connection = await sequelize.connectionManager.getConnection({ type: 'write', useMaster: true });
  try {
    if (!(connection instanceof pg.Client)) throw new TypeError('The pool holds something else than a client of pg');
    return (await connection.query<Row>(sql, [...values])).rows;
  } finally {
    sequelize.connectionManager.releaseConnection(connection);
  }
}
