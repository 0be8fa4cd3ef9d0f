import { BaseError, ConnectionAcquireTimeoutError } from 'sequelize';

/**
 * Why the database did not answer, where asking again may help. `overloaded`: it takes no more callers, or not yet; `unreachable`:
 * it is not there, or was lost on the way.
 */
export type Failure = 'overloaded' | 'unreachable';

// SQLSTATE: https://www.postgresql.org/docs/17/errcodes-appendix.html. By code, never by text: out of slots has two texts.
const failures: Readonly<Record<string, Failure>> = {
  '28P01': 'unreachable', // invalid_password: the secret was rotated
  '53300': 'overloaded', // too_many_connections
  '53400': 'overloaded', // configuration_limit_exceeded
  '57014': 'overloaded', // query_canceled: statement_timeout
  '55P03': 'overloaded', // lock_not_available: lock_timeout
  '40001': 'overloaded', // serialization_failure
  '40P01': 'overloaded', // deadlock_detected
  '26000': 'unreachable', // invalid_sql_statement_name: something on the way gave us another session, which has not prepared it
  '0A000': 'unreachable', // feature_not_supported: what a prepared statement answers was changed by a migration; boundedClient.ts
  '57P01': 'unreachable', // admin_shutdown: the server stops, or somebody ended the session
  '57P02': 'unreachable', // crash_shutdown
  '57P03': 'overloaded', // cannot_connect_now: the server starts or stops
  '57P05': 'unreachable', // idle_session_timeout: the server reaped a session that had nothing to do
  ECONNREFUSED: 'overloaded', // nobody takes connections: the server or proxy starts again, or its queue of callers is full
  ECONNRESET: 'unreachable',
  EPIPE: 'unreachable',
  ETIMEDOUT: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  ENOTFOUND: 'unreachable', // a failover changes the name's address
  EAI_AGAIN: 'unreachable',
};

// What pg throws without a code: pg/lib/client.js, pg/lib/query.js of 8.23.
const withoutCode = [
  'Connection terminated',
  'Connection terminated unexpectedly',
  'Connection terminated due to connection timeout',
  'timeout expired',
  'Query read timeout',
  'Client has encountered a connection error and is not queryable',
  'Client was closed and is not queryable',
];

/** The failure behind an error of the database, or undefined for anything that asking again would not change: a broken rule, a bug. */
export function failureOf(error: unknown): Failure | undefined {
  if (error instanceof ConnectionAcquireTimeoutError) return 'overloaded';
  for (let cause: unknown = error; cause instanceof Error; cause = parentOf(cause)) {
    const code = codeOf(cause);
    if (code !== undefined) return failures[code] ?? (code.startsWith('08') ? 'unreachable' : undefined);
    if (withoutCode.includes(cause.message)) return 'unreachable';
  }
  return undefined;
}

/** The SQLSTATE or system error code of an error of the database, or undefined. */
export function codeOf(error: unknown): string | undefined {
  const source = error instanceof BaseError ? parentOf(error) : error;
  return source instanceof Error && 'code' in source && typeof source.code === 'string' ? source.code : undefined;
}

/** The named constraint that an error of the database says was broken, or undefined. */
export function constraintOf(error: unknown): string | undefined {
  const source = error instanceof BaseError ? parentOf(error) : error;
  return source instanceof Error && 'constraint' in source && typeof source.constraint === 'string' ? source.constraint : undefined;
}

function parentOf(error: Error): unknown {
  const parent = 'parent' in error ? error.parent : error.cause;
  return parent === error ? undefined : parent;
}
