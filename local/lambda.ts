import { randomBytes, randomUUID } from 'node:crypto';
import { Environment } from './environment.ts';
import { EnvironmentPool } from './environmentPool.ts';
import { environmentVariables, functionArn } from './environmentVariables.ts';
import type { InvocationResult } from './invocation.ts';
import type { LambdaFunction, ServerlessConfig } from './serverlessConfig.ts';

// Lambda's limit on loading a module.
const initTimeoutMs = 10_000;

interface Options {
  readonly config: Pick<ServerlessConfig, 'service' | 'region' | 'functions'>;
  /** The folder in which a handler such as `dist/functions/placeOrder.handler` is looked up. */
  readonly taskRoot: string;
  /** Environment variables for every function, over those of serverless.yml. */
  readonly variables: Readonly<Record<string, string>>;
  /** How many environments a function may have, where its reserved concurrency is not lower still. */
  readonly environmentsPerFunction?: number;
  /** Takes each line that a function writes. */
  readonly onLog?: (functionName: string, line: string) => void;
}

/** The functions of serverless.yml, ready to be invoked in processes of their own. */
export interface Lambda {
  /** Invokes a function with JSON text. `traceId` is X-Ray's header. Rejects when there is no such function, or when aborted while waiting. */
  invoke(functionName: string, payload: string, options?: { traceId?: string; signal?: AbortSignal }): Promise<InvocationResult>;
  /** Ends every environment. */
  stop(): Promise<void>;
}

/** Makes the functions; starts no process before the first invocation. */
export function lambda({ config, taskRoot, variables, environmentsPerFunction = 10, onLog = () => {} }: Options): Lambda {
  const deployment = { service: config.service, region: config.region, taskRoot };
  const start = (definition: LambdaFunction, signal: AbortSignal) =>
    Environment.start({
      taskRoot,
      variables: environmentVariables(definition, deployment, randomBytes(16).toString('hex'), variables),
      timeoutMs: definition.timeoutMs,
      initTimeoutMs,
      signal,
      onLog: (line) => onLog(definition.name, line),
    });
  const pools = new Map(
    config.functions.map((definition) => {
      const limit = Math.min(definition.reservedConcurrency ?? environmentsPerFunction, environmentsPerFunction);
      return [definition.name, new EnvironmentPool({ start: (signal) => start(definition, signal), limit })];
    }),
  );
  return {
    invoke: async (functionName, payload, { traceId = newTraceId(), signal } = {}) => {
      const pool = pools.get(functionName);
      if (pool === undefined) throw new Error(`serverless.yml has no function ${functionName}`);
      return pool.invoke({ requestId: randomUUID(), payload, traceId, functionArn: functionArn(deployment, functionName) }, signal);
    },
    stop: async () => {
      await Promise.all(Array.from(pools.values(), (pool) => pool.stop()));
    },
  };
}

/** A trace of X-Ray, which begins with the time in hexadecimal seconds. */
export function newTraceId(): string {
  const seconds = Math.floor(Date.now() / 1000).toString(16);
  return `Root=1-${seconds}-${randomBytes(12).toString('hex')};Parent=${randomBytes(8).toString('hex')};Sampled=0`;
}
