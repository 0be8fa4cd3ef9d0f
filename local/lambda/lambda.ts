import { randomBytes, randomUUID } from 'node:crypto';
import type { LambdaFunction, ServerlessConfig } from '../serverless/serverlessConfig.ts';
import { Environment } from './environment.ts';
import { EnvironmentPool, type PoolState } from './environmentPool.ts';
import { environmentVariables, functionArn } from './environmentVariables.ts';
import type { InvocationResult } from './invocation.ts';
import { RateLimit } from './rateLimit.ts';
import { Turns } from './turns.ts';

// Lambda's time limit for loading a module.
const defaultInitTimeoutMs = 10_000;
// Lambda's quota of concurrent executions in a region: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
const accountConcurrency = 1000;
// "1,000 execution environment instances every 10 seconds" for each function:
// https://docs.aws.amazon.com/lambda/latest/dg/scaling-behavior.html
const scaleOutPer10s = 1000;
// How long an idle environment is kept. Lambda documents only "for a period of time". The shortest published measurement is 5 minutes.
const defaultIdleTimeoutMs = 5 * 60_000;

interface Options {
  readonly config: Pick<ServerlessConfig, 'service' | 'region' | 'functions'>;
  /** The folder to which a handler such as `dist/functions/placeOrder.handler` is relative. */
  readonly taskRoot: string;
  /** Environment variables for every function. They override those of serverless.yml. */
  readonly variables: Readonly<Record<string, string>>;
  /** More variables for the functions that query a reader. */
  readonly readVariables?: Readonly<Record<string, string>>;
  /** Maximum number of environments for a function without reserved concurrency. Default: the account's quota. */
  readonly unreservedConcurrency?: number;
  readonly scaleOut?: number;
  readonly initTimeoutMs?: number;
  /**
   * Maximum number of concurrent cold starts. On Lambda, each cold start has its own processor. On this machine, cold starts share the processors.
   * With a limit, the first cold starts of a burst finish early. Without a limit, all of them finish late.
   */
  readonly coldStartsAtOnce?: number;
  readonly idleTimeoutMs?: number;
  /** How much to lower the priority of the environments' processes (see priority.ts). */
  readonly niceness?: number;
  /** Receives each line that a function writes. */
  readonly onLog?: (functionName: string, line: string) => void;
}

interface InvokeOptions {
  /** The X-Ray trace header. */
  readonly traceId?: string;
  readonly requestId?: string;
  /** The version or alias that the caller asked for. */
  readonly qualifier?: string | undefined;
  /** The version that the qualifier selects. All versions run in the same environments. */
  readonly version?: string;
  /** Receives the lines that this invocation writes. */
  readonly listener?: (line: string) => void;
}

/** The functions of serverless.yml, which run in separate processes. */
export interface Lambda {
  /** Invokes a function with JSON text. Throws TooManyRequests if it is throttled, and an error for an unknown function. */
  invoke(functionName: string, payload: string, options?: InvokeOptions): Promise<InvocationResult>;
  /** Returns the pool states of all functions, added up. */
  state(): PoolState;
  /** Ends every environment. */
  stop(): Promise<void>;
}

/** Creates the functions. No process starts before the first invocation. */
export function lambda(options: Options): Lambda {
  const { config, taskRoot } = options;
  const deployment = { service: config.service, region: config.region, taskRoot };
  const turns = new Turns(options.coldStartsAtOnce ?? Number.POSITIVE_INFINITY);
  const pools = new Map(config.functions.map((definition) => [definition.name, poolOf(definition, options, turns)]));
  return {
    invoke: async (functionName, payload, { traceId = newTraceId(), requestId = randomUUID(), qualifier, version, listener } = {}) => {
      const pool = pools.get(functionName);
      if (pool === undefined) throw new Error(`serverless.yml has no function ${functionName}`);
      const arn = functionArn(deployment, functionName);
      const functionVersion = version ?? '$LATEST';
      return pool.invoke(
        { requestId, payload, traceId, functionVersion, functionArn: qualifier === undefined ? arn : `${arn}:${qualifier}` },
        listener,
      );
    },
    state: () => total(Array.from(pools.values(), ({ state }) => state)),
    stop: async () => {
      await Promise.all(Array.from(pools.values(), (pool) => pool.stop()));
    },
  };
}

function poolOf(definition: LambdaFunction, options: Options, turns: Turns): EnvironmentPool {
  const { config, taskRoot, onLog = () => {} } = options;
  const variables = { ...options.variables, ...(definition.readsFromReader && options.readVariables) };
  const deployment = { service: config.service, region: config.region, taskRoot };
  return new EnvironmentPool({
    start: (signal) =>
      turns.run(async () => {
        signal.throwIfAborted();
        return Environment.start({
          taskRoot,
          variables: environmentVariables(definition, deployment, randomBytes(16).toString('hex'), variables),
          timeoutMs: definition.timeoutMs,
          initTimeoutMs: options.initTimeoutMs ?? defaultInitTimeoutMs,
          niceness: options.niceness,
          signal,
          onLog: (line) => onLog(definition.name, line),
        });
      }),
    concurrency: definition.reservedConcurrency ?? options.unreservedConcurrency ?? accountConcurrency,
    reserved: definition.reservedConcurrency !== undefined,
    scaleOut: new RateLimit(options.scaleOut ?? scaleOutPer10s, 10_000),
    idleTimeoutMs: options.idleTimeoutMs ?? defaultIdleTimeoutMs,
  });
}

function total(states: readonly PoolState[]): PoolState {
  const sum = (key: keyof PoolState) => states.reduce((found, state) => found + state[key], 0);
  return { busy: sum('busy'), frozen: sum('frozen'), coldStarts: sum('coldStarts'), throttles: sum('throttles') };
}

/** Returns an X-Ray trace header, which begins with the time in hexadecimal seconds. */
export function newTraceId(): string {
  const seconds = Math.floor(Date.now() / 1000).toString(16);
  return `Root=1-${seconds}-${randomBytes(12).toString('hex')};Parent=${randomBytes(8).toString('hex')};Sampled=0`;
}
