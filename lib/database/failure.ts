import { BaseError, ConnectionAcquireTimeoutError, ConnectionError } from 'sequelize';
import { SecretUnavailableError } from '../secrets.ts';

/**
 * Why the database failed. `overloaded`: the database accepts no more work, or no work yet. `unreachable`: the database is down, or the connection
 * was lost. Any other error is a bug or an invalid configuration.
 */
export type Failure = 'overloaded' | 'unreachable';

/** How to handle a database error. */
interface Decision {
  /** The kind of failure, for the 503 that the caller gets; undefined for a bug or an invalid configuration, which become a 500. */
  readonly failure: Failure | undefined;
  /** Whether the work is retried. `in time`: until the deadline. `once`: one retry, on a new connection. A second failure of this kind is a bug. */
  readonly again: 'in time' | 'once' | 'never';
  /** Whether the connection is kept or closed. `close all` closes every connection of its generation (connectionAge.ts). */
  readonly connection: 'keep' | 'close' | 'close all';
  /** For an invalid configuration: the fault and its remedy. */
  readonly advice?: string;
}

const kinds = {
  // The caller gets a 503, if no retry succeeds.
  busy: { failure: 'overloaded', again: 'in time', connection: 'keep' },
  refusing: { failure: 'overloaded', again: 'in time', connection: 'close' },
  waited: { failure: 'overloaded', again: 'never', connection: 'keep' },
  expired: { failure: 'overloaded', again: 'never', connection: 'close' },
  lost: { failure: 'unreachable', again: 'in time', connection: 'close' },
  moved: { failure: 'unreachable', again: 'in time', connection: 'close all' },
  // The caller gets a 500, if no retry succeeds.
  stale: { failure: undefined, again: 'once', connection: 'close all' },
  bug: { failure: undefined, again: 'never', connection: 'keep' },
} as const satisfies Record<string, Decision>;
type Kind = keyof typeof kinds;

// SQLSTATE: https://www.postgresql.org/docs/17/errcodes-appendix.html. The code decides, never the message: 53300 has two messages.
// A key of five characters is one error. A key of two characters is a class: all errors that begin with it and have no key of their own. An error without
// any key is a bug: the statement, its values or the schema are wrong, so a retry would fail too.
const sqlStates: Readonly<Record<string, readonly [kind: Kind, reason: string]>> = {
  '08': ['lost', 'connection exception; PgBouncer sends 08P01 if it is full or its server is down'],
  '0A000': ['stale', 'feature not supported: a migration changed the result type of a prepared statement'],
  '25001': ['stale', 'the connection has an open transaction of another request'],
  '25006': ['moved', 'read-only: a failover made this server a standby, or the session began while the role was read-only'],
  '25P02': ['stale', 'the connection has a failed transaction of another request'],
  '25P03': ['lost', 'idle_in_transaction_session_timeout: the server ended the session'],
  '25P04': ['expired', 'transaction_timeout: the server ended the session'],
  '26000': ['stale', 'no such prepared statement: a pooler switched to another session'],
  '28P01': ['lost', 'wrong password: the secret was rotated; withDatabase.ts fetches it again'],
  '40': ['busy', 'transaction rolled back: serialization failure, deadlock, conflict with recovery'],
  '40002': ['bug', 'a deferred constraint was violated'],
  '40003': ['lost', 'it is unknown whether the statement completed'],
  '53': ['busy', 'insufficient resources: out of memory, a configured limit'],
  '53100': ['waited', 'the disk is full, and waiting does not help'],
  '53300': ['refusing', 'no slot is free'],
  '55006': ['busy', 'the object is in use'],
  '55P03': ['waited', 'lock_timeout: a retry would wait as long again'],
  '57': ['lost', 'an operator intervened'],
  '57014': ['waited', 'statement_timeout, or an operator cancelled the statement'],
  '57P01': ['lost', 'the server stops, or an operator ended the session'],
  '57P02': ['lost', 'the server crashed'],
  '57P03': ['refusing', 'the server starts or stops'],
  '57P04': ['lost', 'the database was dropped; the next connect shows whether it exists again'],
  '57P05': ['lost', 'idle_session_timeout: the server ended an idle session'],
  '58000': ['lost', 'the system below the server failed'],
  '58030': ['lost', 'the disk below the server failed'],
  '72000': ['busy', 'the snapshot is too old'],
  XX000: ['stale', 'internal error, possibly of this session only; poolers also use it for their own errors'],
  XX001: ['bug', 'data is corrupted: an operator must act'],
  XX002: ['bug', 'an index is corrupted: an operator must act'],
};

