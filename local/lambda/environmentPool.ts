import { type Environment, InitFailed } from './environment.ts';
import { failed, type InvocationResult, type InvokeMessage, TooManyRequests } from './invocation.ts';
import type { RateLimit } from './rateLimit.ts';

interface Options {
  /** A cold start; given up when the signal is aborted. */
  readonly start: (signal: AbortSignal) => Promise<Environment>;
  /** The function's reserved concurrency, or the account's: how many invocations may run at once. */
  readonly concurrency: number;
  /** Whether `concurrency` is reserved for this function; otherwise it is the account's. */
  readonly reserved: boolean;
  /** How fast the function may get new environments. */
  readonly scaleOut: RateLimit;
  /** After how long without an invocation an environment is ended. */
  readonly idleTimeoutMs: number;
}

/** What the environments of a function are doing, and what happened so far. */
export interface PoolState {
  /** Starting, or running an invocation. */
  readonly busy: number;
  readonly frozen: number;
  readonly coldStarts: number;
  readonly throttles: number;
}

/**
 * The environments of one function. An invocation goes to the idle one that was used last; when all are busy a new one is
 * started, up to the concurrency, beyond which invocations are throttled: Lambda lets no synchronous caller wait.
 */
export class EnvironmentPool {
  readonly #options: Options;
  readonly #all = new Set<Environment>();
  /** With the timer that ends each; the one that was used last comes last. */
  readonly #idle = new Map<Environment, NodeJS.Timeout>();
  readonly #starting = new Set<Promise<Environment>>();
  readonly #stopping = new AbortController();
  #coldStarts = 0;
  #throttles = 0;

  constructor(options: Options) {
    this.#options = options;
  }

  get state(): PoolState {
    const busy = this.#all.size + this.#starting.size - this.#idle.size;
    return { busy, frozen: this.#idle.size, coldStarts: this.#coldStarts, throttles: this.#throttles };
  }

  /** Runs one invocation. Throws TooManyRequests when there may be no environment for it. */
  async invoke(message: Omit<InvokeMessage, 'deadlineMs'>, listener?: (line: string) => void): Promise<InvocationResult> {
    let environment: Environment;
    try {
      environment = await this.#acquire();
    } catch (error) {
      if (error instanceof InitFailed) return failed(error.error);
      throw error;
    }
    const result = await environment.invoke(message, listener);
    this.#release(environment);
    return result;
  }

  /** Ends every environment, frozen ones too; invocations that run fail. */
  async stop(): Promise<void> {
    this.#stopping.abort(new Error('The function is being stopped'));
    for (const timer of this.#idle.values()) clearTimeout(timer);
    await Promise.allSettled(this.#starting);
    await Promise.all(Array.from(this.#all, (environment) => environment.stop()));
  }

  async #acquire(): Promise<Environment> {
    this.#stopping.signal.throwIfAborted();
    const last = Array.from(this.#idle.keys()).at(-1);
    if (last !== undefined) {
      clearTimeout(this.#idle.get(last));
      this.#idle.delete(last);
      return last;
    }
    const { concurrency, reserved, scaleOut } = this.#options;
    // The scaling rate throttles like the account's limit: the caller is told no other reason.
    if (this.#all.size + this.#starting.size >= concurrency) throw this.#throttle(reserved);
    if (!scaleOut.take()) throw this.#throttle(false);
    return this.#coldStart();
  }

  #throttle(reserved: boolean): TooManyRequests {
    this.#throttles++;
    return new TooManyRequests(reserved ? 'ReservedFunctionConcurrentInvocationLimitExceeded' : 'ConcurrentInvocationLimitExceeded');
  }

  async #coldStart(): Promise<Environment> {
    this.#coldStarts++;
    const start = this.#options.start(this.#stopping.signal);
    this.#starting.add(start);
    try {
      const environment = await start;
      this.#all.add(environment);
      void environment.gone.then(() => this.#forget(environment));
      return environment;
    } finally {
      this.#starting.delete(start);
    }
  }

  #release(environment: Environment): void {
    if (environment.isGone) {
      this.#forget(environment);
      return;
    }
    this.#idle.set(
      environment,
      setTimeout(() => this.#reclaim(environment), this.#options.idleTimeoutMs),
    );
  }

  /** Forgotten first: it is still there for a moment after it was killed, and no invocation may be given to it then. */
  #reclaim(environment: Environment): void {
    this.#forget(environment);
    void environment.stop();
  }

  #forget(environment: Environment): void {
    clearTimeout(this.#idle.get(environment));
    this.#idle.delete(environment);
    this.#all.delete(environment);
  }
}
