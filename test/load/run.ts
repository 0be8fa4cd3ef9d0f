// npm run load: runs a load test. See --help.
import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism, totalmem } from 'node:os';
import path from 'node:path';
import { openIssuer } from '../../local/aws/issuer.ts';
import { Failure, messageOf } from '../../local/failure.ts';
import { projectConfig } from '../../local/functions.ts';
import { currentBuild } from '../../scripts/currentBuild.ts';
import { buildProfiles } from './buildProfiles.ts';
import { openLoadDatabase } from './database.ts';
import { runDeployed } from './deployed.ts';
import { help, type Options, parseOptions } from './options.ts';
import { requirePgbouncer } from './pgbouncer.ts';
import { type Progress, progressOn } from './progress.ts';
import { reportPage } from './report.ts';
import type { LoadResult, ProfileResult } from './result.ts';
import { runProfile } from './runProfile.ts';
import { tableOf } from './table.ts';

class Stopped extends Failure {}

const stopping = new AbortController();

async function runHere(options: Options, progress: Progress, signal: AbortSignal): Promise<ProfileResult[]> {
  if (options.profiles.includes('proxy')) requirePgbouncer();
  const config = await projectConfig();
  progress.say('Building the functions and starting a PostgreSQL server with a migrated and seeded shop …');
  await currentBuild();
  await buildProfiles(options.profiles).catch((cause) => {
    throw new Failure(`The build of the profiles failed. ${messageOf(cause).split('\n')[0]}`, { cause });
  });
  signal.throwIfAborted();
  const database = await openLoadDatabase(options.slots, { hasReader: options.readers }).catch((cause) => {
    throw new Failure(`The database of the load test could not be prepared: ${messageOf(cause)}`, { cause });
  });
  try {
    const issuer = await openIssuer(database.directory);
    const results: ProfileResult[] = [];
    for (const name of options.profiles) {
      signal.throwIfAborted();
      results.push(await runProfile(name, { options, config, database, issuer, progress, signal }));
    }
    return results;
  } finally {
    await database.close();
  }
}

async function writeReport(result: LoadResult): Promise<string> {
  const folder = path.join(import.meta.dirname, 'report');
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, `${result.startedAt.replace(/[:.]/g, '-')}.html`);
  await writeFile(file, await reportPage(result));
  return path.relative('.', file);
}

async function main(): Promise<void> {
  const options = parseOptions(process.argv.slice(2));
  if (options === 'help') return console.log(help);
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, () => stopping.abort(new Stopped(`Stopped by ${name}`)));
  const progress = progressOn(options.json ? process.stderr : process.stdout);
  const startedAt = new Date().toISOString();
  const { deployed, scenario, rate, durationS, delayMs, slots } = options;
  const profiles =
    deployed === undefined
      ? await runHere(options, progress, stopping.signal)
      : [await runDeployed(deployed, options, progress, stopping.signal)];
  const result: LoadResult = {
    ...{ startedAt, scenario: scenario.name, rate, durationS, delayMs, profiles },
    ...{ slots: deployed === undefined ? slots : null, url: deployed?.url ?? null },
    machine: { processors: availableParallelism(), memoryGb: Math.round(totalmem() / 2 ** 30) },
  };
  const report = await writeReport(result);
  if (options.json) console.log(JSON.stringify({ ...result, report }, undefined, 2));
  else console.log(`${tableOf(result)}\nReport: ${report}`);
  if (profiles.some(({ broken }) => broken.length > 0)) process.exitCode = 1;
}

try {
  await main();
} catch (thrown) {
  // Unfinished work fails with misleading errors after an interruption, so only the interruption is shown.
  const error: unknown = stopping.signal.aborted ? stopping.signal.reason : thrown;
  console.error(error instanceof Failure ? error.message : error);
  // A Failure is a mistake in the command, or the reason why a run could not start. Any other error is a bug.
  process.exitCode = error instanceof Stopped ? 130 : error instanceof Failure ? 2 : 1;
}
// Everything has been stopped. A handle that is still open must not keep the process running.
process.exit();
