import { AsyncLocalStorage } from 'node:async_hooks';

/** What an invocation has asked of the database so far. */
interface DatabaseUse {
  statements: number;
  connectionsOpened: number;
  /** Waiting for a connection, retries included. */
  acquireMs: number;
  /** How often the work was begun; more than once when the database did not answer. */
  attempts: number;
  /** Without its values. */
  slowest: { readonly sql: string; readonly durationMs: number } | undefined;
}

/** What is known of the invocation that is under way: who asked, and how long Lambda lets it run. */
export interface Invocation {
  readonly requestId: string;
  /** Milliseconds until Lambda ends the invocation. */
  readonly remainingMs: () => number;
  readonly database: DatabaseUse;
}

const storage = new AsyncLocalStorage<Invocation>();

/** Runs `work` as the invocation: everything it awaits can ask for it, so that no signature has to carry it. */
export function duringInvocation<Result>(
  given: Omit<Invocation, 'database'>,
  work: (invocation: Invocation) => Promise<Result>,
): Promise<Result> {
  const invocation = { ...given, database: { statements: 0, connectionsOpened: 0, acquireMs: 0, attempts: 0, slowest: undefined } };
  return storage.run(invocation, () => work(invocation));
}

/** The invocation under way, or undefined outside of one (a script, the start of an environment). */
export function currentInvocation(): Invocation | undefined {
  return storage.getStore();
}

/** The invocation as Lambda's context has it, for functions that are not called over HTTP. */
export function invocationOf(context: { readonly awsRequestId: string; getRemainingTimeInMillis(): number }): Omit<Invocation, 'database'> {
  return { requestId: context.awsRequestId, remainingMs: () => context.getRemainingTimeInMillis() };
}
