import { setTimeout as sleep } from 'node:timers/promises';
import { ConfigError } from '../config.ts';
import { PublicError } from '../errors.ts';
import { currentInvocation } from '../invocation.ts';
import { describeError, log } from '../log.ts';
import { SecretUnavailableError } from '../secrets.ts';
import { closeConnections, noteAttempt } from './connectionUse.ts';
import { database, renewCredentials } from './database.ts';
import { codeOf, decisionOf, type Failure } from './failure.ts';
import { databaseTimeMs } from './timeLimit.ts';
import type { Database } from './types.ts';

// A try that finds no slot costs the server and this process about 8 ms of CPU, mostly for the password: 60 environments that
// all ask at once must not spend on trying what they need for answering.
const firstPauseMs = 50;
const longestPauseMs = 1_000;
// Between the server's new password and the secret's lie seconds; a password that is refused for longer is a wrong one.
const rotationMs = 5_000;

// Sequelize and the models are made while the environment starts, when Lambda gives it a whole core: 23 of the 50 ms of CPU that
// a first request took. Connects to nothing. What goes wrong here is not remembered, and shows at the first request.
database().catch(() => undefined);

// Before the handler's own timeout (lib/http/api.ts: 500 ms before the end), which knows nothing of connections.
const endReserveMs = 600;

/**
 * Runs `work` with the database, and again when the database could not answer: a lost connection, no free slot, a deadlock, a rotated password.
 * What is repeated, how often and on which connection is decided by failure.ts.
 * `work` must be safe to repeat, for the answer of its commit may be what was lost.
 * @throws PublicError `overloaded` or `database-unavailable` when the invocation's remaining time does not allow another try; ConfigError
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
        log.warn('the invocation ran out of time: its connections are closed');
        closeConnections(invocation);
        const { failure } = progress;
        reject(failure ? unavailable(failure) : new PublicError('overloaded', 'This took too long. Repeat the request after a pause.'));
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

/** What the invocation's end and the tries know of each other. */
interface Progress {
  /** The invocation has no time left: nothing may be begun. */
  isOver: boolean;
  /** Why earlier tries failed. `overloaded` stays: a server that was once busy is there, even if the last try had no time for its answer. */
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
      if (progress.isOver) throw new Error('The invocation is over');
      return await work(db);
    } catch (error) {
      const { failure, again, advice } = decisionOf(error);
      if (advice !== undefined) throw new ConfigError([advice], { cause: error });
      if (!failure && (again !== 'once' || hadFreshConnection)) throw error;
      hadFreshConnection ||= again === 'once';
      // Before the credentials are renewed, for the invocation may end meanwhile.
      if (progress.failure !== 'overloaded') progress.failure = failure;
      const isRefused = codeOf(error) === '28P01';
      const renewal = isRefused ? await renewed() : undefined;
      refusedUntil += renewal?.ms ?? 0;
      // Full jitter: environments that failed together do not come back together.
      const pauseMs = renewal?.outcome === 'new' ? 0 : Math.random() * Math.min(longestPauseMs, firstPauseMs * 2 ** attempt);
      const isKnownWrong = renewal?.outcome === 'same' && Date.now() + pauseMs >= refusedUntil;
      const repeats = again !== 'never' && !isKnownWrong && !progress.isOver && Date.now() + pauseMs < deadline;
      log.warn(repeats ? 'the database did not answer: trying again' : 'the database did not answer in time', {
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
  'the server refuses the password: `npm run migrate -- up` gives the role orders_api the password of its secret; for another user, correct the secret or DATABASE_URL';

/** Fetches the credentials anew. `ms` is how long that took: a Secrets Manager that does not answer says nothing of the password. */
async function renewed(): Promise<{ outcome: 'new' | 'same' | 'unavailable'; ms: number }> {
  const begun = Date.now();
  const outcome = await renewCredentials().then(
    (isNew) => (isNew ? 'new' : 'same'),
    (error: unknown) => {
      if (!(error instanceof SecretUnavailableError)) throw error;
      log.warn('the secret could not be fetched again', { error: describeError(error) });
      return 'unavailable' as const;
    },
  );
  return { outcome, ms: Date.now() - begun };
}

function unavailable(failure: Failure, cause?: unknown): PublicError {
  return failure === 'overloaded'
    ? new PublicError('overloaded', 'Too many callers at the moment. Repeat the request after a pause.', { cause })
    : new PublicError('database-unavailable', 'The database cannot be reached. Repeat the request after a pause.', {
        cause,
      });
}
