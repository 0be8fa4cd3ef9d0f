import * as z from 'zod/mini';
import english from 'zod/v4/locales/en.js';

// zod/mini contains no messages: without a locale, every fault is "Invalid input".
z.config(english());

/** A database's address and credentials: from a secret in RDS format, or from a URL for local runs and tests. */
export type DatabaseSource =
  | {
      readonly kind: 'secret';
      readonly secretArn: string;
      readonly host: string | undefined;
      readonly port: number | undefined;
      readonly name: string | undefined;
    }
  | {
      readonly kind: 'url';
      readonly host: string;
      readonly port: number;
      readonly name: string;
      readonly username: string;
      readonly password: string;
      readonly tls: boolean;
    };

/** The settings of a function, from its environment variables. */
export interface Config {
  /** `local` on a developer's machine, otherwise the stage's name. */
  readonly stage: string;
  /** The API's database; null if only `migrate` is configured. */
  readonly database: DatabaseSource | null;
  /** The database of `migrate`, which connects as the schema's owner and without a proxy. */
  readonly migrationDatabase: DatabaseSource;
  /** True behind RDS Proxy, or PgBouncer in transaction mode: no statement may pin a session, and connections send no startup parameters. */
  readonly viaProxy: boolean;
  /** The maximum number of connections of one environment. */
  readonly poolMax: number;
  /** The EventBridge bus for order events; null on a developer's machine, where they are only logged. */
  readonly eventBusName: string | null;
  /** The prefix that the issuer puts before every scope; usually empty. */
  readonly scopePrefix: string;
  /** How many pending orders a customer may have; 0 for no limit. */
  readonly maxPendingOrders: number;
  /** How many minutes a pending order may stay unpaid; 0 for no limit. */
  readonly unpaidOrderMinutes: number;
  /** How long events are kept after their publication. */
  readonly eventRetentionDays: number;
  /**
   * How long the publisher pauses between two polls for events. A run starts each minute; if the pause is less than 60 s, a run polls several times.
   */
  readonly eventDelaySeconds: number;
  readonly logSql: boolean;
  /** Statements that take at least this long are logged as slow. */
  readonly slowStatementMs: number;
  /** What happens when a request exceeds its route's statement budget. */
  readonly statementBudget: 'warn' | 'error';
}

/**
 * The environment variables, the secret or the database is misconfigured. The message lists every fault and its remedy, and never
 * contains a value that could be secret.
 */
export class ConfigError extends Error {
  readonly faults: readonly string[];

  constructor(faults: readonly string[], options?: { cause: unknown }) {
    super(`Invalid configuration:\n${faults.map((fault) => `- ${fault}`).join('\n')}`, options);
    this.name = 'ConfigError';
    this.faults = faults;
  }
}

/** Returns the first ConfigError among an error and its causes. */
export function configErrorIn(error: unknown, depth = 0): ConfigError | undefined {
  if (error instanceof ConfigError) return error;
  return error instanceof Error && depth < 5 ? configErrorIn(error.cause, depth + 1) : undefined;
}

const portNumber = z.pipe(z.pipe(z.string(), z.coerce.number()), z.int().check(z.minimum(1), z.maximum(65_535)));
const count = (maximum: number) => z.pipe(z.coerce.number(), z.int().check(z.minimum(1), z.maximum(maximum)));
/** A limit; 0, the default, means no limit. */
const limit = z._default(z.pipe(z.coerce.number(), z.int().check(z.minimum(0), z.maximum(1_000_000))), 0);
const flag = z._default(
  z.pipe(
    z.enum(['true', 'false']),
    z.transform((text) => text === 'true'),
  ),
  false,
);
const address = z.pipe(
  z.string(),
  z.transform((text, context) => {
    const parsed = isDecodable(text) ? URL.parse(text) : null;
    if (!parsed || !/^postgres(ql)?:$/.test(parsed.protocol) || !parsed.hostname || parsed.pathname.length < 2 || !parsed.username) {
      // The message never repeats the address, which contains a password.
      context.issues.push({
        code: 'custom',
        input: '',
        message: 'expected postgres://user:password@host:port/database, with % written as %25',
      });
      return z.NEVER;
    }
    const mode = parsed.searchParams.get('sslmode');
    if (mode !== null && mode !== 'disable' && mode !== 'verify-full') {
      const isKnown = ['allow', 'prefer', 'require', 'verify-ca', 'no-verify'].includes(mode);
      const message = isKnown
        ? `\`sslmode=${mode}\` does not verify the server: use \`verify-full\``
        : '`sslmode` must be `verify-full` or `disable`';
      context.issues.push({ code: 'custom', input: '', message });
      return z.NEVER;
    }
    const host = parsed.hostname.replace(/^\[(.*)\]$/, '$1');
    return Object.freeze({
      kind: 'url' as const,
      host,
      port: Number(parsed.port || 5432),
      name: decodeURIComponent(parsed.pathname.slice(1)),
      username: decodeURIComponent(parsed.username),
      password: decodeURIComponent(parsed.password),
      tls: mode === null ? !isLocal(host) : mode === 'verify-full',
    });
  }),
);

/** Whether every `%` begins an encoded character. Any other `%` in a password would later cause an error whose message contains half of the password. */
function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

