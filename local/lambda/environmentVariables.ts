import { devNull } from 'node:os';
import { deployedName, localAccount } from '../account.ts';
import type { LambdaFunction } from '../serverless/serverlessConfig.ts';

interface Deployment {
  readonly service: string;
  readonly region: string;
  /** The folder that contains the functions, like the unpacked zip on Lambda. */
  readonly taskRoot: string;
}

// The database settings of a deployment. The local settings replace them, because a function rejects a configuration with both.
const deployedDatabase = /^(MIGRATION_)?DATABASE_(SECRET_ARN|URL|HOST|PORT|NAME|VIA_PROXY)$/;

/** Returns the ARN of a function, in the local account. */
export function functionArn({ service, region }: Deployment, functionName: string): string {
  return `arn:aws:lambda:${region}:${localAccount}:function:${deployedName(service, functionName)}`;
}

/**
 * Returns the variables of an execution environment: those that Lambda sets, the plain values of serverless.yml, and `given`. The developer's
 * other variables are excluded, because a deployed function does not have them.
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
    // Lambda has no AWS configuration files. Without these variables, AWS's clients would read the files in the developer's home folder.
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
