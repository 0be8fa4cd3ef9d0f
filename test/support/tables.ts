import { QueryTypes } from 'sequelize';
import { ownerDatabase } from './ownerDatabase.ts';

/** Returns a fingerprint of all rows of each table of the shop. A fingerprint changes when a row of its table changes. */
export async function fingerprint(): Promise<Record<string, string | null>> {
  const { sequelize } = await ownerDatabase();
  const found: Record<string, string | null> = {};
  const tables = await sequelize.query<{ table: string }>(
    `select relname as "table" from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname !~ '^Sequelize'`,
    { type: QueryTypes.SELECT },
  );
  if (tables.length === 0) throw new Error('The schema public has no tables');
  for (const { table } of tables) {
    const [row] = await sequelize.query<{ digest: string | null }>(
      `select md5(string_agg(row::text, ',' order by row::text)) as digest from (select one.* from ${table} one) row`,
      { type: QueryTypes.SELECT },
    );
    found[table] = row?.digest ?? null;
  }
  return found;
}
