import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../local/directory.ts';
import { budgetOf } from './budget.ts';
import { build } from './build.ts';

/** `npm run package`: refuses what could ask the database for more connections than it has, or describes itself as it is no more, builds, then `serverless package` on what was built. Needs no login, no network and no AWS account. */
try {
  const { faults } = budgetOf(await readFile(path.join(root, 'serverless.yml'), 'utf8'));
  if (faults.length > 0) throw new Error(`The database would run out of connections (npm run budget shows the sum):\n${faults.join('\n')}`);
  const description = spawnSync(process.execPath, ['scripts/openapi.ts', '--check'], { cwd: root, stdio: 'inherit' });
  if (description.status !== 0) throw new Error('Nothing was packaged.');
  await build();
  const { status, error } = spawnSync('serverless', ['package', ...process.argv.slice(2)], { stdio: 'inherit' });
  if (error) throw error;
  process.exitCode = status ?? 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