const variables = z.object({
  STAGE: z._default(z.string().check(z.minLength(1)), 'unnamed'),
  DATABASE_SECRET_ARN: z.optional(z.string().check(z.minLength(1))),
  DATABASE_URL: z.optional(address),
  DATABASE_HOST: z.optional(z.string().check(z.minLength(1))),
  DATABASE_PORT: z.optional(portNumber),
  DATABASE_NAME: z.optional(z.string().check(z.minLength(1))),
  DATABASE_VIA_PROXY: flag,
  DATABASE_POOL_MAX: z._default(count(100), 1),
  MIGRATION_DATABASE_SECRET_ARN: z.optional(z.string().check(z.minLength(1))),
  MIGRATION_DATABASE_URL: z.optional(address),
  MIGRATION_DATABASE_HOST: z.optional(z.string().check(z.minLength(1))),
  MIGRATION_DATABASE_PORT: z.optional(portNumber),
  MIGRATION_DATABASE_NAME: z.optional(z.string().check(z.minLength(1))),
  EVENT_BUS_NAME: z.optional(z.string().check(z.minLength(1))),
  // The characters of a scope (RFC 6749, 3.3), without brackets: API Gateway's HTTP APIs put a list of scopes in brackets.
  SCOPE_PREFIX: z._default(
    z
      .string()
      .check(z.regex(/^[\x21\x23-\x5A\x5E-\x7E]{1,200}$/, { error: 'expected 1 to 200 characters of a scope, such as orders-api/' })),
    '',
  ),
  MAX_PENDING_ORDERS: limit,
  UNPAID_ORDER_MINUTES: limit,
  EVENT_RETENTION_DAYS: z._default(count(36_500), 400),
  EVENT_DELAY_SECONDS: z._default(count(60), 60),
  LOG_SQL: flag,
  SLOW_STATEMENT_MS: z._default(count(900_000), 100),
  STATEMENT_BUDGET: z._default(z.enum(['warn', 'error']), 'warn'),
});

/**
 * Returns the environment variables as one validated, frozen object.
 * @throws ConfigError with every fault
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  // Many tools set an empty variable to mean "unset".
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = variables.safeParse(given);
  const faults = parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  const names = (prefix: string) => ['HOST', 'PORT', 'NAME'].map((part) => `${prefix}DATABASE_${part}`);

  for (const prefix of ['', 'MIGRATION_']) {
    const [secret, url] = [`${prefix}DATABASE_SECRET_ARN`, `${prefix}DATABASE_URL`];
    if (given[secret] && given[url]) faults.push(`${secret} and ${url}: set only one of them`);
    const stray = names(prefix).filter((name) => given[name]);
    if (given[url] && stray.length > 0) faults.push(`${stray.join(', ')}: remove, because ${url} already contains the whole address`);
  }
  if (!['DATABASE_SECRET_ARN', 'DATABASE_URL', 'MIGRATION_DATABASE_SECRET_ARN', 'MIGRATION_DATABASE_URL'].some((name) => given[name])) {
    faults.push('DATABASE_SECRET_ARN or DATABASE_URL: set one of them');
  }
  if (!parsed.success || faults.length > 0) throw new ConfigError(faults);

  const { data } = parsed;
  const source = (
    secretArn: string | undefined,
    url: DatabaseSource | undefined,
    place: { host: string | undefined; port: number | undefined; name: string | undefined },
  ): DatabaseSource | null => (secretArn ? Object.freeze({ kind: 'secret', secretArn, ...place }) : (url ?? null));
  const database = source(data.DATABASE_SECRET_ARN, data.DATABASE_URL, {
    host: data.DATABASE_HOST,
    port: data.DATABASE_PORT,
    name: data.DATABASE_NAME,
  });
  // `migrate` may use the API's secret, but never DATABASE_HOST, which may be a proxy.
  const place = { host: data.MIGRATION_DATABASE_HOST, port: data.MIGRATION_DATABASE_PORT, name: data.MIGRATION_DATABASE_NAME };
  const migrationDatabase =
    source(data.MIGRATION_DATABASE_SECRET_ARN, data.MIGRATION_DATABASE_URL, place) ??
    source(data.DATABASE_SECRET_ARN, data.DATABASE_URL, place);
  if (!migrationDatabase) throw new ConfigError(['MIGRATION_DATABASE_SECRET_ARN or MIGRATION_DATABASE_URL: set one of them']);
  return Object.freeze({
    stage: data.STAGE,
    database,
    migrationDatabase,
    viaProxy: data.DATABASE_VIA_PROXY,
    poolMax: data.DATABASE_POOL_MAX,
    eventBusName: data.EVENT_BUS_NAME ?? null,
    scopePrefix: data.SCOPE_PREFIX,
    maxPendingOrders: data.MAX_PENDING_ORDERS,
    unpaidOrderMinutes: data.UNPAID_ORDER_MINUTES,
    eventRetentionDays: data.EVENT_RETENTION_DAYS,
    eventDelaySeconds: data.EVENT_DELAY_SECONDS,
    logSql: data.LOG_SQL,
    slowStatementMs: data.SLOW_STATEMENT_MS,
    statementBudget: data.STATEMENT_BUDGET,
  });
}

/** Whether metrics are written. Not part of Config, because functions without a database, which have no valid Config, write metrics too. */
export function writesMetrics(): boolean {
  return process.env['POWERTOOLS_METRICS_DISABLED'] !== 'true';
}

/** Returns the X-Ray trace ID of the current invocation; undefined outside Lambda. */
export function traceId(): string | undefined {
  return /Root=([^;]+)/.exec(process.env['_X_AMZN_TRACE_ID'] ?? '')?.[1];
}

let current: Config | undefined;

/** Returns this environment's configuration: read on first use, cached once valid. */
export function config(): Config {
  current ??= readConfig(process.env);
  return current;
}

/** Whether `host` is this machine, the only host for which TLS is off by default. */
export function isLocal(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}
