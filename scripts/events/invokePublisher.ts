import { Failure, messageOf } from '../../local/failure.ts';
import { invocationError } from '../../local/lambda/invocation.ts';
import { awsClientOptions } from '../awsClientOptions.ts';
import { type Invoke, throttled } from './replay.ts';

/** Where `publishEvents` runs: on a stage with the shell's credentials, or at the endpoint of `npm start`. */
export interface Publisher {
  readonly functionName: string;
  readonly region: string;
  readonly endpoint?: string;
}

// The function's timeout of 74 s, plus the network.
const longest = 85_000;

/** Returns a function that invokes `publishEvents` through Lambda's Invoke API. It throws a Failure with the function's message if it failed. */
export function invokePublisher({ functionName, region, endpoint }: Publisher): Invoke {
  return async (payload) => {
    const { InvokeCommand, LambdaClient } = await import('@aws-sdk/client-lambda');
    const client = new LambdaClient({
      region,
      // One attempt: the SDK would repeat an invocation whose response was lost while it still runs.
      ...awsClientOptions({ requestTimeout: longest, maxAttempts: 1 }),
      // The endpoint of npm start accepts any credentials.
      ...(endpoint !== undefined && { endpoint, credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }),
    });
    try {
      const { FunctionError, Payload } = await client.send(
        new InvokeCommand({ FunctionName: functionName, Payload: JSON.stringify(payload) }),
      );
      const answer: unknown = JSON.parse(Payload?.transformToString() || 'null');
      if (FunctionError === undefined) return answer;
      throw new Failure(`publishEvents failed: ${invocationError.partial().parse(answer).errorMessage ?? FunctionError}`);
    } catch (cause) {
      if (cause instanceof Failure) throw cause;
      if (cause instanceof Error && cause.name === 'TooManyRequestsException') return throttled;
      const name = cause instanceof Error ? `${cause.name}: ` : '';
      throw new Failure(`${functionName} could not be invoked: ${name}${messageOf(cause)}`, { cause });
    } finally {
      client.destroy();
    }
  };
}
