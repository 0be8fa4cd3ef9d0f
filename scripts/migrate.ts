// npm run migrate -- <command> [flags]: invokes the function `migrate`, locally or on a deployed stage, and prints its report.

import { localDirectory } from '../local/directory.ts';
import { Failure } from '../local/failure.ts';
import { projectConfig, projectFunctions } from '../local/functions.ts';
import { invokeMigrate, type MigrateReport } from '../local/invokeMigrate.ts';
import { runningUrls } from '../local/state.ts';
import { parseFlags } from './arguments.ts';
import { currentBuild } from './currentBuild.ts';
import { migrateDeployed } from './migrate/deployed.ts';
import { withProgress } from './migrate/progress.ts';
import { reportLines } from './migrate/report.ts';
import { reportFailure } from './reportFailure.ts';

const usage =
  'npm run migrate -- <command> [--to name] [--step n] [--allow-down] [--allow-out-of-order] [--adopt] [--allow-production-seed] [--json] [--stage stage]';

function parsed() {
  const { values, positionals } = parseFlags(
    usage,
    {
      to: { type: 'string' },
      step: { type: 'string' },
      'allow-down': { type: 'boolean' },
      'allow-out-of-order': { type: 'boolean' },
      adopt: { type: 'boolean' },
      'allow-production-seed': { type: 'boolean' },
      json: { type: 'boolean', default: false },
      stage: { type: 'string' },
    },
    1,
  );
  const { to, step, json, stage } = values;
  if (stage === '') throw new Failure(`--stage requires the name of a stage. Usage: ${usage}`);
  // The function validates commands, names and numbers itself.
  const payload = {
    ...(positionals[0] !== undefined && { command: positionals[0] }),
    ...(to !== undefined && { to }),
    ...(step !== undefined && { step: Number.isNaN(Number(step)) ? step : Number(step) }),
    ...(values['allow-down'] && { allowDown: true }),
    ...(values['allow-out-of-order'] && { allowOutOfOrder: true }),
    ...(values.adopt && { adopt: true }),
    ...(values['allow-production-seed'] && { allowProductionSeed: true }),
  };
  return { payload, json, stage };
}

type Payload = ReturnType<typeof parsed>['payload'];

// Progress goes to standard error, so that the output of --json stays JSON.
const say = (line: string) => console.error(line);

async function onStage(stage: string, payload: Payload): Promise<MigrateReport> {
  const { service, region } = await projectConfig();
  return withProgress((request) => migrateDeployed({ service, stage, region }, request), payload, say);
}

async function onThisMachine(payload: Payload): Promise<MigrateReport> {
  const { databases } = await runningUrls(localDirectory());
  // A new build includes migrations that were written after the last build.
  await currentBuild();
  const variables = { DATABASE_URL: databases.api, MIGRATION_DATABASE_URL: databases.owner };
  const functions = projectFunctions(await projectConfig(), variables, () => {});
  try {
    return await withProgress((request) => invokeMigrate(functions, request), payload, say);
  } finally {
    await functions.stop();
  }
}

/** Runs the command that this process's arguments name. */
export async function main(): Promise<void> {
  try {
    const { payload, json, stage } = parsed();
    const report = await (stage === undefined ? onThisMachine(payload) : onStage(stage, payload));
    console.log(json ? JSON.stringify(report, undefined, 2) : reportLines(report).join('\n'));
    // The function succeeds even if verify finds faults, but faults must stop a pipeline.
    if (Array.isArray(report['problems']) && report['problems'].length > 0) process.exitCode = 1;
  } catch (error) {
    reportFailure(error);
  }
}

if (import.meta.main) await main();
