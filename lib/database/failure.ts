import { BaseError, ConnectionAcquireTimeoutError, ConnectionError } from 'sequelize';
import { SecretUnavailableError } from '../secrets.ts';

/**
 * Why the database did not answer, where asking again may help. `overloaded`: it takes no more callers, or not yet; `unreachable`:
 * it is not there, or was lost on the way.
 */
export type Failure = 'overloaded' | 'unreachable';

/** What to do about an error of the database. */
interface Decision {
  /** What the caller is told with a 503; undefined for a bug or a wrong configuration, which is a 500. */
  readonly failure: Failure | undefined;
  /** How often the work is repeated. `once` is for what a fresh connection cures: what it does not cure is a bug. */
  readonly again: 'in time' | 'once' | 'never';
  /** What becomes of the connection. `close all`: of every connection that is as old. */
  readonly connection: 'keep' | 'close' | 'close all';
  /** What is wrong with the configuration, and what to do. */
  readonly advice?: string;
}

const kinds = {
  // 503 in the end.
  busy: { failure: 'overloaded', again: 'in time', connection: 'keep' },
  refusing: { failure: 'overloaded', again: 'in time', connection: 'close' },
  waited: { failure: 'overloaded', again: 'never', connection: 'keep' },
  expired: { failure: 'overloaded', again: 'never', connection: 'close' },
  lost: { failure: 'unreachable', again: 'in time', connection: 'close' },
  moved: { failure: 'unreachable', again: 'in time', connection: 'close all' },
  // 500 in the end.
  stale: { failure: undefined, again: 'once', connection: 'close all' },
  bug: { failure: undefined, again: 'never', connection: 'keep' },
} as const satisfies Record<string, Decision>;
type Kind = keyof typeof kinds;

// SQLSTATE: https://www.postgresql.org/docs/17/errcodes-appendix.html. Codes decide, never texts: out of slots has two texts.
// Five characters are one error and go before two, which are its whole class. Classes that are not listed are bugs: 00 to 03, 09,
// 0B to 0Z, 10, 20 to 24, 27, 2x, 34, 38, 39, 3B, 3F, 42, 44, 54, F0, HV and P0 say that a statement, its values or the schema are not
// what the code takes them for, and the same statement fails again.
const sqlStates: Readonly<Record<string, readonly [kind: Kind, reason: string]>> = {
  '08': ['lost', 'connection exception; PgBouncer says 08P01 when it has no place or its server is away'],
  '0A000': ['stale', 'feature not supported: a migration changed what a prepared statement answers'],
  '25001': ['stale', 'a transaction is open that this request did not begin'],
  '25006': ['moved', 'read-only: a failover made this server a standby, or the session began while the role was read-only'],
  '25P02': ['stale', 'a transaction has failed that this request did not begin'],
  '25P03': ['lost', 'idle_in_transaction_session_timeout: the server has ended the session'],
  '25P04': ['expired', 'transaction_timeout: the server has ended the session after all the time that it grants'],
  '26000': ['stale', 'no such prepared statement: something on the way gave us another session'],
  '28P01': ['lost', 'wrong password: the secret was rotated; withDatabase.ts fetches it again'],
  '40': ['busy', 'transaction rolled back: serialization failure, deadlock, conflict with recovery'],
  '40002': ['bug', 'a deferred constraint was broken'],
  '40003': ['lost', 'nobody knows whether the statement was completed'],
  '53': ['busy', 'insufficient resources: out of memory, a configured limit'],
  '53100': ['waited', 'the disk is full: it does not grow while a request waits'],
  '53300': ['refusing', 'no slot is free'],
  '55006': ['busy', 'the object is in use'],
  '55P03': ['waited', 'lock_timeout: the server has waited as long as it may, and another try would wait as long again'],
  '57': ['lost', 'an operator intervened'],
  '57014': ['waited', 'statement_timeout, or somebody cancelled the statement'],
  '57P01': ['lost', 'the server stops, or somebody ended the session'],
  '57P02': ['lost', 'the server crashed'],
  '57P03': ['refusing', 'the server starts or stops'],
  '57P04': ['lost', 'the database was dropped; the next connect says whether it is there again'],
  '57P05': ['lost', 'idle_session_timeout: the server has ended a session that had nothing to do'],
  '58000': ['lost', 'the system below the server failed'],
  '58030': ['lost', 'the disk below the server failed'],
  '72000': ['busy', 'the snapshot is too old'],
  XX000: ['stale', 'internal error: of this session perhaps; poolers use it for what they have no code for'],
  XX001: ['bug', 'data is corrupted: somebody must look'],
  XX002: ['bug', 'an index is corrupted: somebody must look'],
};

