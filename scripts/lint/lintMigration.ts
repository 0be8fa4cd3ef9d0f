import type { Migration, Named } from '../../migrations/migration.ts';
import { plannedStatements } from './plannedStatements.ts';
import { squawk } from './squawk.ts';

/** Rules against removing names that running code may use. A migration may break these rules if it gives a reason in `contract`. */
const contracting = ['ban-drop-column', 'renaming-column', 'ban-drop-table', 'renaming-table'];

/** The safe alternative, by rule. For other rules, squawk's message contains the alternative. */
const safeWays: Readonly<Record<string, string>> = {
  'adding-required-field': 'Use three steps: add the column nullable, fill it, set not null. Or give it a constant default.',
  'adding-not-nullable-field':
    'Add `check (column is not null) not valid`, validate it in a separate migration, then set not null and drop the check.',
  'require-concurrent-index-creation': 'Use a separate migration with `transactional: false` and `create index concurrently`.',
  'require-concurrent-index-deletion': 'Use a separate migration with `transactional: false` and `drop index concurrently if exists`.',
  'changing-column-type':
    'Expand and contract: add a column of the new type, write both columns, fill and read the new column, then drop the old column.',
  'adding-foreign-key-constraint': 'Add the constraint `not valid`, and `validate constraint` in a separate migration.',
  'constraint-missing-not-valid': 'Add the constraint `not valid`, and `validate constraint` in a separate migration.',
  'disallowed-unique-constraint': '`create unique index concurrently` first, then `add constraint … unique using index`.',
  'ban-drop-column':
    'Expand and contract: first deploy a release that does not use the column. Then drop it, and name that release in `contract`.',
  'renaming-column':
    'Expand and contract in three deploys: add a new column and write both columns, read the new column, drop the old column.',
  'ban-drop-table': 'First deploy a release that does not use the table. Then drop it, and name that release in `contract`.',
  'renaming-table':
    'First create a view with the new name, then deploy code that uses it, then rename the table. Or explain in `contract` why nothing uses the old name.',
};

const aloneAllowed =
  /^\s*(create\s+(unique\s+)?index\s+concurrently|drop\s+index\s+concurrently\s+if\s+exists|reindex\s+.*concurrently)\b/i;

const needsNoTransaction = /\b(create\s+(unique\s+)?index|drop\s+index|reindex\s+.*)\s+concurrently\b/i;

/** Returns the faults of a migration, one line each, with the safe alternative. */
export async function lintMigration({ name, step }: Named<Migration>): Promise<string[]> {
  const sql = await plannedStatements(step);
  const transactional = step.transactional !== false;
  const refusals = new Map<string, string>();
  if (sql.every((statement) => statement.trim() === '')) refusals.set('empty', 'The migration sends no statement: write its `up`.');
  if (transactional && sql.some((statement) => needsNoTransaction.test(statement)))
    refusals.set(
      'concurrently-in-transaction',
      'PostgreSQL rejects `concurrently` in a transaction: use a separate migration with `transactional: false`.',
    );
  for (const statement of transactional ? [] : sql) {
    if (!aloneAllowed.test(statement))
      refusals.set(
        'not-repeatable',
        `Without a transaction only repeatable statements are allowed: create, drop (if exists) or reindex concurrently. Got: ${statement.trim()}`,
      );
  }
  for (const { rule, message } of await squawk(sql.join('\n;\n'), transactional))
    refusals.set(rule, `${message} ${safeWays[rule] ?? ''}`.trim());

  const reasons = new Map(Object.entries(step.safe ?? {}));
  if (step.contract) for (const rule of contracting) if (refusals.has(rule)) reasons.set(rule, step.contract);
  const idle = Object.keys(step.safe ?? {}).filter((rule) => !refusals.has(rule));
  return [
    ...[...refusals].filter(([rule]) => !reasons.get(rule)?.trim()).map(([rule, message]) => `migrations/${name}.ts: ${rule}: ${message}`),
    ...idle.map((rule) => `migrations/${name}.ts: \`safe\` gives a reason for ${rule}, but nothing breaks this rule`),
  ];
}
