import type { Context } from 'aws-lambda';
import type { InvokeMessage } from './invocation.ts';

/** Lambda's context in Node.js 24, which no longer has `done`, `fail` and `succeed`. */
type LambdaContext = Omit<Context, 'done' | 'fail' | 'succeed'>;

/** Returns the second argument of a handler, from the environment variables and the invocation. */
export function contextOf({ requestId, functionArn, functionVersion, deadlineMs }: InvokeMessage): LambdaContext {
  const variable = (name: string) => process.env[name] ?? '';
  return {
    callbackWaitsForEmptyEventLoop: true,
    functionName: variable('AWS_LAMBDA_FUNCTION_NAME'),
    functionVersion: functionVersion ?? variable('AWS_LAMBDA_FUNCTION_VERSION'),
    invokedFunctionArn: functionArn,
    memoryLimitInMB: variable('AWS_LAMBDA_FUNCTION_MEMORY_SIZE'),
    awsRequestId: requestId,
    logGroupName: variable('AWS_LAMBDA_LOG_GROUP_NAME'),
    logStreamName: variable('AWS_LAMBDA_LOG_STREAM_NAME'),
    getRemainingTimeInMillis: () => Math.max(0, deadlineMs - Date.now()),
  };
}
