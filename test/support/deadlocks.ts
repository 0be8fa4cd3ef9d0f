import { QueryTypes } from 'sequelize';
import { config } from '../../lib/config.ts';
import { database } from '../../lib/database/database.ts';

/**
 * Counts the deadlocks that the server has found in this file's database so far. A session reports what it met only now and then:
 * each of the pool's does so here first, at the end of a transaction.
 */
export async function deadlocks(): Promise<number> {
  const { sequelize } = await database();
  // As many at once as there may be connections, so that each of them gets one.
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
