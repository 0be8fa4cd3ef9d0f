import { QueryTypes, type Sequelize, type Transaction } from 'sequelize';
import { type Lock, LockLostError, lockKey } from '../session/lock.ts';

/** umzug's tables: one row for each step that ran. */
export type Store = 'SequelizeMeta' | 'SequelizeData';

/** A step on record. `checksum` is null where it ran before checksums were kept, or by an older release. */
export interface Recorded {
  readonly name: string;
  readonly checksum: string | null;
}

/** A step's row. The fields after the name came later: releases that do not know them leave them out. */
interface Row extends Recorded {
  readonly durationMs: number;
}

/** What is on record, in order; nothing where the table is not there yet. Changes nothing, and reads the table of an older release too. */
export async function readStore(sequelize: Sequelize, store: Store, transaction?: Transaction): Promise<Recorded[]> {
  const options = { type: QueryTypes.SELECT, ...(transaction && { transaction }) } as const;
  const [table] = await sequelize.query<{ exists: boolean }>(`select to_regclass('"${store}"') is not null as exists`, options);
  if (!table?.exists) return [];
  return sequelize.query<Recorded>(
    `select name, to_jsonb(store) ->> 'checksum' as checksum from "${store}" as store order by name collate "C"`,
    options,
  );
}

/** Makes the table, or gives that of an older release what it lacks. Needs the lock. */
export async function prepareStore(sequelize: Sequelize, store: Store, transaction?: Transaction): Promise<void> {
  const within = transaction && { transaction };
  const [known] = await sequelize.query<{ columns: number }>(
    `select count(*) as columns from pg_attribute
      where attrelid = to_regclass('"${store}"') and attname in ('checksum', 'applied_at', 'duration_ms') and not attisdropped`,
    { type: QueryTypes.SELECT, ...within },
  );
  // Looked up first: `add column if not exists` takes its lock on the table even where it has nothing to add.
  if (known?.columns === 3) return;
  await sequelize.query(
    `create table if not exists "${store}" (name varchar(255) not null constraint "${store}_pkey" primary key);
     alter table "${store}"
       add column if not exists checksum text,
       add column if not exists applied_at timestamptz,
       add column if not exists duration_ms bigint;
     -- Apart from the column: nobody knows when the rows that are there were applied. An older release's rows get it too.
     alter table "${store}" alter column applied_at set default now()`,
    { ...within },
  );
}

/** Gives the steps that ran before checksums were kept the checksums of today's sources: from here on a change shows. */
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

/** Columns that another tool's rows must fill, and ours do not, with what to do about each. */
export async function strangeColumns(sequelize: Sequelize, store: Store, transaction: Transaction): Promise<string[]> {
  const found = await sequelize.query<{ column: string }>(
    `select quote_ident(attname) as column from pg_attribute
      where attrelid = to_regclass('"${store}"') and attnum > 0 and not attisdropped and attnotnull and not atthasdef
        and attname not in ('name', 'checksum', 'applied_at', 'duration_ms')`,
    { type: QueryTypes.SELECT, transaction },
  );
  return found.map(
    ({ column }) =>
      `"${store}" has a column ${column} that every row must fill, and no row of migrate does: alter table "${store}" alter column ${column} drop not null`,
  );
}

// The server's own word on who holds the lock: a run whose lock was lost unnoticed cannot record a step.
const held = `exists (select from pg_locks where locktype = 'advisory' and classid = ${lockKey.classid} and objid = ${lockKey.objid} and objsubid = 2
                         and granted and database = (select oid from pg_database where datname = current_database()) and pid = `;

/** Writes that a step ran. @throws LockLostError when the lock is not held any more */
export async function record(sequelize: Sequelize, store: Store, row: Row, lock?: Lock, transaction?: Transaction): Promise<void> {
  const rows = await sequelize.query(
    `insert into "${store}" (name, checksum, applied_at, duration_ms) select $1, $2, clock_timestamp(), $3::bigint${lock ? ` where ${held}$4::int)` : ''} returning name`,
    {
      bind: [row.name, row.checksum, row.durationMs, ...(lock ? [lock.pid] : [])],
      type: QueryTypes.SELECT,
      ...(transaction && { transaction }),
    },
  );
  if (rows.length === 0) throw new LockLostError('The migration lock is held by nobody, or by somebody else.');
}

/** Removes the record of a step that was taken back. @throws LockLostError when the lock is not held any more */
export async function unrecord(sequelize: Sequelize, store: Store, name: string, lock?: Lock, transaction?: Transaction): Promise<void> {
  const rows = await sequelize.query(`delete from "${store}" where name = $1${lock ? ` and ${held}$2::int)` : ''} returning name`, {
    bind: [name, ...(lock ? [lock.pid] : [])],
    type: QueryTypes.SELECT,
    ...(transaction && { transaction }),
  });
  if (rows.length === 0) throw new LockLostError('The migration lock is held by nobody, or by somebody else.');
}

/** Gives a step's row another name. @throws LockLostError when the lock is not held any more */
export async function renameStep(
  sequelize: Sequelize,
  store: Store,
  { from, to }: { readonly from: string; readonly to: string },
  lock: Lock | undefined,
  transaction: Transaction,
): Promise<void> {
  const rows = await sequelize.query(
    `update "${store}" set name = $2 where name = $1${lock ? ` and ${held}$3::int)` : ''} returning name`,
    {
      bind: [from, to, ...(lock ? [lock.pid] : [])],
      type: QueryTypes.SELECT,
      transaction,
    },
  );
  if (rows.length === 0) throw new LockLostError('The migration lock is held by nobody, or by somebody else.');
}
