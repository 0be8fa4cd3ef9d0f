import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { childrenDieWithParent, dyingWithParent } from '../process/parentDeath.ts';
import { environmentMessage, failed, type InvocationError, type InvocationResult, type InvokeMessage } from './invocation.ts';
import { lowerPriority } from './priority.ts';

const bootstrap = path.join(import.meta.dirname, 'bootstrap.ts');

interface Options {
  readonly taskRoot: string;
  readonly variables: Readonly<Record<string, string>>;
  /** How long an invocation may take. */
  readonly timeoutMs: number;
  /** How long loading the module may take. */
  readonly initTimeoutMs: number;
  /** How much to lower the priority of the process (see priority.ts). */
  readonly niceness?: number | undefined;
  /** Cancels the start. */
  readonly signal?: AbortSignal;
  /** Receives each line that the function writes to standard output or error. */
  readonly onLog: (line: string) => void;
}

/** The function's module could not be loaded. */
export class InitFailed extends Error {
  readonly error: InvocationError;
  constructor(error: InvocationError) {
    super(error.errorMessage);
    this.error = error;
  }
}

/**
 * One Lambda execution environment: a process that has loaded a function's module and runs one invocation at a time. It is frozen (SIGSTOP) as
 * soon as it has responded, and thawed (SIGCONT) for the next invocation.
 */
export class Environment {
  readonly #child: ChildProcess;
  readonly #timeoutMs: number;
  readonly #exited: Promise<void>;
  readonly #onLog: (line: string) => void;
  #isGone = false;
  #isFrozen = false;
  #listener: ((line: string) => void) | undefined;

  /** Performs a cold start: resolves when the module is loaded. Throws InitFailed if loading fails or takes too long. */
  static async start({ taskRoot, variables, timeoutMs, initTimeoutMs, niceness, signal, onLog }: Options): Promise<Environment> {
    const line = dyingWithParent('KILL', process.execPath, [bootstrap]);
    // Detached, so that Ctrl-C in the terminal reaches only the parent, which stops its children in order.
    const child = spawn(line.command, line.args, {
      cwd: taskRoot,
      // Without a compile cache every cold start would load Node's type stripper and compile all code: 280 ms of CPU for placeOrder instead of 193.
      env: { ...variables, NODE_COMPILE_CACHE: path.join(taskRoot, 'dist/compile-cache') },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      detached: true,
    });
    if (niceness !== undefined && child.pid !== undefined) lowerPriority(child.pid, niceness);
    const environment = new Environment(child, timeoutMs, onLog);
    const giveUp = () => child.kill('SIGKILL');
    signal?.addEventListener('abort', giveUp);
    await environment.#init(initTimeoutMs).finally(() => signal?.removeEventListener('abort', giveUp));
    return environment;
  }

  private constructor(child: ChildProcess, timeoutMs: number, onLog: (line: string) => void) {
    this.#child = child;
    this.#timeoutMs = timeoutMs;
    this.#onLog = onLog;
    for (const stream of [child.stdout, child.stderr]) if (stream) createInterface({ input: stream }).on('line', (line) => this.#log(line));
    child.on('error', () => {});
    // A process that could not be spawned emits 'error' instead of 'exit'.
    this.#exited = Promise.race([once(child, 'exit'), once(child, 'error')])
      .catch(() => {})
      .then(() => {
        this.#isGone = true;
      });
  }

  /** The ID of the process; undefined if it could not be spawned. */
  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** Whether the process has ended or is being stopped. It then accepts no invocations. */
  get isGone(): boolean {
    return this.#isGone;
  }

  /** Whether the process is frozen, between two invocations. */
  get isFrozen(): boolean {
    return this.#isFrozen;
  }

  /** Settles when the process has ended. */
  get gone(): Promise<void> {
    return this.#exited;
  }

  /**
   * Runs one invocation. Never rejects: a timeout or a crash ends the environment and becomes a result with `functionError`. Like `onLog`,
   * `listener` receives the lines that the function writes, until the next invocation begins.
   */
  async invoke(message: Omit<InvokeMessage, 'deadlineMs'>, listener?: (line: string) => void): Promise<InvocationResult> {
    const { requestId } = message;
    this.#listener = listener;
    this.#thaw();
    const seconds = (this.#timeoutMs / 1000).toFixed(2);
    const deadlineMs = Date.now() + this.#timeoutMs;
    const result = await this.#answer<InvocationResult>(this.#timeoutMs, {
      send: () => this.#child.send({ ...message, deadlineMs }, () => {}),
      read: (answer) => {
        if (answer.kind === 'result' && answer.requestId === requestId) return { payload: answer.payload };
        return answer.kind === 'failed' && answer.requestId === requestId ? failed(answer.error) : undefined;
      },
      onTimeout: () =>
        failed({ errorType: 'Sandbox.Timedout', errorMessage: `RequestId: ${requestId} Error: Task timed out after ${seconds} seconds` }),
      onExit: (how) =>
        failed({ errorType: 'Runtime.ExitError', errorMessage: `RequestId: ${requestId} Error: Runtime exited with error: ${how}` }),
    });
    this.#freeze();
    return result;
  }

