import { AsyncLocalStorage } from 'node:async_hooks';

/** What is known of the invocation that is under way: who asked, and how long Lambda lets it run. */
export interface Invocation {
  readonly requestId: string;
  /** Milliseconds until Lambda ends the invocation. */
  readonly remainingMs: () => number;
}

const storage = new AsyncLocalStorage<Invocation>();

/** Runs `work` as the invocation: everything it awaits can ask for it, so that no signature has to carry it. */
export function duringInvocation<Result>(invocation: Invocation, work: () => Promise<Result>): Promise<Result> {
  return storage.run(invocation, work);
}

/** The invocation under way, or undefined outside of one (a script, the start of an environment). */
export function currentInvocation(): Invocation | undefined {
  return storage.getStore();
}

/** The invocation as Lambda's context has it, for functions that are not called over HTTP. */
export function invocationOf(context: { readonly awsRequestId: string; getRemainingTimeInMillis(): number }): Invocation {
  return { requestId: context.awsRequestId, remainingMs: () => context.getRemainingTimeInMillis() };
}
