import { AsyncLocalStorage } from 'node:async_hooks';
import type pg from 'pg';

/** Database use of an invocation so far. */
interface DatabaseUse {
  statements: number;
  connectionsOpened: number;
  /** Milliseconds spent waiting for connections, including retries. */
  acquireMs: number;
  /** How many times the work was started: more than once if a database failure was retried. */
  attempts: number;
  /** The slowest statement, without its parameters. */
  slowest: { readonly sql: string; readonly durationMs: number } | undefined;
  /** The value of performance.now() when the wait for a connection began; undefined while the invocation does not wait. */
  waitingSince: number | undefined;
  /** The connections used, including released ones. */
  readonly connections: Set<pg.Client>;
  /** Whether the invocation has run out of time. Its work may still run then, but must not use the database. */
  isOver: boolean;
}

/** The current invocation: its request ID, its remaining time and its database use. */
export interface Invocation {
  readonly requestId: string;
  /** Milliseconds until Lambda ends the invocation. */
  readonly remainingMs: () => number;
  readonly database: DatabaseUse;
}

const storage = new AsyncLocalStorage<Invocation>();

/** Runs `work` as an invocation. In `work` and in all code that it calls, `currentInvocation` returns this invocation. */
export function duringInvocation<Result>(
  given: Omit<Invocation, 'database'>,
  work: (invocation: Invocation) => Promise<Result>,
): Promise<Result> {
  const database = {
    ...{ statements: 0, connectionsOpened: 0, acquireMs: 0, attempts: 0, slowest: undefined },
    ...{ waitingSince: undefined, connections: new Set<pg.Client>(), isOver: false },
  };
  const invocation = { ...given, database };
  return storage.run(invocation, () => work(invocation));
}

/** Returns the current invocation; undefined outside one (in a script, or while an environment starts). */
export function currentInvocation(): Invocation | undefined {
  return storage.getStore();
}

/** Returns the request ID and the remaining time from a Lambda context, for functions that are not called over HTTP. */
export function invocationOf(context: { readonly awsRequestId: string; getRemainingTimeInMillis(): number }): Omit<Invocation, 'database'> {
  return { requestId: context.awsRequestId, remainingMs: () => context.getRemainingTimeInMillis() };
}
