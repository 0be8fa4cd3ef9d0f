import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../local/directory.ts';
import { Failure } from '../local/failure.ts';
import { parseFlags } from './arguments.ts';
import { budgetOf } from './budget.ts';
import { build } from './build.ts';
import { nodeForRuntime } from './codeCache/nodeForRuntime.ts';
import { codeCachesOfPackage } from './codeCache/packagedFor.ts';
import type { StageRuntime } from './deploy/stageRuntime.ts';
import { infraFunctions } from './infra/service.ts';
import { writeInfra } from './infra/writeInfra.ts';
import { reportFailure } from './reportFailure.ts';
import { serverless, stageFlags } from './serverless.ts';
import { faults } from './template/faults.ts';
import { readTemplate } from './template/template.ts';

/** The folder into which `serverless package` writes. */
export const packageFolder = path.join(root, '.serverless');

/** Throws a Failure if the connection budget is exceeded. */
export async function checkBudget(): Promise<void> {
  const { faults: missing } = budgetOf(await readFile(path.join(root, 'serverless.yml'), 'utf8'));
  if (missing.length > 0) throw new Failure(`The connection budget is exceeded (npm run budget shows the sums):\n${missing.join('\n')}`);
}

/** Throws a Failure if the API description is out of date. */
function checkDescription(): void {
  const { status } = spawnSync(process.execPath, ['scripts/openapi.ts', '--check'], { stdio: 'inherit', cwd: root });
  if (status !== 0) throw new Failure('The API description is out of date, so nothing was packaged. Run npm run openapi first.');
}

/**
 * Builds the functions, with code caches if this machine can make them. The caches are for the stage's Node.js if `runtime` is given, otherwise for the Node.js
 * of this process. Returns a line of output.
 */
export async function buildForPackage(flags: readonly string[], runtime?: StageRuntime): Promise<string> {
  const caches = codeCachesOfPackage(await readFile(path.join(root, 'serverless.yml'), 'utf8'), flags);
  const { node, line } =
    caches.codeCachesFor !== undefined && runtime ? await nodeForRuntime(runtime) : { node: caches.codeCachesFor, line: caches.line };
  await build(root, { codeCachesFor: node });
  return line;
}

/**
 * Runs `serverless package` on the build, with the resources that scripts/infra/ adds for each function. Throws a Failure if scripts/template/
 * finds a fault in the template. With `isDeletable`, the database has no deletion protection. Needs no login, no network and no AWS account.
 */
export async function packageService(flags: readonly string[], { isDeletable = false } = {}): Promise<void> {
  await writeInfra(root);
  serverless(['package', ...flags, ...(isDeletable ? ['--param', 'deletionProtection=false'] : [])]);
  const found = faults(await readTemplate(packageFolder), infraFunctions(await readFile(path.join(root, 'serverless.yml'), 'utf8')));
  const lines = found
    .filter(({ code }) => !(isDeletable && code === 'deletable'))
    .map(({ code, resource, message }) => `${code}: ${resource}: ${message}`);
  if (lines.length > 0) throw new Failure(`The template has faults that must be corrected before a deploy:\n${lines.join('\n')}`);
}

/** `npm run package`. */
async function main(): Promise<void> {
  const { stage, param } = parseFlags('npm run package -- [--stage stage] [--param name=value]…', {
    stage: { type: 'string', short: 's' },
    param: { type: 'string', multiple: true, default: [] },
  }).values;
  const flags = stageFlags(stage, param);
  await checkBudget();
  checkDescription();
  console.log(await buildForPackage(flags));
  await packageService(flags);
}

if (import.meta.main) await main().catch(reportFailure);
