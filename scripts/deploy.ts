// npm run deploy -- --stage <stage> [--param name=value]: deploys a stage step by step, and stops at the first step that fails.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../local/directory.ts';
import { parseServerlessConfig } from '../local/serverless/serverlessConfig.ts';
import { parseFlags } from './arguments.ts';
import { apiAddress } from './deploy/address.ts';
import { checkEngineVersion } from './deploy/engineVersion.ts';
import { checkEventBus } from './deploy/eventBus.ts';
import { checkIssuer } from './deploy/issuer.ts';
import { stageParameters } from './deploy/parameters.ts';
import { pendingRebootLine } from './deploy/pendingReboot.ts';
import { checkConcurrency } from './deploy/quota.ts';
import { runSteps, type Step } from './deploy/runSteps.ts';
import { s3PrefixList } from './deploy/s3PrefixList.ts';
import { smokeTest } from './deploy/smokeTest.ts';
import { stackState } from './deploy/stackState.ts';
import { stageName } from './deploy/stageName.ts';
import { askRuntime, codeCacheLine, type StageRuntime } from './deploy/stageRuntime.ts';
import { checkZones } from './deploy/zones.ts';
import { buildForPackage, checkBudget, packageFolder, packageService } from './package.ts';
import { reportFailure } from './reportFailure.ts';
import { serverless, stageFlags } from './serverless.ts';

const usage = 'npm run deploy -- --stage <stage> [--param name=value]…';

/** `npm run deploy`. */
export async function main(): Promise<void> {
  const { values } = parseFlags(usage, { stage: { type: 'string' }, param: { type: 'string', multiple: true, default: [] } });
  const { param } = values;
  const stage = stageName(values.stage, usage);
  const text = await readFile(path.join(root, 'serverless.yml'), 'utf8');
  const { service, region, functions } = parseServerlessConfig(text);
  // Two steps below add flags for S3's prefix list and the database's version.
  const flags = stageFlags(stage, param);
  const deployment = { service, stage, region };
  const parameters = () => stageParameters(text, stage, param);
  let address = '';
  let isFirst = false;
  let runtime: StageRuntime | undefined;
  const steps: readonly Step[] = [
    { name: 'parameters', run: () => `${Object.keys(parameters()).length} for ${stage} in ${region}` },
    {
      name: 'concurrency of the account',
      run: () =>
        checkConcurrency({
          region,
          functions: functions.map(({ name, reservedConcurrency = 0 }) => ({ name: `${service}-${stage}-${name}`, reservedConcurrency })),
        }),
    },
    { name: 'event bus', run: () => checkEventBus(String(parameters()['eventBusName']), region) },
    { name: 'token issuer', run: () => checkIssuer(String(parameters()['jwtIssuer'])) },
    { name: 'zones of the network', run: () => checkZones(parameters(), region) },
    {
      name: 'prefix list of S3',
      run: async () => {
        const id = await s3PrefixList(region);
        if (id !== parameters()['s3PrefixList']) flags.push('--param', `s3PrefixList=${id}`);
        return id;
      },
    },
    {
      name: 'version of the database',
      run: async () => {
        const wanted = String(parameters()['engineVersion']);
        const isPassed = param.some((each) => each.startsWith('engineVersion='));
        const { version, line } = await checkEngineVersion({ region, cluster: `${service}-${stage}`, version: wanted, isPassed });
        if (version !== wanted) flags.push('--param', `engineVersion=${version}`);
        return line;
      },
    },
    {
      name: 'state of the stack',
      run: async () => {
        const state = await stackState(`${service}-${stage}`, region);
        isFirst = state.isFirst;
        return state.line;
      },
    },
    {
      name: 'runtime of the stage',
      run: async () => {
        const asked = await askRuntime(deployment);
        runtime = asked.runtime;
        return asked.line;
      },
    },
    { name: 'build', run: () => buildForPackage(flags, runtime) },
    { name: 'budget of connections', run: checkBudget },
    { name: 'package and check the template', run: () => packageService(flags, { isDeletable: isFirst }) },
    { name: 'deploy and migrate', run: () => deployPackage(flags) },
    {
      name: 'deletion protection',
      run: async () => {
        if (!isFirst) return 'is on';
        await packageService(flags);
        deployPackage(flags);
        return 'turned on';
      },
    },
    {
      name: 'smoke test',
      run: async () => {
        address = await apiAddress(`${service}-${stage}`, region);
        return smokeTest(address);
      },
    },
    { name: 'code caches', run: () => codeCacheLine(deployment) },
    { name: 'reboot of the database', run: () => pendingRebootLine(`${service}-${stage}`, region) },
  ];
  await runSteps(steps, (line) => console.log(line));
  console.log(`\nThe API is at ${address}`);
}

/**
 * Deploys the package. The Failure does not name the stack's state, because the state is not known here: `serverless deploy` may fail before CloudFormation
 * changes the stack, or while CloudFormation rolls the stack back.
 */
export function deployPackage(flags: readonly string[]): void {
  const remedy = '. Its output above names the cause. docs/deploy.md, "When a deploy fails", describes the possible states of the stack';
  serverless(['deploy', '--package', packageFolder, ...flags], remedy);
}

if (import.meta.main) await main().catch(reportFailure);
