import { QueryTypes, type Sequelize } from 'sequelize';
import { refuseWithoutTime } from '../time.ts';
import { runAlone } from './transaction.ts';

const identifier = String.raw`(?:"(?:[^"]|"")+"|[\w$]+)`;
const creation = new RegExp(
  String.raw`^\s*create\s+(unique\s+)?index\s+concurrently\s+(?:if\s+not\s+exists\s+)?(${identifier})\s+on\s+(?:only\s+)?(${identifier}(?:\s*\.\s*${identifier})?)\s*(.*)$`,
  'is',
);
const anyCreation = /^\s*create\s+(unique\s+)?index\s+concurrently\b/i;

// Both passes over the table at a rate that no disk of RDS reaches: what takes longer than the time left even so is not begun.
const fastestBytesPerMs = 1_000_000;

/** `create index concurrently`, taken apart. */
export interface IndexCreation {
  readonly unique: boolean;
  readonly index: string;
  readonly table: string;
  /** From `using` or the columns on. */
  readonly rest: string;
}

/** The parts of a `create index concurrently`, or undefined for any other statement. @throws Error when the index has no name, because it could not be found again */
export function readIndexCreation(sql: string): IndexCreation | undefined {
  if (!anyCreation.test(sql)) return undefined;
  const parts = creation.exec(sql);
  const [, unique, index, table, rest] = parts ?? [];
  if (index === undefined || table === undefined || rest === undefined || /^on$/i.test(index))
    throw new Error(`Name the index and its table: create index concurrently <name> on <table> …; got: ${sql.trim()}`);
  return { unique: unique !== undefined, index, table, rest };
}

/**
 * Builds an index concurrently, once: one that an earlier run left INVALID is dropped first, and a valid one of the same definition
 * is what was wanted. @throws Error when the name is taken by another index; OutOfTimeError when the table is too large for the time left
 */
export async function buildIndex(sequelize: Sequelize, sql: string, wanted: IndexCreation): Promise<void> {
  const found = await find(sequelize, wanted);
  if (found.valid === true) {
    const definition = await definitionOf(sequelize, wanted);
    if (definition === found.definition) return;
    throw new Error(
      `There is another index of the name ${wanted.index}: "${found.definition}" where "${definition}" is wanted. Drop it or choose another name.`,
    );
  }
  refuseWithoutTime(`the index ${wanted.index}`, (2 * found.tableBytes) / fastestBytesPerMs);
  if (found.valid === false) await runAlone(sequelize, `drop index concurrently ${found.qualified}`);
  await runAlone(sequelize, sql);
}

/** Everything of a definition but the names: unique or not, method, columns, conditions. */
const shape = (index: string) => `case when indisunique then 'unique ' else '' end ||
  substring(pg_get_indexdef(${index}) from position(' USING ' in pg_get_indexdef(${index})) + 1)`;

interface Found {
  readonly tableBytes: number;
  /** null when there is no such index. */
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
  if (!found) throw new Error(`There is no table ${table}`);
  return found;
}

/** The definition that the server would write for the wanted index: read from one on an empty copy of the table. */
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
