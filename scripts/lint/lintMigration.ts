import type { Migration, Named } from '../../migrations/migration.ts';
import { plannedStatements } from './plannedStatements.ts';
import { squawk } from './squawk.ts';

/** What takes something away from the code that runs: only after that code is gone, which `contract` says. */
const contracting = ['ban-drop-column', 'renaming-column', 'ban-drop-table', 'renaming-table'];

/** The safe way round, by rule; where there is none here, squawk's own words say it. */
const safeWays: Readonly<Record<string, string>> = {
  'adding-required-field': 'Three steps: add it nullable, fill it, set not null; or give it a constant default.',
  'adding-not-nullable-field':
    'Add `check (column is not null) not valid`, validate it in a migration of its own, then set not null and drop the check.',
  'require-concurrent-index-creation': 'A migration of its own with `transactional: false` and `create index concurrently`.',
  'require-concurrent-index-deletion': 'A migration of its own with `transactional: false` and `drop index concurrently if exists`.',
  'changing-column-type':
    'Expand and contract: a new column of the new type, written beside the old one and filled, then read, then the old one dropped.',
  'adding-foreign-key-constraint': 'Add it `not valid`, and `validate constraint` in a migration of its own.',
  'constraint-missing-not-valid': 'Add it `not valid`, and `validate constraint` in a migration of its own.',
  'disallowed-unique-constraint': '`create unique index concurrently` first, then `add constraint … unique using index`.',
  'ban-drop-column': 'Expand and contract: first a release that does not use it, then drop it here and say which in `contract`.',
  'renaming-column': 'Expand and contract: a new column, both written, the new one read, the old one dropped; three deploys.',
  'ban-drop-table': 'First a release that does not use it, then drop it here and say which in `contract`.',
  'renaming-table':
    'First a view of the new name, then code that uses it, then the table; or say in `contract` why nothing uses the old name.',
};

const aloneAllowed =
  /^\s*(create\s+(unique\s+)?index\s+concurrently|drop\s+index\s+concurrently\s+if\s+exists|reindex\s+.*concurrently)\b/i;

const needsNoTransaction = /\b(create\s+(unique\s+)?index|drop\s+index|reindex\s+.*)\s+concurrently\b/i;

/** Everything that the linter refuses in a migration, a line each, with the safe way. */
export async function lintMigration({ name, step }: Named<Migration>): Promise<string[]> {
  const sql = await plannedStatements(step);
  const transactional = step.transactional !== false;
  const refusals = new Map<string, string>();
  if (sql.every((statement) => statement.trim() === '')) refusals.set('empty', 'It sends nothing: write its `up`.');
  if (transactional && sql.some((statement) => needsNoTransaction.test(statement)))
    refusals.set(
      'concurrently-in-transaction',
      'PostgreSQL refuses it inside a transaction: `transactional: false`, in a migration of its own.',
    );
  for (const statement of transactional ? [] : sql) {
    if (!aloneAllowed.test(statement))
      refusals.set(
        'not-repeatable',
        `Outside of a transaction only what may be repeated: create, drop (if exists) or reindex concurrently. Got: ${statement.trim()}`,
      );
  }
  for (const { rule, message } of await squawk(sql.join('\n;\n'), transactional))
    refusals.set(rule, `${message} ${safeWays[rule] ?? ''}`.trim());

  const reasons = new Map(Object.entries(step.safe ?? {}));
  if (step.contract) for (const rule of contracting) if (refusals.has(rule)) reasons.set(rule, step.contract);
  const idle = Object.keys(step.safe ?? {}).filter((rule) => !refusals.has(rule));
  return [
    ...[...refusals].filter(([rule]) => !reasons.get(rule)?.trim()).map(([rule, message]) => `migrations/${name}.ts: ${rule}: ${message}`),
    ...idle.map((rule) => `migrations/${name}.ts: \`safe\` gives a reason for ${rule}, which it does not need`),
  ];
}
