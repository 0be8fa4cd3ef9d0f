import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import { eventOf, type Request } from '../support/call.ts';

/** The tasks of a subject. */
export type Task =
  | { readonly kind: 'block'; readonly request: Request; readonly count: number }
  | { readonly kind: 'loop'; readonly request: Request; readonly ms: number }
  | { readonly kind: 'walk'; readonly request: Request; readonly pages: number };

export interface Answered {
  readonly wallUs?: number;
  readonly cpuUs?: number;
  readonly count?: number;
  readonly cursor?: string | undefined;
  readonly error?: string;
}

/** A subject of the measurement: a module with a `handler`, and its environment variables. */
export interface SubjectOptions {
  readonly file: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly nodeArguments?: readonly string[];
}

/** A loaded handler in a separate process, like an execution environment. */
export class Subject {
  readonly #child: ChildProcess;
  /** The server process of the subject's connection; known after the first statement. */
  #backend: number | undefined;

  private constructor(child: ChildProcess) {
    this.#child = child;
  }

  /** Starts the process. With `first`, the process also handles this request. Returns the wall time and CPU up to its first message, and its log. */
  static async start({ file, variables, nodeArguments = [] }: SubjectOptions, first?: Request) {
    const began = performance.now();
    const program = path.join(import.meta.dirname, first ? 'coldStartProcess.mjs' : 'subjectProcess.ts');
    const child = fork(program, [file, ...(first ? [JSON.stringify(eventOf(first))] : [])], {
      execArgv: ['--enable-source-maps', ...nodeArguments],
      env: {
        ...{ PATH: process.env['PATH'], STAGE: 'bench', SLOW_STATEMENT_MS: '60000', ...variables },
        // A compile cache saves each process half a second of CPU. A cold start uses no compile cache, because its CPU is measured.
        ...(!first && { NODE_COMPILE_CACHE: path.join(path.dirname(file), '../compile-cache') }),
      },
      // A subject writes log lines, as on Lambda. Those of a cold start are read, because they contain the numbers of connections and statements.
      stdio: ['ignore', first ? 'pipe' : 'ignore', 'inherit', 'ipc'],
    });
    const lines: string[] = [];
    child.stdout?.on('data', (chunk) => lines.push(String(chunk)));
    const subject = new Subject(child);
    const { cpuUs = 0 } = await subject.#answer();
    return { subject, wallUs: (performance.now() - began) * 1_000, cpuUs, log: () => lines.join('') };
  }

  /** Sends one request and returns the last statement that the server received for it. */
  static async lastStatement(client: pg.Client, options: SubjectOptions, request: Request): Promise<string> {
    const before = await backends(client);
    const { subject } = await Subject.start(options);
    await subject.run({ kind: 'block', request, count: 1 });
    await subject.findBackend(client, before);
    const { rows } = await client.query<{ query: string }>('select query from pg_stat_activity where pid = $1', [subject.#backend]);
    await subject.stop();
    const [row] = rows;
    if (!row) throw new Error('The server has no session of the subject');
    return row.query;
  }

  async run(task: Task): Promise<Answered> {
    this.#child.send(task);
    return this.#answer();
  }

  /** Finds the subject's server process: the one that did not exist `before`. */
  async findBackend(client: pg.Client, before: ReadonlySet<number>): Promise<void> {
    this.#backend = [...(await backends(client))].find((pid) => !before.has(pid));
  }

  /** Returns the CPU time of the subject's server process in microseconds; undefined if the system does not report it. */
  serverCpuUs(): number | undefined {
    try {
      return Number(readFileSync(`/proc/${this.#backend}/schedstat`, 'utf8').split(' ')[0]) / 1_000;
    } catch {
      return undefined;
    }
  }

  async stop(): Promise<void> {
    const exited = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await exited;
  }

  async #answer(): Promise<Answered> {
    const over = new AbortController();
    const [answer]: Answered[] = await Promise.race([
      once(this.#child, 'message', { signal: over.signal }),
      once(this.#child, 'exit', { signal: over.signal }).then(() => [{ error: 'The process ended' }]),
    ]).finally(() => over.abort());
    if (!answer || answer.error) throw new Error(answer?.error ?? 'no answer');
    return answer;
  }
}

/** Returns the server processes of this database's sessions. */
export async function backends(client: pg.Client): Promise<Set<number>> {
  const { rows } = await client.query<{ pid: number }>(`select pid from pg_stat_activity where backend_type = 'client backend'`);
  return new Set(rows.map(({ pid }) => pid));
}
