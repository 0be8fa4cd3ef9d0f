import { z } from 'zod';

/** The result of an invocation: JSON text, which describes the error if `functionError` is set. */
export interface InvocationResult {
  readonly payload: string;
  readonly functionError?: 'Unhandled';
}

/** The reason for a throttle, as in the responses of Lambda's Invoke API. */
type ThrottleReason = 'ReservedFunctionConcurrentInvocationLimitExceeded' | 'ConcurrentInvocationLimitExceeded';

/** The invocation was throttled and did not run: Lambda's TooManyRequestsException, status 429. */
export class TooManyRequests extends Error {
  readonly reason: ThrottleReason;
  constructor(reason: ThrottleReason) {
    super('Rate Exceeded.');
    this.reason = reason;
  }
}

/** A function's error in the format of Lambda. */
export const invocationError = z.object({ errorType: z.string(), errorMessage: z.string(), trace: z.array(z.string()).optional() });
export type InvocationError = z.infer<typeof invocationError>;

/** Returns the result of a failed invocation. */
export function failed(error: InvocationError): InvocationResult {
  return { functionError: 'Unhandled', payload: JSON.stringify(error) };
}

/** The message that starts an invocation in an environment. */
export interface InvokeMessage {
  readonly requestId: string;
  /** JSON text. */
  readonly payload: string;
  readonly functionArn: string;
  readonly functionVersion?: string;
  /** The X-Ray trace header. */
  readonly traceId: string;
  /** When the environment is killed, in milliseconds since 1970. */
  readonly deadlineMs: number;
}

/** A message from an environment. */
export const environmentMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('initFailed'), error: invocationError }),
  z.object({ kind: z.literal('result'), requestId: z.string(), payload: z.string() }),
  z.object({ kind: z.literal('failed'), requestId: z.string(), error: invocationError }),
]);
export type EnvironmentMessage = z.infer<typeof environmentMessage>;
