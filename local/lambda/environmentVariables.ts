import { devNull } from 'node:os';
import type { LambdaFunction } from '../serverless/serverlessConfig.ts';

interface Deployment {
  readonly service: string;
  readonly region: string;
  /** The folder that a function's zip would be unpacked into. */
  readonly taskRoot: string;
}

// A deployment's way to its database, which a local run replaces by URLs: the two together are an error.
const deployedDatabase = /^(MIGRATION_)?DATABASE_(SECRET_ARN|URL|HOST|PORT|NAME|VIA_PROXY)$/;

/** The name of a deployed function, which Serverless makes of service, stage and key. */
function deployedName(service: string, functionName: string): string {
  return `${service}-local-${functionName}`;
}

/** Amazon's name for a function of this deployment. The account is made up. */
export function functionArn({ service, region }: Deployment, functionName: string): string {
  return `arn:aws:lambda:${region}:000000000000:function:${deployedName(service, functionName)}`;
}

/**
 * The variables of an execution environment: those that Lambda sets, the plain ones of serverless.yml, and `given`.
 * Nothing else of the developer's shell gets in, as nothing else would be there when deployed.
 */
export function environmentVariables(
  { name, handler, memoryMb, environment }: LambdaFunction,
  { service, region, taskRoot }: Deployment,
  environmentId: string,
  given: Readonly<Record<string, string>>,
): Record<string, string> {
  const deployed = deployedName(service, name);
  const day = new Date().toISOString().slice(0, 10).replaceAll('-', '/');
  const kept = Object.entries(environment).filter(([key]) => !deployedDatabase.test(key));
  return {
    PATH: process.env['PATH'] ?? '',
    LANG: 'en_US.UTF-8',
    TZ: ':UTC',
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    // On Lambda there are no such files; here AWS's clients would find those of the developer's home, whatever HOME says.
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    AWS_LAMBDA_FUNCTION_NAME: deployed,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: `${memoryMb}`,
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${deployed}`,
    AWS_LAMBDA_LOG_STREAM_NAME: `${day}/[$LATEST]${environmentId}`,
    LAMBDA_TASK_ROOT: taskRoot,
    LAMBDA_RUNTIME_DIR: '/var/runtime',
    _HANDLER: handler,
    ...Object.fromEntries(kept),
    ...given,
  };
}
