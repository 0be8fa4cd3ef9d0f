import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import { eventOf, type Request } from '../support/call.ts';

/** What a subject may be told to do. */
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

/** What is measured: a module with a `handler`, and its environment. */
export interface SubjectOptions {
  readonly file: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly nodeArguments?: readonly string[];
}

/** A handler in a process of its own, loaded, as an execution environment has it. */
export class Subject {
  readonly #child: ChildProcess;
  /** The process of the server that serves it, once it has asked. */
  #backend: number | undefined;

  private constructor(child: ChildProcess) {
    this.#child = child;
  }

  /** Starts the process and, with `first`, waits for its answer to that: a cold start, with its time and CPU, and what it wrote. */
  static async start({ file, variables, nodeArguments = [] }: SubjectOptions, first?: Request) {
    const began = performance.now();
    const program = path.join(import.meta.dirname, first ? 'coldStartProcess.mjs' : 'subjectProcess.ts');
    const child = fork(program, [file, ...(first ? [JSON.stringify(eventOf(first))] : [])], {
      execArgv: ['--enable-source-maps', ...nodeArguments],
      env: { PATH: process.env['PATH'], STAGE: 'bench', SLOW_STATEMENT_MS: '60000', ...variables },
      // As on Lambda, log lines are written; a cold start's are read, for what they say of connections and statements.
      stdio: ['ignore', first ? 'pipe' : 'ignore', 'inherit', 'ipc'],
    });
    const lines: string[] = [];
    child.stdout?.on('data', (chunk) => lines.push(String(chunk)));
    const subject = new Subject(child);
    const { cpuUs = 0 } = await subject.#answer();
    return { subject, wallUs: (performance.now() - began) * 1_000, cpuUs, log: () => lines.join('') };
  }

  /** The statement that the server was last sent when the subject was asked once. */
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

  /** Finds its backend, the one that was not there `before`. */
  async findBackend(client: pg.Client, before: ReadonlySet<number>): Promise<void> {
    this.#backend = [...(await backends(client))].find((pid) => !before.has(pid));
  }

  /** Microseconds of CPU that its backend has had, where the system tells; undefined elsewhere. */
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

/** The processes of the server that serve this database. */
export async function backends(client: pg.Client): Promise<Set<number>> {
  const { rows } = await client.query<{ pid: number }>(`select pid from pg_stat_activity where backend_type = 'client backend'`);
  return new Set(rows.map(({ pid }) => pid));
}
