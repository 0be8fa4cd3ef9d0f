// Part of `npm run check`: rejects migrations that would lock a large table or break running code.

import { migrations } from '../migrations/index.ts';
import { lintMigration } from './lint/lintMigration.ts';
import { reportFailure } from './reportFailure.ts';

// Migrations up to this one are not linted. They ran on small tables before the linter existed, and a migration that has run is never edited.
const lastUnlinted = '20250317093100-index-order-history';

async function main(): Promise<void> {
  const linted = migrations.filter(({ name }) => name > lastUnlinted);
  const refusals = (await Promise.all(linted.map((migration) => lintMigration(migration)))).flat();
  for (const refusal of refusals) console.error(refusal);
  console.log(`Linted ${linted.length} migrations: ${refusals.length === 0 ? 'no faults' : `${refusals.length} faults`}`);
  if (refusals.length > 0) process.exitCode = 1;
}

await main().catch(reportFailure);