/** Codes that have another meaning while a connection is opened. */
const sqlStatesOnConnecting: Readonly<Record<string, readonly [kind: Kind, reason: string, advice?: string]>> = {
  '22023': ['bug', 'invalid parameter', 'the server rejects a startup parameter: behind a pooler, set DATABASE_VIA_PROXY=true'],
  '28000': [
    'bug',
    'invalid authorization',
    'the server rejects this user: the role needs LOGIN (`npm run migrate -- up` creates orders_api), and pg_hba.conf must allow it',
  ],
  '3D000': ['bug', 'no such database', 'the database does not exist: check DATABASE_NAME, or the path of DATABASE_URL'],
  '42501': [
    'bug',
    'no privilege',
    'the user may not connect: grant CONNECT on the database (`npm run migrate -- up` does so for orders_api)',
  ],
  '42704': ['bug', 'no such parameter', 'the server does not know a startup parameter: behind a pooler, set DATABASE_VIA_PROXY=true'],
  '53100': ['refusing', 'the disk is full'],
  '55000': ['refusing', 'the database accepts no connections: it is being restored or renamed'],
};

// System error codes (errno) and DNS error codes.
const systemCodes: Readonly<Record<string, readonly [kind: Kind, reason: string, advice?: string]>> = {
  ECONNREFUSED: ['refusing', 'nothing listens: the server or proxy is restarting, or its queue is full'],
  ECONNRESET: ['lost', 'the peer closed the connection'],
  ECONNABORTED: ['lost', 'the system closed the connection'],
  ENOTCONN: ['lost', 'the connection is closed'],
  EPIPE: ['lost', 'the connection is closed'],
  ETIMEDOUT: ['lost', 'no answer'],
  EHOSTDOWN: ['lost', 'the host is down'],
  EHOSTUNREACH: ['lost', 'no route to the host: its network interface moves during a failover'],
  ENETUNREACH: ['lost', 'no route to the network: the interface of the environment is not up yet'],
  ENETDOWN: ['lost', 'the network is down'],
  ENETRESET: ['lost', 'the network dropped the connection'],
  EADDRNOTAVAIL: ['lost', 'no local port or address is free'],
  ENOBUFS: ['lost', 'the environment is out of memory'],
  ENOMEM: ['lost', 'the environment is out of memory'],
  EMFILE: ['lost', 'the environment is out of file descriptors'],
  ENFILE: ['lost', 'the system is out of file descriptors'],
  ENOTFOUND: ['lost', 'no such name: a failover may be changing the address'],
  EAI_AGAIN: ['lost', 'the name server does not answer'],
  EAI_FAIL: ['lost', 'the name server fails'],
  EAI_NODATA: ['lost', 'the name has no address'],
  EACCES: ['bug', 'forbidden', 'the system forbids connections to the database: check the firewall and the security group'],
  EPERM: ['bug', 'forbidden', 'the system forbids connections to the database: check the firewall and the security group'],
  EINVAL: ['bug', 'invalid address', 'the host or the port of the database is invalid'],
  EAFNOSUPPORT: [
    'bug',
    'address family not supported',
    'the environment does not support this address family (IPv6?): check the host of the database',
  ],
};
const certificateAdvice =
  'the certificate of the server is not accepted: use the host name in the certificate, and add its authority with NODE_EXTRA_CA_CERTS';

