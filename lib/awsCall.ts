import { setTimeout as sleep } from 'node:timers/promises';
import { currentInvocation } from './invocation.ts';
import { describeError, log } from './log.ts';

/**
 * Why an AWS call failed. `refused` means a configuration error or a bug: access denied, no such resource, an invalid request or no credentials. Only
 * the other failures are worth a retry.
 */
export type AwsFailure = 'throttled' | 'failed' | 'unreachable' | 'unanswered' | 'refused';

/** An AWS call failed after `attempts` tries. `cause` is the error of the last try: an error of the SDK, or a timeout. */
export class AwsCallError extends Error {
  readonly failure: AwsFailure;
  readonly attempts: number;

  constructor(operation: string, failure: AwsFailure, attempts: number, cause: unknown) {
    super(`${operation} ${outcomes[failure]} (attempts: ${attempts}): ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
    this.name = 'AwsCallError';
    this.failure = failure;
    this.attempts = attempts;
  }
}

const outcomes: Readonly<Record<AwsFailure, string>> = {
  throttled: 'was throttled',
  failed: 'failed with a server error',
  unreachable: 'could not reach AWS',
  unanswered: 'timed out',
  refused: 'was refused',
};

/** Options of every SDK client that `awsCall` uses. `awsCall` retries instead of the SDK, whose pauses ignore abort signals and deadlines. */
export const singleTryOptions = { maxAttempts: 1, requestHandler: { connectionTimeout: 1_000 } } as const;

/** Time limits of a call. */
export interface AwsCallLimits {
  /** Milliseconds until one try is aborted. Default 3,000. */
  readonly tryMs?: number;
  /** Milliseconds for all tries and pauses. Default 30,000; outside an invocation, where no other deadline applies, 10,000. */
  readonly totalMs?: number;
  /** Milliseconds of the invocation reserved for the work after the call. Default 2,000. */
  readonly reserveMs?: number;
}

// The shortest time limit of a try. Within less time, even a healthy service might not respond.
const shortestTryMs = 250;
const firstPauseMs = 100;
const longestPauseMs = 2_000;

/**
 * Calls AWS and retries with full jitter until the call succeeds, is refused, or runs out of time. `send` passes its argument on to
 * the SDK: `awsCall('PutEvents', (options) => client.send(command, options))`.
 *
 * Design:
 * - Each try has its own abort signal. The SDK's `requestTimeout` only logs a warning, so a request without an answer would never end. A try ends at
 *   its time limit even if the SDK ignores the signal, for example while it looks for credentials.
 * - The deadline is that of the invocation, or earlier if `totalMs` is shorter. A try takes at most half of the remaining time, so that there is time
 *   for another try. That try uses a new connection, because an abort closes the socket.
 * - After a thaw, a call that was frozen finds that its deadline has passed, and ends.
 * @throws AwsCallError
 */
export async function awsCall<Answer>(
  operation: string,
  send: (options: { abortSignal: AbortSignal }) => Promise<Answer>,
  { tryMs = 3_000, totalMs, reserveMs = 2_000 }: AwsCallLimits = {},
): Promise<Answer> {
  const invocation = currentInvocation();
  const begun = Date.now();
  const leftMs = () => {
    const ofTotal = (totalMs ?? (invocation ? 30_000 : 10_000)) - (Date.now() - begun);
    return invocation ? Math.min(ofTotal, invocation.remainingMs() - reserveMs) : ofTotal;
  };
  for (let attempt = 1; ; attempt++) {
    const limitMs = Math.max(shortestTryMs, Math.min(tryMs, Math.floor(leftMs() / 2)));
    try {
      return await bounded(send, limitMs);
    } catch (error) {
      const failure = awsFailureOf(error);
      const pauseMs = Math.random() * Math.min(longestPauseMs, firstPauseMs * 2 ** attempt);
      const again = failure !== 'refused' && leftMs() > pauseMs + shortestTryMs;
      if (!again) throw new AwsCallError(operation, failure, attempt, error);
      log.warn('aws call failed, retrying', { operation, failure, attempt, error: describeError(error) });
      await sleep(pauseMs);
    }
  }
}

class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError';
  constructor(limitMs: number) {
    super(`no answer within ${limitMs} ms`);
  }
}

async function bounded<Answer>(send: (options: { abortSignal: AbortSignal }) => Promise<Answer>, limitMs: number): Promise<Answer> {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new NoAnswerError(limitMs));
      controller.abort();
    }, limitMs);
  });
  try {
    return await Promise.race([send({ abortSignal: controller.signal }), late]);
  } finally {
    clearTimeout(timer);
  }
}

// The error names in the SDK's retry rules, and further error names of Secrets Manager and EventBridge.
// https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html
const throttles = [
  ...['BandwidthLimitExceeded', 'EC2ThrottledException', 'LimitExceededException', 'PriorRequestNotComplete'],
  ...['ProvisionedThroughputExceededException', 'RequestLimitExceeded', 'RequestThrottled', 'RequestThrottledException', 'SlowDown'],
  ...['ThrottledException', 'Throttling', 'ThrottlingException', 'TooManyRequestsException', 'TransactionInProgressException'],
];
const faults = ['InternalServiceError', 'InternalServerError', 'InternalFailure', 'InternalException', 'ServiceUnavailable'];
const timeouts = ['TimeoutError', 'RequestTimeout', 'RequestTimeoutException'];

/** Classifies an SDK error by its codes and names, never by its message. */
export function awsFailureOf(error: unknown): AwsFailure {
  if (error instanceof AwsCallError) return error.failure;
  if (error instanceof NoAnswerError) return 'unanswered';
  if (!(error instanceof Error)) return 'refused';
  const status = metadataOf(error, 'httpStatusCode');
  if (throttles.includes(error.name) || status === 429) return 'throttled';
  if (faults.includes(error.name) || (typeof status === 'number' && status >= 500)) return 'failed';
  // After a long freeze, a wrong clock can make the signature invalid. The SDK takes the right time from the response, so a retry can succeed.
  if (metadataOf(error, 'clockSkewCorrected') === true) return 'failed';
  if (timeouts.includes(error.name)) return 'unreachable';
  // System errors: ECONNRESET, ENETUNREACH, EAI_AGAIN, … Certificate errors (CERT_HAS_EXPIRED, ERR_TLS_CERT_ALTNAME_INVALID) are `refused`.
  const code = 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^E(?!RR_)[A-Z0-9_]+$/.test(code) ? 'unreachable' : 'refused';
}

function metadataOf(error: Error, name: string): unknown {
  const metadata = '$metadata' in error ? error.$metadata : undefined;
  return typeof metadata === 'object' && metadata !== null ? Reflect.get(metadata, name) : undefined;
}
