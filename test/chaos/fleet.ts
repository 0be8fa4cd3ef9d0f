import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { Environment } from '../../local/lambda/environment.ts';
import { Turns } from '../../local/lambda/turns.ts';
import { eventOf, type Request } from '../support/call.ts';

/** A function's response. The status is `lost` if the environment died, timed out or failed. */
export interface Answer {
  readonly status: number | 'lost';
  readonly isReplayed: boolean;
  readonly text: string;
}

const answered = z.object({ statusCode: z.number(), headers: z.record(z.string(), z.unknown()), body: z._default(z.string(), '') });

// More than 15 s, because publishEvents begins no batch in the last 15 s before its timeout. The other functions respond far sooner.
const timeoutMs = 20_000;

/** Execution environments of built functions. As on Lambda, a call uses an idle environment or starts a new one. */
export class Fleet {
  readonly #taskRoot: string;
  readonly #variables: Readonly<Record<string, string>>;
  readonly #atOnce: number;
  readonly #idle = new Map<string, Environment[]>();
  readonly #turns = new Map<string, Turns>();
  readonly #alive = new Set<Environment>();
  readonly #busy = new Set<Environment>();

  /** `atOnce` is the maximum number of environments of each function. */
  constructor(taskRoot: string, variables: Readonly<Record<string, string>>, atOnce: number) {
    this.#taskRoot = taskRoot;
    this.#variables = variables;
    this.#atOnce = atOnce;
  }

  /** Sends one request to a function of the API. */
  async call(name: string, request: Request): Promise<Answer> {
    const { functionError, payload } = await this.invoke(name, JSON.stringify(eventOf(request)));
    if (functionError) return { status: 'lost', isReplayed: false, text: payload };
    const { statusCode, headers, body } = answered.parse(JSON.parse(payload));
    return { status: statusCode, isReplayed: headers['Idempotency-Replayed'] === 'true', text: body };
  }

  /** Invokes a function once. Does not reject if its environment ends. */
  async invoke(name: string, payload: string) {
    const turns = this.#turns.get(name) ?? new Turns(this.#atOnce);
    this.#turns.set(name, turns);
    return turns.run(async () => {
      const environment = await this.#environment(name);
      this.#busy.add(environment);
      const result = await environment.invoke({ requestId: randomUUID(), payload, functionArn: name, traceId: '' });
      this.#busy.delete(environment);
      if (environment.isGone) this.#alive.delete(environment);
      else this.#idle.get(name)?.push(environment);
      return result;
    });
  }

  /** Kills an environment that is handling a request. Returns false if there is none. */
  killOne(): boolean {
    const victims = [...this.#busy].filter(({ isGone }) => !isGone);
    const pid = victims[Math.floor(Math.random() * victims.length)]?.pid;
    return pid !== undefined && process.kill(pid, 'SIGKILL');
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#alive].map((environment) => environment.stop()));
  }

  async #environment(name: string): Promise<Environment> {
    const idle = this.#idle.get(name) ?? [];
    this.#idle.set(name, idle);
    for (let last = idle.pop(); last; last = idle.pop()) {
      if (!last.isGone) return last;
      this.#alive.delete(last);
    }
    const environment = await startFunction(this.#taskRoot, name, this.#variables);
    this.#alive.add(environment);
    return environment;
  }
}

export function startFunction(taskRoot: string, name: string, variables: Readonly<Record<string, string>>): Promise<Environment> {
  return Environment.start({
    taskRoot,
    variables: {
      _HANDLER: `dist/functions/${name}.handler`,
      LAMBDA_TASK_ROOT: taskRoot,
      STAGE: 'local',
      POWERTOOLS_LOG_LEVEL: 'SILENT',
      ...variables,
    },
    timeoutMs,
    initTimeoutMs: 20_000,
    onLog: () => {},
  });
}
