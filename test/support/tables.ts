import { QueryTypes } from 'sequelize';
import { ownerDatabase } from './ownerDatabase.ts';

const tables = ['categories', 'users', 'products', 'orders', 'order_items', 'payments', 'order_events', 'stock_movements'];

/** Returns a fingerprint of all rows of each of these tables. A fingerprint changes when a row of its table changes. */
export async function fingerprint(): Promise<Record<string, string | null>> {
  const { sequelize } = await ownerDatabase();
  const found: Record<string, string | null> = {};
  for (const table of tables) {
    const [row] = await sequelize.query<{ digest: string | null }>(
      `select md5(string_agg(row::text, ',' order by row::text)) as digest from (select one.* from ${table} one) row`,
      { type: QueryTypes.SELECT },
    );
    found[table] = row?.digest ?? null;
  }
  return found;
}
