import { randomBytes } from 'node:crypto';
import { type QueryInterface, type QueryOptions, QueryTypes, type Sequelize, type Transaction } from 'sequelize';
import type { Migration, MigrationContext, Named } from '../../../migrations/migration.ts';
import { codeOf } from '../../database/failure.ts';
import { log } from '../../log.ts';
import type { Bundle } from '../bundle.ts';
import type { Lock } from '../session/lock.ts';
import { isLockFailure, lockTimeoutMs, retryOnLockFailure } from '../steps/retryOnLockFailure.ts';
import { adoptChecksums, prepareStore, readStore, renameStep, type Store, strangeColumns } from '../steps/store.ts';
import { limitTimes } from '../steps/transaction.ts';
import { timeForWorkMs } from '../time.ts';
import { stepOfFile } from './fileNames.ts';
import { differences, readShape } from './schemaShape.ts';

const mostLines = 40;

/** The record of sequelize-cli cannot be adopted. The message lists the reasons, up to 40. Nothing was changed. */
class AdoptionError extends Error {
  override readonly name = 'AdoptionError';

  constructor(reasons: readonly string[], options?: { cause: unknown }) {
    const shown = reasons.slice(0, mostLines);
    const left = reasons.length - shown.length;
    super(
      `The record of sequelize-cli was not adopted, and nothing was changed:\n${[...shown, ...(left > 0 ? [`and ${left} more`] : [])]
        .map((reason) => `- ${reason}`)
        .join('\n')}\nSee "A database that sequelize-cli migrated" in docs/migrations.md.`,
      options,
    );
  }
}

/**
 * Adopts the record of sequelize-cli: gives each row the name and checksum of the matching migration. Before that, checks that the tables match these
 * migrations: runs them in a temporary schema, compares the two schemas, and drops the temporary one. All of this is one transaction. Returns the
 * adopted names.
 * @throws AdoptionError
 */
export async function adopt(sequelize: Sequelize, bundle: Bundle, lock: Lock | undefined): Promise<string[]> {
  if (filesOf(await readStore(sequelize, 'SequelizeMeta')).length === 0) return [];
  const adopted = await retryOnLockFailure('adopt', () =>
    sequelize.transaction(async (transaction) => {
      await limitTimes(sequelize, { lockTimeoutMs, statementTimeoutMs: timeForWorkMs(), transaction });
      // Blocks a running sequelize-cli, which ignores the migration lock.
      await sequelize.query('lock table "SequelizeMeta" in share row exclusive mode', { transaction });
      const recorded = (await readStore(sequelize, 'SequelizeMeta', transaction)).map(({ name }) => name);
      refuse([...recordFaults(recorded, bundle), ...(await strangeColumns(sequelize, 'SequelizeMeta', transaction))]);
      const names = new Set(recorded.map((name) => stepOfFile(name) ?? name));
      const steps = bundle.migrations.filter(({ name }) => names.has(name));
      refuse(await schemaFaults(sequelize, steps, transaction));
      lock?.check();
      const renamed = await rename(sequelize, 'SequelizeMeta', bundle.migrations, lock, transaction);
      await adoptChecksums(sequelize, 'SequelizeMeta', bundle.checksums, transaction);
      await rename(sequelize, 'SequelizeData', bundle.seeds, lock, transaction);
      return renamed;
    }),
  );
  log.info('sequelize-cli record adopted', { adopted });
  return adopted;
}

function refuse(reasons: readonly string[]): void {
  if (reasons.length > 0) throw new AdoptionError(reasons);
}

function filesOf(recorded: readonly { readonly name: string }[]): string[] {
  return recorded.map(({ name }) => name).filter((name) => stepOfFile(name) !== undefined);
}

/** Lists the faults of the record. It must contain the first migrations of this release without a gap, each exactly once. */
function recordFaults(recorded: readonly string[], { migrations }: Bundle): string[] {
  const known = migrations.map(({ name }) => name);
  const rows = Map.groupBy(recorded, (name) => stepOfFile(name) ?? name);
  const last = known.findLastIndex((name) => rows.has(name));
  return [
    ...recorded
      .filter((name) => !known.includes(stepOfFile(name) ?? name))
      .map(
        (name) => `"SequelizeMeta" has ${name}, but this release has no such migration: deploy the release that has it, or add the file`,
      ),
    ...[...rows.values()]
      .filter((same) => same.length > 1)
      .map((same) => `"SequelizeMeta" has one migration twice: ${same.join(' and ')}; delete one of the rows`),
    ...known
      .slice(0, last)
      .filter((name) => !rows.has(name))
      .map((name) => `"SequelizeMeta" lacks ${name}, but has the later ${known[last]}: run ${name} with sequelize-cli first`),
  ];
}

