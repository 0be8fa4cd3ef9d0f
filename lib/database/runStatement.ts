import pg from 'pg';
import type { Database } from './types.ts';

/**
 * Runs one statement with bound values and returns its rows. Each timestamptz stays a text, which `isoTime` converts. The connection comes from
 * Sequelize's pool, so its time limits and logging apply. Sequelize's query code is bypassed: it copies each row, and took half of the CPU of placing
 * an order. Rejects with pg's errors (failure.ts).
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

// Uses pg's own parsers. pg looks up a parser for every column of every result, and the lookup in Sequelize's map of parsers is slower.
const timesAsText: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => (oid === pg.types.builtins.TIMESTAMPTZ ? asText : pg.types.getTypeParser(oid, format)),
};
