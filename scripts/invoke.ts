import type { InvokeCommandOutput, LambdaClient } from '@aws-sdk/client-lambda';
import { Failure } from '../local/failure.ts';
import { invocationError } from '../local/lambda/invocation.ts';

/** Invokes a function with Lambda's Invoke API and waits for its response. Rejects with the client's errors. */
export async function invoke(client: LambdaClient, functionName: string, payload: object): Promise<InvokeCommandOutput> {
  const { InvokeCommand } = await import('@aws-sdk/client-lambda');
  return client.send(new InvokeCommand({ FunctionName: functionName, Payload: JSON.stringify(payload) }));
}

/** Returns a function's result. Throws a Failure with the error message if the function failed: Lambda then returns 200 with FunctionError. */
export function resultOf(name: string, { FunctionError, Payload }: InvokeCommandOutput): unknown {
  const answer: unknown = JSON.parse(Payload?.transformToString() || 'null');
  if (FunctionError === undefined) return answer;
  throw new Failure(`${name} failed: ${invocationError.partial().parse(answer).errorMessage ?? FunctionError}`);
}