/** Lists the differences between the schema and the result of `steps` in a temporary schema. */
async function schemaFaults(sequelize: Sequelize, steps: readonly Named<Migration>[], transaction: Transaction): Promise<string[]> {
  const query = (sql: string) => sequelize.query(sql, { transaction });
  const [place] = await sequelize.query<{ schema: string; path: string }>(
    `select quote_ident(current_schema()) as schema, set_config('search_path', concat_ws(', ', current_setting('search_path'), extensions), true) as path
       from (select string_agg(distinct quote_ident(nspname), ', ') as extensions
               from pg_extension join pg_namespace on pg_namespace.oid = extnamespace
              where nspname <> 'pg_catalog' and has_schema_privilege(nspname, 'usage')) as found`,
    { type: QueryTypes.SELECT, transaction },
  );
  if (!place) throw new Error('The query of the search path returned no row');
  // PostgreSQL writes a schema's name into a definition unless the schema is in the search path. The two compared schemas have different names, so each of
  // them must be in the path while it is read. The path also contains the extensions' schemas, so that a definition does not contain their names
  // either.
  const actual = await readShape(sequelize, place.schema, transaction);
  const scratch = `orders_adopt_${randomBytes(6).toString('hex')}`;
  await query('savepoint comparison');
  await query(`create schema ${scratch}`).catch((cause: unknown) => {
    if (codeOf(cause) !== '42501') throw cause;
    throw new AdoptionError(['this user may not create the schema that the comparison needs: grant create on the database to this user'], {
      cause,
    });
  });
  // The steps name no schema: they create objects in the first schema of the path and find extensions in the others.
  await query(`set local search_path = ${scratch}, ${place.path}`);
  const context = contextIn(scratch, sequelize, transaction);
  for (const { name, step } of steps) {
    try {
      if (step.transactional === false) for (const sql of step.up) await query(sql.replace(/\bconcurrently\b/i, ''));
      else await step.up(context);
    } catch (cause) {
      if (isLockFailure(cause)) throw cause;
      throw new AdoptionError(
        [`${name} fails in an empty schema, so the schemas cannot be compared: ${cause instanceof Error ? cause.message : String(cause)}`],
        { cause },
      );
    }
  }
  const wanted = await readShape(sequelize, scratch, transaction);
  // Also resets the search path.
  await query('rollback to savepoint comparison');
  return differences(actual, wanted);
}

/**
 * Returns a context in which steps work in `schema` instead of `public`. The SQL of the steps names no schema, but Sequelize's methods do:
 * `addColumn` writes "public"."orders".
 */
function contextIn(schema: string, sequelize: Sequelize, transaction: Transaction): MigrationContext {
  const query = (sql: string | { query: string; values: unknown[] }, options?: QueryOptions) =>
    sequelize.query(typeof sql === 'string' ? inSchema(schema, sql) : { ...sql, query: inSchema(schema, sql.query) }, options);
  const there: Sequelize = Object.create(sequelize, { query: { value: query } });
  const queryInterface: QueryInterface = Object.create(sequelize.getQueryInterface(), { sequelize: { value: there } });
  return { sequelize: there, queryInterface, transaction };
}

function inSchema(schema: string, sql: string): string {
  return sql.replace(/(?:"public"|\bpublic)\.(?=["\w])/g, `${schema}.`);
}

/** Renames rows from file names to the names of `steps`. Returns the new names. */
async function rename(
  sequelize: Sequelize,
  store: Store,
  steps: readonly Named<unknown>[],
  lock: Lock | undefined,
  transaction: Transaction,
): Promise<string[]> {
  const recorded = await readStore(sequelize, store, transaction);
  if (filesOf(recorded).length === 0) return [];
  await prepareStore(sequelize, store, transaction);
  const known = new Set(steps.map(({ name }) => name));
  const taken = new Set(recorded.map(({ name }) => name));
  const renamed: string[] = [];
  for (const { name } of recorded) {
    const step = stepOfFile(name);
    if (step === undefined || !known.has(step) || taken.has(step)) continue;
    await renameStep(sequelize, store, { from: name, to: step }, lock, transaction);
    taken.add(step);
    renamed.push(step);
  }
  return renamed;
}
