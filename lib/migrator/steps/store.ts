import { QueryTypes, type Sequelize, type Transaction } from 'sequelize';
import { type Lock, LockLostError, lockKey } from '../session/lock.ts';

/** The tables that record the applied migrations (`SequelizeMeta`) and seeds (`SequelizeData`), one row each. */
export type Store = 'SequelizeMeta' | 'SequelizeData';

/** A recorded step. `checksum` is null if a release without checksums ran the step. */
export interface Recorded {
  readonly name: string;
  readonly checksum: string | null;
}

/** The row of a step. Older releases write only the name. */
interface Row extends Recorded {
  readonly durationMs: number;
}

/** Returns the recorded steps, in order; none if the table does not exist yet. Only reads. Accepts an older table without `checksum`. */
export async function readStore(sequelize: Sequelize, store: Store, transaction?: Transaction): Promise<Recorded[]> {
  const options = { type: QueryTypes.SELECT, ...(transaction && { transaction }) } as const;
  const [table] = await sequelize.query<{ exists: boolean }>(`select to_regclass('"${store}"') is not null as exists`, options);
  if (!table?.exists) return [];
  return sequelize.query<Recorded>(
    `select name, to_jsonb(store) ->> 'checksum' as checksum from "${store}" as store order by name collate "C"`,
    options,
  );
}

/** Creates the table, or adds missing columns to the table of an older release. Requires the lock. */
export async function prepareStore(sequelize: Sequelize, store: Store, transaction?: Transaction): Promise<void> {
  const within = transaction && { transaction };
  const [known] = await sequelize.query<{ columns: number }>(
    `select count(*) as columns from pg_attribute
      where attrelid = to_regclass('"${store}"') and attname in ('checksum', 'applied_at', 'duration_ms') and not attisdropped`,
    { type: QueryTypes.SELECT, ...within },
  );
  // Checks first, because `add column if not exists` locks the table even if it adds nothing.
  if (known?.columns === 3) return;
  await sequelize.query(
    `create table if not exists "${store}" (name varchar(255) not null constraint "${store}_pkey" primary key);
     alter table "${store}"
       add column if not exists checksum text,
       add column if not exists applied_at timestamptz,
       add column if not exists duration_ms bigint;
     -- The default is set after the column is added, so that applied_at stays null in existing rows: their time is unknown. The default fills new
     -- rows, including those that an older release inserts.
     alter table "${store}" alter column applied_at set default now()`,
    { ...within },
  );
}

/** Records the current checksums for steps without one, so that later changes of their sources are detected. */
export async function adoptChecksums(
  sequelize: Sequelize,
  store: Store,
  checksums: Readonly<Record<string, string>>,
  transaction?: Transaction,
): Promise<void> {
  await sequelize.query(
    `update "${store}" as store set checksum = today.checksum
       from jsonb_each_text($1::jsonb) as today (name, checksum) where store.name = today.name and store.checksum is null`,
    { bind: [JSON.stringify(checksums)], ...(transaction && { transaction }) },
  );
}

/** Lists the required columns that another tool added and that `migrate` does not fill, each with its remedy. */
export async function strangeColumns(sequelize: Sequelize, store: Store, transaction: Transaction): Promise<string[]> {
  const found = await sequelize.query<{ column: string }>(
    `select quote_ident(attname) as column from pg_attribute
      where attrelid = to_regclass('"${store}"') and attnum > 0 and not attisdropped and attnotnull and not atthasdef
        and attname not in ('name', 'checksum', 'applied_at', 'duration_ms')`,
    { type: QueryTypes.SELECT, transaction },
  );
  return found.map(
    ({ column }) =>
      `"${store}" has a required column ${column} that migrate does not fill: alter table "${store}" alter column ${column} drop not null`,
  );
}

/** Records a step. @throws LockLostError if this run no longer holds the lock */
export async function record(sequelize: Sequelize, store: Store, row: Row, lock?: Lock, transaction?: Transaction): Promise<void> {
  const sql = (isHeld: string) =>
    `insert into "${store}" (name, checksum, applied_at, duration_ms) select $1, $2, clock_timestamp(), $3::bigint where ${isHeld} returning name`;
  await changeUnderLock(sequelize, sql, [row.name, row.checksum, row.durationMs], lock, transaction);
}

/** Removes the record of a reverted step. @throws LockLostError if this run no longer holds the lock */
export async function unrecord(sequelize: Sequelize, store: Store, name: string, lock?: Lock, transaction?: Transaction): Promise<void> {
  const sql = (isHeld: string) => `delete from "${store}" where name = $1 and ${isHeld} returning name`;
  await changeUnderLock(sequelize, sql, [name], lock, transaction);
}

/** Renames the record of a step. @throws LockLostError if this run no longer holds the lock */
export async function renameStep(
  sequelize: Sequelize,
  store: Store,
  { from, to }: { readonly from: string; readonly to: string },
  lock: Lock | undefined,
  transaction: Transaction,
): Promise<void> {
  const sql = (isHeld: string) => `update "${store}" set name = $2 where name = $1 and ${isHeld} returning name`;
  await changeUnderLock(sequelize, sql, [from, to], lock, transaction);
}

/**
 * Sends the statement that `sql` returns. Its condition `isHeld` is true only while this run holds the lock. So a run that has lost its lock without noticing
 * changes no record. If `lock` is undefined, the caller makes sure that no other run uses the database, and the condition is `true`.
 */
async function changeUnderLock(
  sequelize: Sequelize,
  sql: (isHeld: string) => string,
  values: readonly unknown[],
  lock: Lock | undefined,
  transaction: Transaction | undefined,
): Promise<void> {
  const isHeld = `exists (select from pg_locks where locktype = 'advisory' and classid = ${lockKey.classid} and objid = ${lockKey.objid} and objsubid = 2
                             and granted and database = (select oid from pg_database where datname = current_database()) and pid = $${values.length + 1}::int)`;
  const rows = await sequelize.query(sql(lock ? isHeld : 'true'), {
    bind: [...values, ...(lock ? [lock.pid] : [])],
    type: QueryTypes.SELECT,
    ...(transaction && { transaction }),
  });
  if (rows.length === 0) throw new LockLostError('This run no longer holds the migration lock, so it stops.');
}
