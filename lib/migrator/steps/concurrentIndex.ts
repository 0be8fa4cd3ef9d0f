import { QueryTypes, type Sequelize } from 'sequelize';
import { refuseWithoutTime } from '../time.ts';
import { runAlone } from './transaction.ts';

const identifier = String.raw`(?:"(?:[^"]|"")+"|[\w$]+)`;
const creation = new RegExp(
  String.raw`^\s*create\s+(unique\s+)?index\s+concurrently\s+(?:if\s+not\s+exists\s+)?(${identifier})\s+on\s+(?:only\s+)?(${identifier}(?:\s*\.\s*${identifier})?)\s*(.*)$`,
  'is',
);
const anyCreation = /^\s*create\s+(unique\s+)?index\s+concurrently\b/i;

// Faster than any disk of RDS. A build reads the table twice. A build starts only if the remaining time is enough at this rate.
const fastestBytesPerMs = 1_000_000;

/** The parts of a `create index concurrently`. */
export interface IndexCreation {
  readonly unique: boolean;
  readonly index: string;
  readonly table: string;
  /** Everything after the table: method, columns, conditions. */
  readonly rest: string;
}

/**
 * Parses a `create index concurrently`; returns undefined for any other statement.
 * @throws Error if the index has no name, because a later run could not find it
 */
export function readIndexCreation(sql: string): IndexCreation | undefined {
  if (!anyCreation.test(sql)) return undefined;
  const parts = creation.exec(sql);
  const [, unique, index, table, rest] = parts ?? [];
  if (index === undefined || table === undefined || rest === undefined || /^on$/i.test(index))
    throw new Error(`Name the index and its table: create index concurrently <name> on <table> …; got: ${sql.trim()}`);
  return { unique: unique !== undefined, index, table, rest };
}

/**
 * Builds an index concurrently. A repetition is safe: it first drops an INVALID index of an earlier run, and does nothing if the index exists with
 * the same definition.
 * @throws Error if another index has this name; OutOfTimeError if the table is too large for the remaining time
 */
export async function buildIndex(sequelize: Sequelize, sql: string, wanted: IndexCreation): Promise<void> {
  const found = await find(sequelize, wanted);
  if (found.valid === true) {
    const definition = await definitionOf(sequelize, wanted);
    if (definition === found.definition) return;
    throw new Error(
      `Another index has the name ${wanted.index}: its definition is "${found.definition}", but the migration needs "${definition}". Drop it, or choose another name.`,
    );
  }
  refuseWithoutTime(`the index ${wanted.index}`, (2 * found.tableBytes) / fastestBytesPerMs);
  if (found.valid === false) await runAlone(sequelize, `drop index concurrently ${found.qualified}`);
  await runAlone(sequelize, sql);
}

/** SQL for an index's definition without the names of the index and its table: uniqueness, method, columns, conditions. */
const shape = (index: string) => `case when indisunique then 'unique ' else '' end ||
  substring(pg_get_indexdef(${index}) from position(' USING ' in pg_get_indexdef(${index})) + 1)`;

interface Found {
  readonly tableBytes: number;
  /** Null if the index does not exist. */
  readonly valid: boolean | null;
  readonly definition: string | null;
  readonly qualified: string | null;
}

async function find(sequelize: Sequelize, { index, table }: IndexCreation): Promise<Found> {
  const [found] = await sequelize.query<Found>(
    `select pg_table_size($1::regclass) as "tableBytes", indisvalid and indisready as valid, ${shape('indexrelid')} as definition,
            indexrelid::regclass::text as qualified
       from pg_class as t
       left join (pg_class as i join pg_index on indexrelid = i.oid)
         on i.relnamespace = t.relnamespace and i.relname = (parse_ident($2))[1] and indrelid = t.oid
      where t.oid = $1::regclass`,
    { bind: [table, index], type: QueryTypes.SELECT },
  );
  if (!found) throw new Error(`The table ${table} does not exist`);
  return found;
}

/** Returns the server's definition of the wanted index. To get it, creates the index on an empty copy of the table, then rolls back. */
async function definitionOf(sequelize: Sequelize, { unique, index, table, rest }: IndexCreation): Promise<string | null> {
  const transaction = await sequelize.transaction();
  try {
    const [copy] = await sequelize.query<{ name: string }>(
      `select quote_ident((parse_ident($1::regclass::text))[array_length(parse_ident($1::regclass::text), 1)]) as name`,
      { bind: [table], type: QueryTypes.SELECT, transaction },
    );
    const name = `pg_temp.${copy?.name}`;
    await sequelize.query(`create temporary table ${copy?.name} (like ${table} including generated)`, { transaction });
    await sequelize.query(`create ${unique ? 'unique ' : ''}index ${index} on ${name} ${rest}`, { transaction });
    const [made] = await sequelize.query<{ definition: string }>(
      `select ${shape('indexrelid')} as definition from pg_index where indrelid = $1::regclass`,
      { bind: [name], type: QueryTypes.SELECT, transaction },
    );
    return made?.definition ?? null;
  } finally {
    await transaction.rollback();
  }
}