  /** Kills the process, as Lambda does, and waits for its end. */
  async stop(): Promise<void> {
    this.#kill();
    await this.#exited;
  }

  async #init(timeoutMs: number): Promise<void> {
    const error = await this.#answer<InvocationError | 'none'>(timeoutMs, {
      send: () => {},
      read: (answer) => (answer.kind === 'ready' ? 'none' : answer.kind === 'initFailed' ? answer.error : undefined),
      onTimeout: () => ({ errorType: 'Sandbox.Timedout', errorMessage: `Init timed out after ${(timeoutMs / 1000).toFixed(2)} seconds` }),
      onExit: (how) => ({ errorType: 'Runtime.ExitError', errorMessage: `Runtime exited during init: ${how}` }),
    });
    if (error !== 'none') {
      await this.stop();
      throw new InitFailed(error);
    }
  }

  /** Calls `send` and waits for an answer, the timeout (which kills the process) or the end of the process. */
  async #answer<Answer>(timeoutMs: number, { send, read, onTimeout, onExit }: Exchange<Answer>): Promise<Answer> {
    const { promise, resolve } = Promise.withResolvers<Answer>();
    const onMessage = (message: unknown) => {
      const parsed = environmentMessage.safeParse(message);
      const answer = parsed.success ? read(parsed.data) : undefined;
      if (answer !== undefined) resolve(answer);
    };
    const timer = setTimeout(() => {
      resolve(onTimeout());
      this.#kill();
    }, timeoutMs);
    this.#child.on('message', onMessage);
    // Only the first call of `resolve` has an effect.
    void this.#exited.then(() => resolve(onExit(this.#end())));
    send();
    const answer = await promise;
    clearTimeout(timer);
    this.#child.off('message', onMessage);
    return answer;
  }

  #log(line: string): void {
    this.#onLog(line);
    this.#listener?.(line);
  }

  /** Freezes the process if this system kills children when their parent dies. Otherwise a frozen process would stay, because it cannot end itself. */
  #freeze(): void {
    if (!this.#isGone && childrenDieWithParent()) this.#isFrozen = this.#child.kill('SIGSTOP');
  }

  #thaw(): void {
    if (this.#isFrozen) this.#child.kill('SIGCONT');
    this.#isFrozen = false;
  }

  /** Marks the environment as gone first, because its pool must not use it while the system ends the process. */
  #kill(): void {
    this.#isGone = true;
    this.#child.kill('SIGKILL');
  }

  #end(): string {
    const { exitCode, signalCode } = this.#child;
    return signalCode === null ? `exit status ${exitCode ?? 'unknown'}` : `signal: ${signalCode}`;
  }
}

interface Exchange<Answer> {
  readonly send: () => void;
  readonly read: (message: ReturnType<typeof environmentMessage.parse>) => Answer | undefined;
  readonly onTimeout: () => Answer;
  readonly onExit: (how: string) => Answer;
}
