import { awsClientOptions, unlessError, withAwsClient } from '../awsClient.ts';
import { invoke, resultOf } from '../invoke.ts';
import { type Invoke, throttled } from './replay.ts';

/** Where to invoke `publishEvents`: on a stage, with the shell's credentials, or at the endpoint of `npm start`. */
export interface Publisher {
  readonly functionName: string;
  readonly region: string;
  readonly endpoint?: string;
}

// The function's timeout of 74 s, plus time for the network.
const longest = 85_000;

/** Returns a function that invokes `publishEvents` through Lambda's Invoke API. For a failed invocation, it throws a Failure with the error message. */
export function invokePublisher({ functionName, region, endpoint }: Publisher): Invoke {
  return async (payload) => {
    const { LambdaClient } = await import('@aws-sdk/client-lambda');
    const client = new LambdaClient({
      region,
      // One attempt: after a lost response, the SDK would repeat an invocation that may still run.
      ...awsClientOptions({ requestTimeout: longest, maxAttempts: 1 }),
      // The endpoint of npm start accepts any credentials.
      ...(endpoint !== undefined && { endpoint, credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }),
    });
    return withAwsClient(client, `${functionName} could not be invoked`, async () => {
      const response = await unlessError('TooManyRequestsException', invoke(client, functionName, payload));
      return response ? resultOf('publishEvents', response) : throttled;
    });
  };
}
