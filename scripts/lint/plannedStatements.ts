import pg from 'pg';
import { Sequelize, Transaction } from 'sequelize';
import type { Migration } from '../../migrations/migration.ts';

/**
 * Returns the statements that a migration sends. Uses no database: every query returns no rows. A migration whose statements depend on a query therefore
 * sends the statements for empty tables.
 */
export async function plannedStatements(migration: Migration): Promise<readonly string[]> {
  if (migration.transactional === false) return migration.up;
  const sequelize = new Sequelize({ dialect: 'postgres', dialectModule: pg, logging: false });
  const sent: string[] = [];
  const query = async (sql: string | { query: string }) => {
    sent.push(typeof sql === 'string' ? sql : sql.query);
    return [[], 0];
  };
  Object.defineProperty(sequelize, 'query', { value: query });
  await migration.up({ sequelize, queryInterface: sequelize.getQueryInterface(), transaction: new Transaction(sequelize, {}) });
  return sent;
}
