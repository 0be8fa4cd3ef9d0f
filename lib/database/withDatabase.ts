import { setTimeout as sleep } from 'node:timers/promises';
import { PublicError } from '../errors.ts';
import { describeError, log } from '../log.ts';
import { noteAttempt } from './connectionUse.ts';
import { database, renewCredentials } from './database.ts';
import { codeOf, type Failure, failureOf } from './failure.ts';
import { databaseTimeMs } from './timeLimit.ts';
import type { Database } from './types.ts';

// A try that finds no slot costs the server and this process about 8 ms of CPU, mostly for the password: 60 environments that
// all ask at once must not spend on trying what they need for answering.
const firstPauseMs = 50;
const longestPauseMs = 1_000;
// lock_timeout, statement_timeout: the server has waited for this statement as long as it may. Another try would hold the environment as long
// again, and might be given up here while it still waits there: an order after a 503.
const hasWaited = ['55P03', '57014'];
// Between the server's new password and the secret's lie seconds; a password that is refused for longer is a wrong one.
const rotationMs = 5_000;

// Sequelize and the models are made while the environment starts, when Lambda gives it a whole core: 23 of the 50 ms of CPU that
// a first request took. Connects to nothing. What goes wrong here is not remembered, and shows at the first request.
database().catch(() => undefined);

/**
 * Runs `work` with the database, and again when the database could not answer: a lost connection, no free slot, a deadlock, a rotated password.
 * A statement that ran into the server's own time limits is not repeated.
 * `work` must be safe to repeat, for the answer of its commit may be what was lost.
 * @throws PublicError `overloaded` or `database-unavailable` when the invocation's remaining time does not allow another try
 */
export async function withDatabase<Result>(work: (db: Database) => Promise<Result>): Promise<Result> {
  const begun = Date.now();
  let deadline = begun + databaseTimeMs();
  // A server that once said it was busy is there: that the last try had no time left for its answer changes nothing of that.
  let wasOverloaded = false;
  for (let attempt = 1; ; attempt++) {
    noteAttempt(attempt);
    try {
      return await work(await database());
    } catch (error) {
      const failure = failureOf(error);
      if (!failure) throw error;
      const isRefused = codeOf(error) === '28P01';
      if (isRefused) deadline = Math.min(deadline, begun + rotationMs);
      // Full jitter: environments that failed together do not come back together.
      const pauseMs = isRefused && (await renewCredentials()) ? 0 : Math.random() * Math.min(longestPauseMs, firstPauseMs * 2 ** attempt);
      const again = !hasWaited.includes(codeOf(error) ?? '') && Date.now() + pauseMs < deadline;
      log.warn(again ? 'the database did not answer: trying again' : 'the database did not answer in time', {
        failure,
        attempt,
        error: describeError(error),
      });
      wasOverloaded ||= failure === 'overloaded';
      if (!again) throw unavailable(wasOverloaded ? 'overloaded' : failure, error);
      await sleep(pauseMs);
    }
  }
}

function unavailable(failure: Failure, cause: unknown): PublicError {
  return failure === 'overloaded'
    ? new PublicError('overloaded', 'Too many callers at the moment. Repeat the request after a pause.', { cause })
    : new PublicError('database-unavailable', 'The database cannot be reached. Repeat the request after a pause.', {
        cause,
      });
}
