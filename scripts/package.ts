import { spawnSync } from 'node:child_process';
import { build } from './build.ts';

/** `npm run package`: builds, then `serverless package` on what was built. Needs no login, no network and no AWS account. */
try {
  await build();
  const { status, error } = spawnSync('serverless', ['package', ...process.argv.slice(2)], { stdio: 'inherit' });
  if (error) throw error;
  process.exitCode = status ?? 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
