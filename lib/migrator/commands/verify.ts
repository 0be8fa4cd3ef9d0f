import { QueryTypes, type Sequelize } from 'sequelize';
import { apiFaults, excessRights } from '../apiRole/apiFaults.ts';
import { roleMigration } from '../apiRole/apiRights.ts';
import type { Problem } from '../problem.ts';
import type { Recorded } from '../steps/store.ts';
import { bookProblems } from './books.ts';
import type { Drift } from './drift.ts';
import { environmentProblems } from './environment.ts';

/**
 * Lists the database's faults: INVALID indexes, obstacles to migrations, missing or excess privileges of the API's role, and books that do not agree.
 * Only the check of the books reads the rows of our tables, including the lines of all orders.
 */
export async function databaseProblems(sequelize: Sequelize, recorded: readonly Recorded[], { pending, ahead }: Drift): Promise<Problem[]> {
  const names = recorded.map(({ name }) => name);
  const problems = [...(await invalidIndexes(sequelize)), ...(await environmentProblems(sequelize, pending, names))];
  if (names.includes(roleMigration)) problems.push(...(await roleProblems(sequelize, pending.length + ahead.length > 0)));
  // The books are last, because their check may take all the remaining time.
  return [...problems, ...(await bookProblems(sequelize, names))];
}

async function roleProblems(sequelize: Sequelize, isOtherSchema: boolean): Promise<Problem[]> {
  const faults = await apiFaults(sequelize);
  const problems: Problem[] = faults.map(({ name, code, message, remedy }) => ({
    name,
    code,
    message: `${message}. Run the command up. If its user lacks the privilege to repair this, an administrator runs: ${remedy}.`,
  }));
  // Reports excess privileges only if the schema is that of this release: the migrations of another release grant other privileges.
  return isOtherSchema ? problems : [...problems, ...(await excessRights(sequelize))];
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
    message: `the index on ${table} is INVALID: PostgreSQL updates it but never reads it. The next run of its migration rebuilds it. If it has no migration: drop index concurrently ${name}.`,
  }));
}
