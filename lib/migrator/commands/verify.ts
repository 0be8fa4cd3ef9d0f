import { QueryTypes, type Sequelize } from 'sequelize';
import { apiFaults, excessRights } from '../apiRole/apiFaults.ts';
import { roleMigration } from '../apiRole/apiRights.ts';
import type { Recorded } from '../steps/store.ts';
import type { Drift, Problem } from './drift.ts';
import { environmentProblems } from './environment.ts';

/**
 * Lists the database's faults: INVALID indexes, obstacles for migrations, and missing or excess rights of the API's role. Reads the catalogue only.
 */
export async function databaseProblems(sequelize: Sequelize, recorded: readonly Recorded[], { pending, ahead }: Drift): Promise<Problem[]> {
  const names = recorded.map(({ name }) => name);
  const problems = [...(await invalidIndexes(sequelize)), ...(await environmentProblems(sequelize, pending, names))];
  if (!names.includes(roleMigration)) return problems;
  const faults = await apiFaults(sequelize);
  problems.push(
    ...faults.map(({ name, code, message, remedy }) => ({ name, code, message: `${message}. The command up mends it, or: ${remedy}.` })),
  );
  // Only for this release's schema: another release's migrations grant other rights.
  if (pending.length === 0 && ahead.length === 0) problems.push(...(await excessRights(sequelize)));
  return problems;
}

async function invalidIndexes(sequelize: Sequelize): Promise<Problem[]> {
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
