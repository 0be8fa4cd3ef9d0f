import { z } from 'zod';

/** What Lambda answers to an invocation: JSON text, which describes the error when `functionError` is set. */
export interface InvocationResult {
  readonly payload: string;
  readonly functionError?: 'Unhandled';
}

/** Lambda's words for why it throttled an invocation, as its Invoke API answers them. */
type ThrottleReason = 'ReservedFunctionConcurrentInvocationLimitExceeded' | 'ConcurrentInvocationLimitExceeded';

/** The invocation was throttled: it did not run. Lambda's TooManyRequestsException, status 429. */
export class TooManyRequests extends Error {
  readonly reason: ThrottleReason;
  constructor(reason: ThrottleReason) {
    super('Rate Exceeded.');
    this.reason = reason;
  }
}

/** An error as Lambda shows it to who invoked the function. */
export const invocationError = z.object({ errorType: z.string(), errorMessage: z.string(), trace: z.array(z.string()).optional() });
export type InvocationError = z.infer<typeof invocationError>;

/** The answer for an invocation that failed. */
export function failed(error: InvocationError): InvocationResult {
  return { functionError: 'Unhandled', payload: JSON.stringify(error) };
}

/** What an environment is told for each invocation. */
export interface InvokeMessage {
  readonly requestId: string;
  /** JSON text. */
  readonly payload: string;
  readonly functionArn: string;
  /** X-Ray's header. */
  readonly traceId: string;
  /** Milliseconds since 1970 at which the environment is killed. */
  readonly deadlineMs: number;
}

/** What an environment says. */
export const environmentMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('initFailed'), error: invocationError }),
  z.object({ kind: z.literal('result'), requestId: z.string(), payload: z.string() }),
  z.object({ kind: z.literal('failed'), requestId: z.string(), error: invocationError }),
]);
export type EnvironmentMessage = z.infer<typeof environmentMessage>;
