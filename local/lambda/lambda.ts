import { randomBytes, randomUUID } from 'node:crypto';
import type { LambdaFunction, ServerlessConfig } from '../serverless/serverlessConfig.ts';
import { Environment } from './environment.ts';
import { EnvironmentPool, type PoolState } from './environmentPool.ts';
import { environmentVariables, functionArn } from './environmentVariables.ts';
import type { InvocationResult } from './invocation.ts';
import { RateLimit } from './rateLimit.ts';
import { Turns } from './turns.ts';

// Lambda's limit on loading a module.
const defaultInitTimeoutMs = 10_000;
// Lambda's quota of concurrent executions in a region: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
const accountConcurrency = 1000;
// "1,000 execution environment instances every 10 seconds" for each function:
// https://docs.aws.amazon.com/lambda/latest/dg/scaling-behavior.html
const scaleOutPer10s = 1000;
// Lambda says only that it keeps an idle environment "for a period of time"; people have measured from 5 minutes on.
const defaultIdleTimeoutMs = 5 * 60_000;

interface Options {
  readonly config: Pick<ServerlessConfig, 'service' | 'region' | 'functions'>;
  /** The folder in which a handler such as `dist/functions/placeOrder.handler` is looked up. */
  readonly taskRoot: string;
  /** Environment variables for every function, over those of serverless.yml. */
  readonly variables: Readonly<Record<string, string>>;
  /** How many environments a function without reserved concurrency may have; the account's quota without it. */
  readonly unreservedConcurrency?: number;
  readonly scaleOut?: number;
  readonly initTimeoutMs?: number;
  /**
   * How many cold starts there may be at once. On Lambda each has a processor of its own; on this machine all of a burst
   * would end late together, where a few at a time end one after the other.
   */
  readonly coldStartsAtOnce?: number;
  readonly idleTimeoutMs?: number;
  /** How far the rest of the machine goes before the environments: priority.ts. */
  readonly niceness?: number;
  /** Takes each line that a function writes. */
  readonly onLog?: (functionName: string, line: string) => void;
}

interface InvokeOptions {
  /** X-Ray's header. */
  readonly traceId?: string;
  readonly requestId?: string;
  /** Takes the lines that this invocation writes. */
  readonly listener?: (line: string) => void;
}

/** The functions of serverless.yml, ready to be invoked in processes of their own. */
export interface Lambda {
  /** Invokes a function with JSON text. Throws TooManyRequests when it is throttled; an error when there is no such function. */
  invoke(functionName: string, payload: string, options?: InvokeOptions): Promise<InvocationResult>;
  /** What the environments of all functions are doing. */
  state(): PoolState;
  /** Ends every environment. */
  stop(): Promise<void>;
}

/** Makes the functions; starts no process before the first invocation. */
export function lambda(options: Options): Lambda {
  const { config, taskRoot } = options;
  const deployment = { service: config.service, region: config.region, taskRoot };
  const turns = new Turns(options.coldStartsAtOnce ?? Number.POSITIVE_INFINITY);
  const pools = new Map(config.functions.map((definition) => [definition.name, poolOf(definition, options, turns)]));
  return {
    invoke: async (functionName, payload, { traceId = newTraceId(), requestId = randomUUID(), listener } = {}) => {
      const pool = pools.get(functionName);
      if (pool === undefined) throw new Error(`serverless.yml has no function ${functionName}`);
      return pool.invoke({ requestId, payload, traceId, functionArn: functionArn(deployment, functionName) }, listener);
    },
    state: () => total(Array.from(pools.values(), ({ state }) => state)),
    stop: async () => {
      await Promise.all(Array.from(pools.values(), (pool) => pool.stop()));
    },
  };
}

function poolOf(definition: LambdaFunction, options: Options, turns: Turns): EnvironmentPool {
  const { config, taskRoot, variables, onLog = () => {} } = options;
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

/** A trace of X-Ray, which begins with the time in hexadecimal seconds. */
export function newTraceId(): string {
  const seconds = Math.floor(Date.now() / 1000).toString(16);
  return `Root=1-${seconds}-${randomBytes(12).toString('hex')};Parent=${randomBytes(8).toString('hex')};Sampled=0`;
}
