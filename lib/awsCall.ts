import { setTimeout as sleep } from 'node:timers/promises';
import { currentInvocation } from './invocation.ts';
import { describeError, log } from './log.ts';

/**
 * Why AWS did not do what was asked. Asking again later may help for the first four; `refused` means a wrong configuration or a bug:
 * access denied, no such resource, an invalid request, no credentials.
 */
export type AwsFailure = 'throttled' | 'failed' | 'unreachable' | 'unanswered' | 'refused';

/** A call of AWS failed after `attempts` tries. The cause is the SDK's own error, or the timeout of the last try. */
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
  failed: 'failed on the side of AWS',
  unreachable: 'could not reach AWS',
  unanswered: 'got no answer in time',
  refused: 'was refused',
};

/** Options for every SDK client whose calls go through `awsCall`, which makes the retries: the SDK cannot abort its own pauses. */
export const awsClientOptions = { maxAttempts: 1, requestHandler: { connectionTimeout: 1_000 } } as const;

/** Time limits of a call. */
export interface AwsCallLimits {
  /** Milliseconds until one try is aborted. Default 3,000. */
  readonly tryMs?: number;
  /** Milliseconds for all tries and pauses together. Default 30,000; 10,000 outside of an invocation, where nothing else limits them. */
  readonly totalMs?: number;
  /** Milliseconds of the invocation's remaining time that are kept for the work after the call. Default 2,000. */
  readonly reserveMs?: number;
}

// The shortest try that can tell a slow service from an unreachable one.
const shortestTryMs = 250;
const firstPauseMs = 100;
const longestPauseMs = 2_000;

/**
 * Calls AWS and retries with full jitter until the call succeeds, is refused, or runs out of time. `send` passes its argument on to
 * the SDK: `awsCall('PutEvents', (options) => client.send(command, options))`.
 *
 * Design:
 * - Every try has an abort signal of its own. The SDK's `requestTimeout` only logs a warning, and one request without an answer would
 *   otherwise hold the environment for ever. The try ends with its signal even where the SDK does not listen to it, while it looks for
 *   credentials for example.
 * - The deadline follows the invocation that makes the call. A try takes at most half of the time that is left, so that there is always
 *   time for another one on a fresh connection: an abort closes the socket of its try.
 * - The SDK makes no retries (`awsClientOptions`): its pauses do not listen to signals and know no deadline.
 * - Nothing is kept between calls. An environment that was frozen during a call finds its time over after the thaw, and the call ends.
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
      log.warn('the call of AWS failed: trying again', { operation, failure, attempt, error: describeError(error) });
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

// The names that the SDK's own retries know, and those of Secrets Manager and EventBridge.
// https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html
const throttles = [
  ...['BandwidthLimitExceeded', 'EC2ThrottledException', 'LimitExceededException', 'PriorRequestNotComplete'],
  ...['ProvisionedThroughputExceededException', 'RequestLimitExceeded', 'RequestThrottled', 'RequestThrottledException', 'SlowDown'],
  ...['ThrottledException', 'Throttling', 'ThrottlingException', 'TooManyRequestsException', 'TransactionInProgressException'],
];
const faults = ['InternalServiceError', 'InternalServerError', 'InternalFailure', 'InternalException', 'ServiceUnavailable'];
const timeouts = ['TimeoutError', 'RequestTimeout', 'RequestTimeoutException'];

/** What became of a call, by the SDK's error. Codes and names decide, never the message's text. */
export function awsFailureOf(error: unknown): AwsFailure {
  if (error instanceof AwsCallError) return error.failure;
  if (error instanceof NoAnswerError) return 'unanswered';
  if (!(error instanceof Error)) return 'refused';
  const status = metadataOf(error, 'httpStatusCode');
  if (throttles.includes(error.name) || status === 429) return 'throttled';
  if (faults.includes(error.name) || (typeof status === 'number' && status >= 500)) return 'failed';
  // The SDK has corrected its clock by the answer's time and signs the next request right: after a long freeze the clock may be wrong.
  if (metadataOf(error, 'clockSkewCorrected') === true) return 'failed';
  if (timeouts.includes(error.name)) return 'unreachable';
  // Errors of the system: ECONNRESET, ENETUNREACH, EAI_AGAIN, … A certificate that is not accepted has another form of code (CERT_HAS_EXPIRED,
  // ERR_TLS_CERT_ALTNAME_INVALID), and stays as it is.
  const code = 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^E(?!RR_)[A-Z0-9_]+$/.test(code) ? 'unreachable' : 'refused';
}

function metadataOf(error: Error, name: string): unknown {
  const metadata = '$metadata' in error ? error.$metadata : undefined;
  return typeof metadata === 'object' && metadata !== null ? Reflect.get(metadata, name) : undefined;
}
