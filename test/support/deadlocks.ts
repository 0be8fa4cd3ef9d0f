import { QueryTypes } from 'sequelize';
import { config } from '../../lib/config.ts';
import { database } from '../../lib/database/database.ts';

/**
 * Counts the deadlocks in this file's database so far. A session reports its statistics only now and then, so this first makes
 * each of the pool's sessions report.
 */
export async function deadlocks(): Promise<number> {
  const { sequelize } = await database();
  // As many transactions at once as the pool has connections, so that each connection gets one.
  const transactions = await Promise.all(Array.from({ length: config().poolMax }, () => sequelize.transaction()));
  for (const transaction of transactions) {
    await sequelize.query('select pg_stat_force_next_flush()', { transaction });
    await transaction.commit();
  }
  const [row] = await sequelize.query<{ deadlocks: number }>('select deadlocks from pg_stat_database where datname = current_database()', {
    type: QueryTypes.SELECT,
  });
  if (!row) throw new Error('pg_stat_database has no row for this database');
  return row.deadlocks;
}
