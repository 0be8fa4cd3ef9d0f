import { type MigrateReport, migrateReport } from '../../local/invokeMigrate.ts';
import { awsClientOptions, withAwsClient } from '../awsClient.ts';
import { invoke, resultOf } from '../invoke.ts';
import { type ActivePatience, isNotActive, untilActive } from './untilActive.ts';

// Lambda's maximum duration of 900 s, plus 10 s for the network. The SDK must wait for the function's response, but not longer.
const longest = 910_000;

/** Where a function is deployed. */
export interface Deployment {
  readonly service: string;
  readonly stage: string;
  readonly region: string;
}

/** How long to wait for the function, and how often to try. */
export interface Patience {
  readonly requestTimeout?: number;
  readonly maxAttempts?: number;
  /** How long to wait for a function that is Inactive or Pending. */
  readonly active?: ActivePatience;
}

// Lambda may take some minutes to create the network interfaces of a function.
const activePatience = { longestMs: 600_000, everyMs: 5_000 };

/**
 * Invokes the deployed function `migrate` with the shell's AWS credentials, and waits while the function is Inactive or Pending. Throws a Failure with
 * the function's message if it failed.
 */
export async function migrateDeployed(
  { service, stage, region }: Deployment,
  payload: Readonly<Record<string, unknown>>,
  { active = activePatience, ...options }: Patience = {},
): Promise<MigrateReport> {
  // Imported here, because a local run does not need these 400 KB.
  const { GetFunctionConfigurationCommand, LambdaClient } = await import('@aws-sdk/client-lambda');
  const name = `${service}-${stage}-migrate`;
  const client = new LambdaClient({
    region,
    // `up` is safe to retry: a second `up` waits for the first and then has nothing to do. A second `down` would revert another migration.
    ...awsClientOptions({ requestTimeout: longest, maxAttempts: payload['command'] === 'down' ? 1 : 3, ...options }),
  });
  const state = () => client.send(new GetFunctionConfigurationCommand({ FunctionName: name }));
  const response = await withAwsClient(client, `${name} in ${region} could not be invoked`, () =>
    invoke(client, name, payload).catch(async (error: unknown) => {
      // Lambda did not run the function, so even `down` is safe to send again.
      if (!isNotActive(error)) throw error;
      await untilActive(name, state, active, (line) => console.error(line));
      return invoke(client, name, payload);
    }),
  );
  return migrateReport.parse(resultOf('migrate', response));
}
