// Part of `npm run check`: refuses migrations that would lock a large table or break code that runs.
import { migrations } from '../migrations/index.ts';
import { lintMigration } from './lint/lintMigration.ts';

// These ran while the tables were new and small, before there was a linter; and what has run is not edited.
const lastUnlinted = '20250317093100-index-order-history';

try {
  const linted = migrations.filter(({ name }) => name > lastUnlinted);
  const refusals = (await Promise.all(linted.map((migration) => lintMigration(migration)))).flat();
  for (const refusal of refusals) console.error(refusal);
  console.log(`Linted ${linted.length} migrations: ${refusals.length === 0 ? 'nothing to refuse' : `${refusals.length} refusals`}`);
  if (refusals.length > 0) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
