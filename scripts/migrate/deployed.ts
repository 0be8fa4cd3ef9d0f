import { Failure, messageOf } from '../../local/failure.ts';
import { invocationError } from '../../local/lambda/invocation.ts';
import { type MigrateReport, migrateReport } from '../../local/migrate.ts';
import { awsClientOptions } from '../awsClientOptions.ts';

// Lambda's maximum duration plus the network: the SDK must wait for the function's response, but not longer.
const longest = 910_000;

/** Where a function is deployed. */
export interface Deployment {
  readonly service: string;
  readonly stage: string;
  readonly region: string;
}

interface Patience {
  readonly requestTimeout?: number;
  readonly maxAttempts?: number;
}

/**
 * Invokes the deployed function `migrate` with the shell's AWS credentials. Throws a Failure with the function's message if it failed: Lambda also
 * returns 200 then, with FunctionError.
 */
export async function migrateDeployed(
  { service, stage, region }: Deployment,
  payload: Readonly<Record<string, unknown>>,
  options: Patience = {},
): Promise<MigrateReport> {
  // Imported here, because a local run does not need these 400 KB.
  const { InvokeCommand, LambdaClient } = await import('@aws-sdk/client-lambda');
  const name = `${service}-${stage}-migrate`;
  const client = new LambdaClient({
    region,
    // A second `up` waits for the first and has nothing to do. A second `down` would revert another migration.
    ...awsClientOptions({ requestTimeout: longest, maxAttempts: payload['command'] === 'down' ? 1 : 3, ...options }),
  });
  try {
    const { FunctionError, Payload } = await client
      .send(new InvokeCommand({ FunctionName: name, Payload: JSON.stringify(payload) }))
      .catch((cause: unknown) => {
        throw new Failure(`${name} in ${region} could not be invoked: ${describe(cause)}`, { cause });
      });
    const answer: unknown = JSON.parse(Payload?.transformToString() || 'null');
    if (FunctionError !== undefined)
      throw new Failure(`migrate failed: ${invocationError.partial().parse(answer).errorMessage ?? FunctionError}`);
    return migrateReport.parse(answer);
  } finally {
    client.destroy();
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? [error.name, messageOf(error)].filter((part) => part !== '').join(': ') : messageOf(error);
}