// Messages of errors without a code, from pg 8.23 (lib/client.js, lib/query.js) and Sequelize 6.37.
const withoutCode: Readonly<Record<string, readonly [kind: Kind, advice?: string]>> = {
  'Connection terminated': ['lost'],
  'Connection terminated unexpectedly': ['lost'],
  'Connection terminated due to connection timeout': ['lost'],
  'Connection timed out': ['lost'],
  'timeout expired': ['lost'],
  'Query read timeout': ['lost'],
  'Client has encountered a connection error and is not queryable': ['lost'],
  'Client was closed and is not queryable': ['lost'],
  'There was an error establishing an SSL connection': ['lost'],
  'The server does not support SSL connections': [
    'bug',
    'the server does not support TLS: enable TLS on the server, or add `sslmode=disable` to DATABASE_URL if the network is trusted',
  ],
};

/** Decides how to handle an error. An unlisted error is a bug. */
export function decisionOf(error: unknown): Decision {
  if (error instanceof ConnectionAcquireTimeoutError) return kinds.busy;
  if (error instanceof SecretUnavailableError) return kinds.lost;
  const isConnecting = error instanceof ConnectionError;
  for (let cause: unknown = error; cause instanceof Error; cause = parentOf(cause)) {
    const code = codeOf(cause);
    if (code !== undefined) return decisionOfCode(code, isConnecting);
    const known = Object.hasOwn(withoutCode, cause.message) ? withoutCode[cause.message] : undefined;
    if (known) return decision(known[0], known[1]);
  }
  return kinds.bug;
}

/** Returns the failure behind an error; undefined for a bug or an invalid configuration. */
export function failureOf(error: unknown): Failure | undefined {
  return decisionOf(error).failure;
}

/** Decides how to handle an error with this code: an SQLSTATE, or a code of Node.js. */
export function decisionOfCode(code: string, isConnecting: boolean): Decision {
  const ofConnecting = isConnecting ? sqlStatesOnConnecting[code] : undefined;
  const [kind, , advice] = ofConnecting ?? sqlStates[code] ?? systemCodes[code] ?? [undefined];
  if (kind) return decision(kind, advice);
  if (/^[0-9A-Z]{5}$/.test(code)) return kinds[sqlStates[code.slice(0, 2)]?.[0] ?? 'bug'];
  // Certificate errors of OpenSSL (CERT_HAS_EXPIRED, SELF_SIGNED_CERT_IN_CHAIN, UNABLE_TO_GET_ISSUER_CERT_LOCALLY, …) and Node.
  if (/CERT|^HOSTNAME_MISMATCH$|^INVALID_CA$/.test(code)) return decision('bug', certificateAdvice);
  // While connecting, EPROTO and ERR_SSL_… mean that the TLS version is not supported. Later, they mean that data was corrupted on the way.
  if (code === 'EPROTO' || code.startsWith('ERR_SSL_'))
    return isConnecting
      ? decision('bug', 'the server and this environment have no TLS version in common: enable TLS 1.2 or later on the server')
      : kinds.lost;
  return kinds.bug;
}

function decision(kind: Kind, advice: string | undefined): Decision {
  return advice === undefined ? kinds[kind] : { ...kinds[kind], advice };
}

/** Returns the SQLSTATE or system error code of a database error, or undefined. */
export function codeOf(error: unknown): string | undefined {
  return textOf(error, 'code');
}

/** Returns the name of the violated constraint, or undefined. */
export function constraintOf(error: unknown): string | undefined {
  return textOf(error, 'constraint');
}

function textOf(error: unknown, field: 'code' | 'constraint'): string | undefined {
  const source = error instanceof BaseError ? parentOf(error) : error;
  const value: unknown = source instanceof Error ? Reflect.get(source, field) : undefined;
  return typeof value === 'string' ? value : undefined;
}

function parentOf(error: Error): unknown {
  const parent = 'parent' in error ? error.parent : error.cause;
  return parent === error ? undefined : parent;
}
