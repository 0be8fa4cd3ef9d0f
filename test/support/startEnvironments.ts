import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll } from 'vitest';
import * as z from 'zod/mini';
import { root } from '../../local/directory.ts';
import { Environment } from '../../local/lambda/environment.ts';
import { newTraceId } from '../../local/lambda/lambda.ts';
import { Turns } from '../../local/lambda/turns.ts';
import { currentBuild } from '../../scripts/currentBuild.ts';
import { eventOf, type Request } from './call.ts';
import { operations, undescribed } from './description.ts';

// How many environments start at the same time. A starting environment often waits, so it takes six of them to keep two cores busy.
const startsAtOnce = 6;

const answer = z.object({ statusCode: z.number(), headers: z.record(z.string(), z.unknown()), body: z.optional(z.string()) });

export interface Outcome {
  /** Undefined if the invocation failed, for example with a timeout. */
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
  readonly ms: number;
}

/** An execution environment of a built function, in a separate process. */
export interface TestEnvironment {
  readonly pid: number;
  /** Every line that the function wrote. */
  readonly log: readonly string[];
  readonly call: (request?: Request) => Promise<Outcome>;
  readonly freeze: () => void;
  readonly thaw: () => void;
  readonly stop: () => Promise<void>;
}

let built: Promise<string> | undefined;
const started = new Set<Environment>();

/** Builds the functions for this test file only, because another process may be building into dist/ at the same time. */
async function taskRoot(): Promise<string> {
  const folder = path.join(root, 'dist/test');
  await mkdir(folder, { recursive: true });
  const own = await mkdtemp(path.join(folder, 'functions-'));
  await currentBuild(own);
  return own;
}

afterAll(async () => {
  await Promise.all(Array.from(started, (environment) => environment.stop()));
  if (built) await rm(await built, { recursive: true, force: true });
});

interface Start {
  /** The time limit of each invocation; 29 s by default. */
  readonly timeoutMs?: number;
  /** The folder of the built functions; by default, functions are built from the current sources. */
  readonly unpacked?: string;
  /** Runs for each environment after its start. The environment counts as starting until `first` is done. */
  readonly first?: (environment: TestEnvironment) => Promise<unknown>;
}

/** Starts `count` environments of a function. They end with the test file. */
export async function startEnvironments(
  count: number,
  functionName: string,
  variables: Readonly<Record<string, string>>,
  { timeoutMs = 29_000, unpacked, first = async () => {} }: Start = {},
): Promise<TestEnvironment[]> {
  if (unpacked === undefined) built ??= taskRoot();
  const folder = unpacked ?? (await built) ?? '';
  const all = { PATH: process.env['PATH'] ?? '', LAMBDA_TASK_ROOT: folder, _HANDLER: `dist/functions/${functionName}.handler` };
  const turns = new Turns(startsAtOnce);
  return Promise.all(
    Array.from({ length: count }, () =>
      turns.run(async () => {
        const log: string[] = [];
        const environment = await Environment.start({
          taskRoot: folder,
          variables: { STAGE: 'test', AWS_LAMBDA_FUNCTION_NAME: functionName, ...all, ...variables },
          timeoutMs,
          initTimeoutMs: 60_000,
          onLog: (line) => log.push(line),
        });
        started.add(environment);
        const made = wrapped(environment, functionName, log);
        await first(made);
        return made;
      }),
    ),
  );
}

function wrapped(environment: Environment, functionName: string, log: readonly string[]): TestEnvironment {
  const pid = environment.pid ?? 0;
  return {
    pid,
    log,
    call: async (request = {}) => {
      const begun = performance.now();
      const message = {
        requestId: randomUUID(),
        payload: JSON.stringify(eventOf(request)),
        functionArn: 'arn:test',
        traceId: newTraceId(),
      };
      const { payload, functionError } = await environment.invoke(message);
      const ms = performance.now() - begun;
      if (functionError) return { status: undefined, headers: {}, body: payload, ms };
      const { statusCode, headers, body = '' } = answer.parse(JSON.parse(payload));
      const operation = operations.find(({ id }) => id === functionName);
      const faults = operation ? undescribed(operation, { status: statusCode, headers, body }) : [];
      if (faults.length > 0) throw new Error(faults.join('\n'));
      return { status: statusCode, headers, body, ms };
    },
    freeze: () => void process.kill(pid, 'SIGSTOP'),
    thaw: () => void process.kill(pid, 'SIGCONT'),
    stop: () => environment.stop(),
  };
}
