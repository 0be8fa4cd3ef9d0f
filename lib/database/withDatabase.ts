import { setTimeout as sleep } from 'node:timers/promises';
import { ConfigError } from '../config.ts';
import { PublicError } from '../errors.ts';
import { currentInvocation } from '../invocation.ts';
import { describeError, log } from '../log.ts';
import { SecretUnavailableError } from '../secrets.ts';
import { database, renewCredentials } from './database.ts';
import { codeOf, decisionOf, type Failure } from './failure.ts';
import { closeConnections, noteAttempt } from './pool/connectionUse.ts';
import { rotationMs } from './pool/credentials.ts';
import { databaseTimeMs } from './timeLimit.ts';
import type { Database } from './types.ts';

// A rejected connect costs the server and this process about 8 ms of CPU, mostly to check the password. So environments that failed together
// pause for a random time, and do not all retry at once.
const firstPauseMs = 50;
const longestPauseMs = 1_000;

// Creates Sequelize and the models while the environment starts, when Lambda gives it a whole core. This takes 23 of the 50 ms of CPU that a first
// request would otherwise need. Opens no connection. A failure here is not cached: the first request tries again, and reports its own failure.
database().catch(() => undefined);

// Connections are closed this long before the invocation ends. The handler's own timeout (lib/http/api.ts) is later: 500 ms before the end.
const endReserveMs = 600;

/**
 * Runs `work` with the database and retries it after a database failure: a lost connection, no free slot, a deadlock, a rotated password. failure.ts
 * decides what is retried, how often and on which connection.
 * `work` must be safe to repeat, because the response to its commit may be lost.
 * @throws PublicError `overloaded` or `database-unavailable` if a retry cannot help or does not fit in the remaining time; ConfigError
 */
export async function withDatabase<Result>(work: (db: Database) => Promise<Result>): Promise<Result> {
  const invocation = currentInvocation();
  const progress: Progress = { isOver: false, failure: undefined };
  if (!invocation) return repeated(work, progress);
  let timer: NodeJS.Timeout | undefined;
  const end = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => {
        progress.isOver = true;
        log.warn('invocation out of time, closing its connections');
        closeConnections(invocation);
        const { failure } = progress;
        reject(failure ? unavailable(failure) : new PublicError('overloaded', 'The request timed out. Retry after a pause.'));
      },
      Math.max(0, invocation.remainingMs() - endReserveMs),
    );
  });
  try {
    return await Promise.race([repeated(work, progress), end]);
  } finally {
    clearTimeout(timer);
  }
}

/** State shared by the attempts and the invocation's timer. */
interface Progress {
  /** The invocation has no time left, so no work may start. */
  isOver: boolean;
  /**
   * The failure to report: `overloaded` if any attempt had it, otherwise the failure of the latest attempt. A server that has reported overload is
   * reachable, so a later timeout is not reported as `unreachable`.
   */
  failure: Failure | undefined;
}

async function repeated<Result>(work: (db: Database) => Promise<Result>, progress: Progress): Promise<Result> {
  const begun = Date.now();
  const deadline = begun + databaseTimeMs();
  let refusedUntil = begun + rotationMs;
  let hadFreshConnection = false;
  for (let attempt = 1; ; attempt++) {
    noteAttempt(attempt);
    try {
      const db = await database();
      if (progress.isOver) throw new Error('The invocation has ended');
      return await work(db);
    } catch (error) {
      const { failure, again, advice } = decisionOf(error);
      if (advice !== undefined) throw new ConfigError([advice], { cause: error });
      if (!failure && (again !== 'once' || hadFreshConnection)) throw error;
      hadFreshConnection ||= again === 'once';
      // Set before the credentials are renewed: if the time runs out meanwhile, the timer of withDatabase responds with this failure.
      if (progress.failure !== 'overloaded') progress.failure = failure;
      const isRefused = codeOf(error) === '28P01';
      const renewal = isRefused ? await renewed() : undefined;
      refusedUntil += renewal?.ms ?? 0;
      // Full jitter, so that environments that failed together do not retry together.
      const pauseMs = renewal?.outcome === 'new' ? 0 : Math.random() * Math.min(longestPauseMs, firstPauseMs * 2 ** attempt);
      const isKnownWrong = renewal?.outcome === 'same' && Date.now() + pauseMs >= refusedUntil;
      const repeats = again !== 'never' && !isKnownWrong && !progress.isOver && Date.now() + pauseMs < deadline;
      log.warn(repeats ? 'database attempt failed, retrying' : 'database attempt failed, not retrying', {
        failure,
        attempt,
        error: describeError(error),
      });
      if (!repeats) {
        if (!failure) throw error;
        throw unavailable(progress.failure ?? failure, isKnownWrong ? new ConfigError([wrongPassword], { cause: error }) : error);
      }
      await sleep(pauseMs);
      if (progress.isOver) throw unavailable(progress.failure ?? 'overloaded', error);
    }
  }
}

const wrongPassword =
  'the server rejects the password: for orders_api, run `npm run migrate -- up`, which gives the role the password of its secret; for another user, correct the secret or DATABASE_URL';

/**
 * Fetches the credentials again. `ms` is the duration of the fetch. A rejected password is retried for 5 s, not counting the time of these fetches.
 */
async function renewed(): Promise<{ outcome: 'new' | 'same' | 'unavailable'; ms: number }> {
  const begun = Date.now();
  const outcome = await renewCredentials().then(
    (isNew) => (isNew ? 'new' : 'same'),
    (error: unknown) => {
      if (!(error instanceof SecretUnavailableError)) throw error;
      log.warn('secret refresh failed', { error: describeError(error) });
      return 'unavailable' as const;
    },
  );
  return { outcome, ms: Date.now() - begun };
}

function unavailable(failure: Failure, cause?: unknown): PublicError {
  return failure === 'overloaded'
    ? new PublicError('overloaded', 'Too many concurrent requests. Retry after a pause.', { cause })
    : new PublicError('database-unavailable', 'The database is unavailable. Retry after a pause.', {
        cause,
      });
}
