import type { GetFunctionConcurrencyCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { Failure, messageOf } from '../../local/failure.ts';
import { clientOptions } from './clientOptions.ts';

// Lambda keeps so many for functions that reserve nothing: https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html
const unreserved = 100;

interface Asked {
  readonly region: string;
  /** The deployed names, each with what it is to reserve. */
  readonly functions: readonly { readonly name: string; readonly reservedConcurrency: number }[];
}

/**
 * Compares what the functions reserve with what the account has left, those of an earlier deploy counted as free. Answers a line to show.
 * Throws a Failure with the increase to ask for, or with what AWS said.
 */
export async function checkConcurrency({ region, functions }: Asked): Promise<string> {
  // Imported once it is needed: a parameter that is missing is said at once.
  const sdk = await import('@aws-sdk/client-lambda');
  const lambda = new sdk.LambdaClient({ region, ...clientOptions });
  const reservedBy = (name: string) => reservation(lambda, new sdk.GetFunctionConcurrencyCommand({ FunctionName: name }));
  try {
    const { AccountLimit } = await lambda.send(new sdk.GetAccountSettingsCommand({}));
    const limit = AccountLimit?.ConcurrentExecutions ?? 0;
    const free = AccountLimit?.UnreservedConcurrentExecutions ?? 0;
    const wanted = functions.reduce((sum, { reservedConcurrency }) => sum + reservedConcurrency, 0);
    const held = (await Promise.all(functions.map(({ name }) => reservedBy(name)))).reduce((sum, one) => sum + one, 0);
    const missing = wanted + unreserved - (free + held);
    if (missing <= 0) return `${wanted} reserved of ${limit}, ${free + held - wanted} left for the account's other functions`;
    const ask = limit + missing;
    throw new Failure(
      `The functions reserve ${wanted} concurrent executions, and the account has ${free + held} of ${limit} left in ${region}, of which Lambda keeps ${unreserved}. ` +
        `Ask for ${ask} or more: aws service-quotas request-service-quota-increase --service-code lambda --quota-code L-B99A9384 --desired-value ${Math.max(ask, 1000)} --region ${region}`,
    );
  } catch (cause) {
    if (cause instanceof Failure) throw cause;
    throw new Failure(`AWS could not be asked for the account's concurrency in ${region}: ${messageOf(cause)}`, { cause });
  } finally {
    lambda.destroy();
  }
}

async function reservation(lambda: LambdaClient, command: GetFunctionConcurrencyCommand): Promise<number> {
  try {
    return (await lambda.send(command)).ReservedConcurrentExecutions ?? 0;
  } catch (error) {
    // Not deployed yet.
    if (error instanceof Error && error.name === 'ResourceNotFoundException') return 0;
    throw error;
  }
}
