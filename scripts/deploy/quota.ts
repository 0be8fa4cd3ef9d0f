import { Failure } from '../../local/failure.ts';
import { awsClientOptions, unlessError, withAwsClient } from '../awsClient.ts';

// How many executions Lambda keeps for functions without reserved concurrency: https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html
const unreserved = 100;

interface Asked {
  readonly region: string;
  /** The functions' names on the stage, each with the concurrency to reserve. */
  readonly functions: readonly { readonly name: string; readonly reservedConcurrency: number }[];
}

/**
 * Checks that the account has enough concurrency left for the functions to reserve. Concurrency that these functions already reserve counts as left. Returns a
 * line of output. Throws a Failure with the quota increase to request, or with AWS's error.
 */
export async function checkConcurrency({ region, functions }: Asked): Promise<string> {
  // Imported here, so that a missing parameter is reported without loading the SDK.
  const sdk = await import('@aws-sdk/client-lambda');
  const fault = `The account's concurrency in ${region} could not be looked up`;
  return withAwsClient(new sdk.LambdaClient({ region, ...awsClientOptions() }), fault, async (lambda) => {
    // A function that is not deployed yet reserves nothing.
    const reservedBy = async (name: string) =>
      (await unlessError('ResourceNotFoundException', lambda.send(new sdk.GetFunctionConcurrencyCommand({ FunctionName: name }))))
        ?.ReservedConcurrentExecutions ?? 0;
    const { AccountLimit } = await lambda.send(new sdk.GetAccountSettingsCommand({}));
    const limit = AccountLimit?.ConcurrentExecutions ?? 0;
    const free = AccountLimit?.UnreservedConcurrentExecutions ?? 0;
    const wanted = functions.reduce((sum, { reservedConcurrency }) => sum + reservedConcurrency, 0);
    const held = (await Promise.all(functions.map(({ name }) => reservedBy(name)))).reduce((sum, one) => sum + one, 0);
    const missing = wanted + unreserved - (free + held);
    if (missing <= 0) return `${wanted} reserved of ${limit}, ${free + held - wanted} left for the account's other functions`;
    const neededLimit = limit + missing;
    throw new Failure(
      `The functions reserve ${wanted} concurrent executions, and Lambda keeps another ${unreserved} for functions without a reservation, but the account has only ${free + held} of ${limit} left in ${region}. ` +
        `Request ${neededLimit} or more: aws service-quotas request-service-quota-increase --service-code lambda --quota-code L-B99A9384 --desired-value ${Math.max(neededLimit, 1000)} --region ${region}`,
    );
  });
}
