import { QueryTypes } from 'sequelize';
import { config } from '../../lib/config.ts';
import { database } from '../../lib/database/database.ts';

/**
 * Returns the number of deadlocks in this file's database so far. Sessions report their statistics with a delay, so the function
 * first makes every session of the pool report.
 */
export async function deadlocks(): Promise<number> {
  const { sequelize } = await database();
  // Opens one transaction on each connection of the pool.
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
