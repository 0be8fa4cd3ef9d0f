import { type Environment, InitFailed } from './environment.ts';
import { failed, type InvocationResult, type InvokeMessage, TooManyRequests } from './invocation.ts';
import type { RateLimit } from './rateLimit.ts';

interface Options {
  /** Performs a cold start; the signal cancels it. */
  readonly start: (signal: AbortSignal) => Promise<Environment>;
  /** How many invocations may run at once: the function's reserved concurrency, or the account's concurrency. */
  readonly concurrency: number;
  /** Whether `concurrency` is reserved for this function; otherwise it is the account's concurrency. */
  readonly reserved: boolean;
  /** Limits how fast the function gets new environments. */
  readonly scaleOut: RateLimit;
  /** How long an environment is kept without an invocation. */
  readonly idleTimeoutMs: number;
}

/** How many environments a function has, and how many cold starts and throttles it has had. */
export interface PoolState {
  /** Environments that start or run an invocation. */
  readonly busy: number;
  readonly frozen: number;
  readonly coldStarts: number;
  readonly throttles: number;
}

/**
 * The environments of one function. An invocation gets the idle environment that was used last, or a new one if all are busy. While `concurrency` invocations
 * run, any further invocation is throttled, because Lambda does not queue synchronous invocations.
 */
export class EnvironmentPool {
  readonly #options: Options;
  readonly #all = new Set<Environment>();
  /** Idle environments with the timers that end them, the most recently used last. */
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

  /** Runs one invocation. Throws TooManyRequests if it is throttled. */
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

  /** Ends every environment, including frozen ones. Running invocations fail. */
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
    if (this.#all.size + this.#starting.size >= concurrency) throw this.#throttle(reserved);
    // If a function scales out too fast, Lambda gives the same reason as for the account's limit.
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

  /** Removes the environment first, because it must not get an invocation while it ends. */
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
