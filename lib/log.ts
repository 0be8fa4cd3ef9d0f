import { Logger, LogLevelThreshold } from '@aws-lambda-powertools/logger';
import { configErrorIn, traceId, writesMetrics } from './config.ts';
import { currentInvocation } from './invocation.ts';
import { codeCacheUse } from './loader/codeCacheUse.ts';

/** The service's name in log lines and metrics. */
export const service = 'orders';
const logger = new Logger({ serviceName: service });

/** Writes structured log lines to standard output. Each line has the ID of the current request, which the caller receives as X-Request-Id. */
export const log = {
  info: (message: string, fields: Fields = {}, use: Use = {}) => write('INFO', message, fields, use),
  warn: (message: string, fields: Fields = {}, use: Use = {}) => write('WARN', message, fields, use),
  error: (message: string, fields: Fields = {}, use: Use = {}) => write('ERROR', message, fields, use),
};

type Fields = Record<string, unknown>;

interface Use {
  /** Whether a metric filter of an alarm reads the line. Such a line is written at every POWERTOOLS_LOG_LEVEL, unless metrics are disabled. */
  readonly forAlarm?: boolean;
}

/** Logs the faults of the first ConfigError among an error and its causes. Returns false, and logs nothing, if there is no ConfigError. */
export function logConfigError(error: unknown): boolean {
  const wrong = configErrorIn(error);
  if (wrong) log.error('invalid configuration', { faults: wrong.faults, error: describeError(error) });
  return wrong !== undefined;
}

function write(level: Level, message: string, fields: Fields, { forAlarm = false }: Use): void {
  const requestId = currentInvocation()?.requestId;
  const context = { ...(requestId && { requestId }), ...(isWritten(level) && ofFirstLine()), ...fields };
  if (forAlarm && !isWritten(level) && writesMetrics()) writeLine({ ...headOf(level, message), ...context });
  else logger[methods[level]](message, context);
}

type Level = 'INFO' | 'WARN' | 'ERROR';
const methods = { INFO: 'info', WARN: 'warn', ERROR: 'error' } as const;
let isFirstLine = true;

function isWritten(level: Level): boolean {
  return logger.level <= LogLevelThreshold[level];
}

/** Returns the field `codeCache` for the environment's first log line: whether V8 used the function's code cache. Later lines do not have this field. */
function ofFirstLine(): { codeCache?: 'hit' | 'miss' } {
  const codeCache = isFirstLine ? codeCacheUse() : undefined;
  isFirstLine = false;
  return codeCache ? { codeCache } : {};
}

/** Returns the first fields of an info line; undefined if POWERTOOLS_LOG_LEVEL omits info lines. */
export function infoLine(message: string): Readonly<Record<string, unknown>> | undefined {
  return isWritten('INFO') ? headOf('INFO', message) : undefined;
}

function headOf(level: Level, message: string): Fields {
  return { level, message, timestamp: new Date().toISOString(), service, xray_trace_id: traceId(), ...ofFirstLine() };
}

/** Writes a line to standard output without the logger. */
export function writeLine(fields: Readonly<Record<string, unknown>>): void {
  process.stdout.write(`${JSON.stringify(fields)}\n`);
}

/**
 * Returns the parts of an error that are safe to log: name, message, code, constraint, stack, causes. Omits the SQL, its parameters and the server's
 * `detail`, because they contain callers' values.
 */
export function describeError(error: unknown, depth = 0): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) };
  const parent = 'parent' in error && error.parent instanceof Error && error.parent !== error ? error.parent : undefined;
  const cause = error.cause ?? parent;
  const quotes = quotesValue(error) || quotesValue(parent);
  return {
    name: error.name,
    message: quotes ? withoutQuoted(error.message) : error.message,
    ...('code' in error && typeof error.code === 'string' && { code: error.code }),
    ...('constraint' in error && typeof error.constraint === 'string' && { constraint: error.constraint }),
    stack: quotes ? withoutQuoted(error.stack ?? '') : error.stack,
    ...(cause !== undefined && depth < deepest && { cause: describeError(cause, depth + 1) }),
  };
}

// The depth is limited because a chain of causes may be circular.
const deepest = 5;

/** Whether the error's message quotes a caller's value. Messages of SQLSTATE class 22 (data exception) do. */
function quotesValue(error: Error | undefined): boolean {
  return error !== undefined && 'code' in error && typeof error.code === 'string' && /^22[0-9A-Z]{3}$/.test(error.code);
}

function withoutQuoted(text: string): string {
  return text.replace(/"[^"]*"/g, '"?"');
}
