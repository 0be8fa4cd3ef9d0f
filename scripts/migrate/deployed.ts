import { Failure, messageOf } from '../../local/failure.ts';
import { invocationError } from '../../local/lambda/invocation.ts';
import { type MigrateReport, migrateReport } from '../../local/migrate.ts';

// Lambda's longest invocation, and something for the way: the SDK must not give up before the function has answered, and then it must.
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
 * Invokes the deployed function `migrate` with the credentials of the shell. Throws a Failure with the function's own message when it
 * failed: Lambda answers 200 then too, and says so in FunctionError.
 */
export async function migrateDeployed(
  { service, stage, region }: Deployment,
  payload: Readonly<Record<string, unknown>>,
  options: Patience = {},
): Promise<MigrateReport> {
  // 400 KB that a local run does not need.
  const { InvokeCommand, LambdaClient } = await import('@aws-sdk/client-lambda');
  const name = `${service}-${stage}-migrate`;
  const client = new LambdaClient({
    region,
    requestHandler: { requestTimeout: options.requestTimeout ?? longest, connectionTimeout: 5_000, throwOnRequestTimeout: true },
    // A second `up` waits for the first and finds everything done; a second `down` would take back one more.
    maxAttempts: options.maxAttempts ?? (payload['command'] === 'down' ? 1 : 3),
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
