import { QueryTypes, type Sequelize } from 'sequelize';
import type { Problem } from './drift.ts';

/** What is wrong with the schema itself: indexes that a `create index concurrently` left behind. Reads the catalogue only. */
export async function invalidIndexes(sequelize: Sequelize): Promise<Problem[]> {
  const rows = await sequelize.query<{ name: string; table: string }>(
    `select indexrelid::regclass::text as name, indrelid::regclass::text as "table"
       from pg_index join pg_class on pg_class.oid = indexrelid
      where not (indisvalid and indisready) and relnamespace = any (current_schemas(false)::regnamespace[])
      order by 1`,
    { type: QueryTypes.SELECT },
  );
  return rows.map(({ name, table }) => ({
    name,
    code: 'invalid-index',
    message: `the index on ${table} is INVALID: it is written to and never read. Its migration's next run builds it anew; otherwise: drop index concurrently ${name}.`,
  }));
}
