import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseDocument, visit } from 'yaml';
import { z } from 'zod';
import { messageOf } from '../failure.ts';
import { type Cors, corsOf } from './corsConfig.ts';
import { type Route, routeOf } from './routeKey.ts';
import { type Schedule, scheduleOf } from './schedule.ts';

/** One function of serverless.yml. */
export interface LambdaFunction {
  readonly name: string;
  /** As in serverless.yml: `dist/functions/listProducts.handler`. */
  readonly handler: string;
  readonly timeoutMs: number;
  readonly memoryMb: number;
  readonly reservedConcurrency: number | undefined;
  /** Environment variables with a plain value. A value with `${…}` or a CloudFormation function is known only in a deployment. */
  readonly environment: Readonly<Record<string, string>>;
  /** Names of all environment variables. */
  readonly environmentKeys: readonly string[];
  /** Whether the function has its own DATABASE_HOST. Such a function only reads, from a reader if there is one. */
  readonly readsFromReader?: boolean;
}

/** A JWT authorizer. `${…}` in issuer and audience is not resolved. */
interface AuthorizerConfig {
  readonly name: string;
  /** The request header that holds the token, in lower case. */
  readonly header: string;
  readonly issuerUrl: string;
  readonly audience: readonly string[];
}

/** The parts of serverless.yml that a local run uses. */
export interface ServerlessConfig {
  readonly service: string;
  readonly region: string;
  readonly functions: readonly LambdaFunction[];
  readonly routes: readonly Route[];
  readonly schedules: readonly Schedule[];
  readonly authorizers: readonly AuthorizerConfig[];
  /** The prefix of every scope, from the parameter `scopePrefix`. */
  readonly scopePrefix: string;
  readonly cors: Cors | undefined;
}

const timeout = z.int().min(1).max(900);
const memory = z.int().min(128).max(10_240);
const environment = z.record(z.string(), z.unknown()).default({});

const schema = z.object({
  service: z.string(),
  params: z.object({ default: z.looseObject({ scopePrefix: z.string().default('') }).prefault({}) }).prefault({}),
  provider: z.object({
    region: z.string().default('us-east-1'),
    // The defaults of the Serverless Framework.
    timeout: timeout.default(6),
    memorySize: memory.default(1024),
    environment,
    httpApi: z
      .object({
        payload: z.literal('2.0').default('2.0'),
        authorizers: z
          .record(
            z.string(),
            z.object({
              type: z.literal('jwt').default('jwt'),
              identitySource: z.string().regex(/^\$request\.header\.[\w-]+$/, 'only $request.header.<name> is supported'),
              issuerUrl: z.string(),
              audience: z.union([z.string(), z.array(z.string())]),
            }),
          )
          .default({}),
        cors: z.unknown().optional(),
      })
      .default({ payload: '2.0', authorizers: {} }),
  }),
  functions: z.record(
    z.string(),
    z.object({
      handler: z.string().regex(/^[\w./-]+\.\w+$/, 'expected <path of the module without extension>.<export>'),
      timeout: timeout.optional(),
      memorySize: memory.optional(),
      reservedConcurrency: z.int().min(0).optional(),
      environment,
      events: z.array(z.record(z.string(), z.unknown())).default([]),
    }),
  ),
});

/** Reads and validates a serverless.yml. Throws an error of one line with the file and the place of the fault. */
export async function readServerlessConfig(file: string): Promise<ServerlessConfig> {
  return parseServerlessConfig(await readFile(file, 'utf8'), path.basename(file));
}

/** Validates the text of a serverless.yml. Errors contain `name`. */
export function parseServerlessConfig(text: string, name = 'serverless.yml'): ServerlessConfig {
  const { service, params, provider, functions } = checked(text, name);
  const { scopePrefix } = params.default;
  const { routes, schedules } = sources(functions, scopePrefix, name);
  const authorizers = Object.entries(provider.httpApi.authorizers).map(([authorizerName, { identitySource, issuerUrl, audience }]) => ({
    name: authorizerName,
    header: identitySource.slice('$request.header.'.length).toLowerCase(),
    issuerUrl,
    audience: [audience].flat(),
  }));
  const keys = new Set<string>();
  for (const { key, functionName, authorizer } of routes) {
    if (keys.has(key)) throw new Error(`${name}: functions.${functionName}: duplicate route ${key}`);
    keys.add(key);
    if (authorizer !== undefined && !authorizers.some((known) => known.name === authorizer.name)) {
      throw new Error(`${name}: functions.${functionName}: provider.httpApi.authorizers has no ${authorizer.name}`);
    }
  }
  return {
    service,
    region: plain(provider.region) ?? 'us-east-1',
    functions: Object.entries(functions).map(([functionName, definition]) => ({
      name: functionName,
      handler: definition.handler,
      timeoutMs: (definition.timeout ?? provider.timeout) * 1000,
      memoryMb: definition.memorySize ?? provider.memorySize,
      reservedConcurrency: definition.reservedConcurrency,
      environment: plainValues({ ...provider.environment, ...definition.environment }),
      environmentKeys: Object.keys({ ...provider.environment, ...definition.environment }),
      readsFromReader: 'DATABASE_HOST' in definition.environment,
    })),
    routes,
    schedules,
    authorizers,
    scopePrefix,
    cors: cors(provider.httpApi.cors, params.default, name),
  };
}

function cors(written: unknown, defaults: Readonly<Record<string, unknown>>, name: string): Cors | undefined {
  try {
    return corsOf(written, defaults);
  } catch (cause) {
    throw new Error(`${name}: provider.httpApi.${messageOf(cause)}`, { cause });
  }
}

function checked(text: string, name: string): z.infer<typeof schema> {
  // The YAML parser does not know CloudFormation's short tags (!Ref, !Sub, !GetAtt), whose values are known only in a deployment.
  const document = parseDocument(text, { logLevel: 'error' });
  visit(document, { Node: (_, { tag }) => (tag?.startsWith('!') ? document.createNode({ [tag]: true }) : undefined) });
  const [fault] = document.errors;
  if (fault !== undefined) throw new Error(`${name}: ${fault.message.split('\n')[0]?.replace(/:$/, '')}`);
  const result = schema.safeParse(document.toJS());
  if (result.success) return result.data;
  throw new Error(`${name}: ${result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')}`);
}

/** Returns the routes and schedules that invoke the functions. */
function sources(
  functions: z.infer<typeof schema>['functions'],
  scopePrefix: string,
  name: string,
): Pick<ServerlessConfig, 'routes' | 'schedules'> {
  const routes: Route[] = [];
  const schedules: Schedule[] = [];
  for (const [functionName, { events }] of Object.entries(functions)) {
    for (const [kind, value] of events.flatMap((event) => Object.entries(event))) {
      const place = `${name}: functions.${functionName}`;
      try {
        if (kind === 'httpApi') routes.push(routeOf(value, functionName, scopePrefix));
        else if (kind === 'schedule') schedules.push(scheduleOf(value, functionName));
      } catch (cause) {
        throw new Error(`${place}: ${kind}: ${messageOf(cause)}`, { cause });
      }
      if (kind !== 'httpApi' && kind !== 'schedule') throw new Error(`${place}: events of kind ${kind} are not supported locally`);
    }
  }
  return { routes, schedules };
}

function plain(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' && !value.includes('${') ? value : undefined;
}

function plainValues(values: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) => {
      const text = plain(value);
      return text === undefined ? [] : [[key, text]];
    }),
  );
}
