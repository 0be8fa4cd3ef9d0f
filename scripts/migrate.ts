// npm run migrate -- <command> [flags]: invokes the built function `migrate` on the local database and prints its report.
import { parseFlags } from '../local/arguments.ts';
import { localDirectory } from '../local/directory.ts';
import { Failure, messageOf, reportFailure } from '../local/failure.ts';
import { projectConfig, projectFunctions } from '../local/functions.ts';
import { type MigrateReport, migrate } from '../local/migrate.ts';
import { reportLines } from '../local/migrateReport.ts';
import { runningDatabaseUrl } from '../local/state.ts';
import { build } from './build.ts';

const usage = 'npm run migrate -- <command> [--to name] [--step n] [--allow-down] [--allow-out-of-order] [--json]';

function parsed() {
  const { values, positionals } = parseFlags(
    usage,
    {
      to: { type: 'string' },
      step: { type: 'string' },
      'allow-down': { type: 'boolean' },
      'allow-out-of-order': { type: 'boolean' },
      json: { type: 'boolean', default: false },
    },
    1,
  );
  const { to, step, json } = values;
  // The function checks commands, names and numbers: what it does not know it says itself.
  const payload = {
    ...(positionals[0] !== undefined && { command: positionals[0] }),
    ...(to !== undefined && { to }),
    ...(step !== undefined && { step: Number.isNaN(Number(step)) ? step : Number(step) }),
    ...(values['allow-down'] && { allowDown: true }),
    ...(values['allow-out-of-order'] && { allowOutOfOrder: true }),
  };
  return { payload, json };
}

async function invoke(payload: Record<string, unknown>): Promise<MigrateReport> {
  const databaseUrl = await runningDatabaseUrl(localDirectory());
  // A migration that was written a minute ago is meant too.
  await build().catch((cause) => {
    throw new Failure(`The functions do not build. ${messageOf(cause)}`, { cause });
  });
  const functions = projectFunctions(await projectConfig(), { MIGRATION_DATABASE_URL: databaseUrl }, () => {});
  try {
    return await migrate(functions, payload);
  } finally {
    await functions.stop();
  }
}

try {
  const { payload, json } = parsed();
  const report = await invoke(payload);
  console.log(json ? JSON.stringify(report, undefined, 2) : reportLines(report).join('\n'));
} catch (error) {
  reportFailure(error);
}