/** What the server says before there is a session. Codes that are not here mean the same as in a session. */
const sqlStatesOnConnecting: Readonly<Record<string, readonly [kind: Kind, reason: string, advice?: string]>> = {
  '22023': ['bug', 'invalid parameter', 'the server refuses a startup parameter: behind a pooler, set DATABASE_VIA_PROXY=true'],
  '28000': [
    'bug',
    'invalid authorization',
    'the server does not let this user in: the role must have LOGIN (`npm run migrate -- up` makes orders_api), and a rule of pg_hba.conf must allow it',
  ],
  '3D000': ['bug', 'no such database', 'the database does not exist: check DATABASE_NAME, or the path of DATABASE_URL'],
  '42501': [
    'bug',
    'no privilege',
    'the user may not connect: grant CONNECT on the database to it (`npm run migrate -- up` does for orders_api)',
  ],
  '42704': ['bug', 'no such parameter', 'the server does not know a startup parameter: behind a pooler, set DATABASE_VIA_PROXY=true'],
  '53100': ['refusing', 'the disk is full'],
  '55000': ['refusing', 'the database takes no connections at the moment: it is being restored or renamed'],
};

// The codes of the system (errno), of DNS and of TLS.
const systemCodes: Readonly<Record<string, readonly [kind: Kind, reason: string, advice?: string]>> = {
  ECONNREFUSED: ['refusing', 'nobody takes connections: the server or proxy starts again, or its queue of callers is full'],
  ECONNRESET: ['lost', 'the other end closed the connection'],
  ECONNABORTED: ['lost', 'the system closed the connection'],
  ENOTCONN: ['lost', 'the connection is closed'],
  EPIPE: ['lost', 'the connection is closed'],
  ETIMEDOUT: ['lost', 'no answer'],
  EHOSTDOWN: ['lost', 'the host is down'],
  EHOSTUNREACH: ['lost', 'no way to the host: its network interface moves during a failover'],
  ENETUNREACH: ['lost', 'no way to the network: the interface of the environment is not up yet'],
  ENETDOWN: ['lost', 'the network is down'],
  ENETRESET: ['lost', 'the network dropped the connection'],
  EADDRNOTAVAIL: ['lost', 'no local port or address is free'],
  ENOBUFS: ['lost', 'the environment has no memory for the connection'],
  ENOMEM: ['lost', 'the environment has no memory for the connection'],
  EMFILE: ['lost', 'the environment has no file descriptor for the connection'],
  ENFILE: ['lost', 'the system has no file descriptor for the connection'],
  ENOTFOUND: ['lost', 'no such name: a failover changes the address of the name'],
  EAI_AGAIN: ['lost', 'the name server does not answer'],
  EAI_FAIL: ['lost', 'the name server fails'],
  EAI_NODATA: ['lost', 'the name has no address'],
  EACCES: ['bug', 'forbidden', 'the system forbids connections to the database: check firewall and security group'],
  EPERM: ['bug', 'forbidden', 'the system forbids connections to the database: check firewall and security group'],
  EINVAL: ['bug', 'invalid address', 'the host or the port of the database is invalid'],
  EAFNOSUPPORT: [
    'bug',
    'no such kind of address',
    'the environment cannot use this kind of address (IPv6?): check the host of the database',
  ],
};
const certificateAdvice =
  'the certificate of the server is not accepted: connect by the name in the certificate, and trust its authority with NODE_EXTRA_CA_CERTS';

// Errors that pg, and Sequelize around it, throw without a code: pg/lib/client.js, pg/lib/query.js of 8.23, sequelize 6.37.
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
    'the server does not support TLS: turn TLS on there, or write `sslmode=disable` into DATABASE_URL where the network is trusted',
  ],
};

/** Decides what to do about an error. Anything that is not listed is a bug. */
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

/** The failure behind an error of the database, or undefined for anything that asking again would not change: a broken rule, a bug. */
export function failureOf(error: unknown): Failure | undefined {
  return decisionOf(error).failure;
}

/** Decides by a code alone: the SQLSTATE of the server, or the code of Node.js. */
export function decisionOfCode(code: string, isConnecting: boolean): Decision {
  const ofConnecting = isConnecting ? sqlStatesOnConnecting[code] : undefined;
  const [kind, , advice] = ofConnecting ?? sqlStates[code] ?? systemCodes[code] ?? [undefined];
  if (kind) return decision(kind, advice);
  if (/^[0-9A-Z]{5}$/.test(code)) return kinds[sqlStates[code.slice(0, 2)]?.[0] ?? 'bug'];
  // OpenSSL's words for certificates (CERT_HAS_EXPIRED, SELF_SIGNED_CERT_IN_CHAIN, UNABLE_TO_GET_ISSUER_CERT_LOCALLY, …), and Node's.
  if (/CERT|^HOSTNAME_MISMATCH$|^INVALID_CA$/.test(code)) return decision('bug', certificateAdvice);
  // EPROTO, ERR_SSL_…: in a session, bytes that are not what they should be; before one, a server that speaks no such TLS.
  if (code === 'EPROTO' || code.startsWith('ERR_SSL_'))
    return isConnecting
      ? decision('bug', 'the server and this environment do not agree on TLS: it must speak TLS 1.2 or later')
      : kinds.lost;
  return kinds.bug;
}

function decision(kind: Kind, advice: string | undefined): Decision {
  return advice === undefined ? kinds[kind] : { ...kinds[kind], advice };
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
