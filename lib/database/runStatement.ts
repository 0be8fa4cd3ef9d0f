import pg from 'pg';
import type { Database } from './types.ts';

/**
 * Runs one statement with bound values and returns its rows, with each timestamptz as text for isoTime. Uses a connection of Sequelize's
 * pool, with its limits and logging, but not Sequelize's query code, which copies each row and took as much CPU as the rest of an order.
 * Rejects with pg's errors (failure.ts).
 */
export async function runStatement<Row extends object>({ sequelize }: Database, sql: string, values: readonly unknown[]): Promise<Row[]> {
  const connection = await sequelize.connectionManager.getConnection({ type: 'write', useMaster: true });
  try {
    if (!(connection instanceof pg.Client)) throw new TypeError('The pool returned something other than a pg client');
    return (await connection.query<Row>({ text: sql, values: [...values], types: timesAsText })).rows;
  } finally {
    sequelize.connectionManager.releaseConnection(connection);
  }
}

const asText = (text: string): string => text;

// Uses pg's own parsers instead of Sequelize's map of parsers, because pg looks up a parser for every column of every result.
const timesAsText: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => (oid === pg.types.builtins.TIMESTAMPTZ ? asText : pg.types.getTypeParser(oid, format)),
};
