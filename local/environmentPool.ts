import { type Environment, InitFailed } from './environment.ts';
import { failed, type InvocationResult, type InvokeMessage } from './invocation.ts';

interface Options {
  /** A cold start; given up when the signal is aborted. */
  readonly start: (signal: AbortSignal) => Promise<Environment>;
  /** How many environments there may be at once. */
  readonly limit: number;
}

/** Takes an idle environment, or nothing when there is a place to start one. */
type Waiter = (environment: Environment | undefined) => void;

/**
 * The environments of one function. An invocation goes to the idle one that was used last; when all are busy a new one is
 * started, up to the limit, beyond which invocations wait in the order in which they came.
 */
export class EnvironmentPool {
  readonly #options: Options;
  readonly #all = new Set<Environment>();
  readonly #idle: Environment[] = [];
  readonly #waiting: Waiter[] = [];
  readonly #starting = new Set<Promise<Environment>>();
  readonly #stopping = new AbortController();

  constructor(options: Options) {
    this.#options = options;
  }

  /** Runs one invocation. Rejects with the signal's reason when it is aborted before an environment was free. */
  async invoke(message: Omit<InvokeMessage, 'deadlineMs'>, signal?: AbortSignal): Promise<InvocationResult> {
    let environment: Environment;
    try {
      environment = await this.#acquire(signal);
    } catch (error) {
      if (error instanceof InitFailed) return failed(error.error);
      throw error;
    }
    const result = await environment.invoke(message);
    if (!environment.isGone) this.#offer(environment);
    return result;
  }

  /** Ends every environment; invocations that run fail, those that wait are rejected. */
  async stop(): Promise<void> {
    this.#stopping.abort(new Error('The function is being stopped'));
    for (const wake of this.#waiting.splice(0)) wake(undefined);
    await Promise.allSettled(this.#starting);
    await Promise.all(Array.from(this.#all, (environment) => environment.stop()));
  }

  async #acquire(signal: AbortSignal | undefined): Promise<Environment> {
    for (;;) {
      this.#stopping.signal.throwIfAborted();
      const idle = this.#idle.pop();
      if (idle !== undefined) return idle;
      if (this.#all.size + this.#starting.size < this.#options.limit) return this.#coldStart();
      const given = await this.#turn(signal);
      if (given !== undefined) return given;
    }
  }

  async #coldStart(): Promise<Environment> {
    const start = this.#options.start(this.#stopping.signal);
    this.#starting.add(start);
    try {
      const environment = await start;
      this.#all.add(environment);
      void environment.gone.then(() => this.#forget(environment));
      return environment;
    } finally {
      this.#starting.delete(start);
      // After a failure its place is free again.
      if (this.#all.size + this.#starting.size < this.#options.limit) this.#waiting.shift()?.(undefined);
    }
  }

  #offer(environment: Environment): void {
    const waiter = this.#waiting.shift();
    if (waiter === undefined) this.#idle.push(environment);
    else waiter(environment);
  }

  #forget(environment: Environment): void {
    this.#all.delete(environment);
    const index = this.#idle.indexOf(environment);
    if (index >= 0) this.#idle.splice(index, 1);
    this.#waiting.shift()?.(undefined);
  }

  /** Waits for an idle environment, or for a place for a new one. */
  async #turn(signal: AbortSignal | undefined): Promise<Environment | undefined> {
    signal?.throwIfAborted();
    const { promise, resolve, reject } = Promise.withResolvers<Environment | undefined>();
    const abort = () => {
      const index = this.#waiting.indexOf(resolve);
      // Woken already: the turn is used, not lost.
      if (index < 0) return;
      this.#waiting.splice(index, 1);
      reject(signal?.reason);
    };
    this.#waiting.push(resolve);
    signal?.addEventListener('abort', abort, { once: true });
    try {
      return await promise;
    } finally {
      signal?.removeEventListener('abort', abort);
    }
  }
}
