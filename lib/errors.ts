/** What a caller may know of a failure. Knows no HTTP: lib/http/problem.ts alone has the status numbers. */
export type ErrorKind =
  | 'unreadable'
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'method-not-allowed'
  | 'conflict'
  | 'too-large'
  | 'unsupported'
  | 'unavailable';

/** Every code that a caller may meet, and what kind of failure it names. The API's description lists them from here. */
export const errorKinds = {
  'malformed-json': 'unreadable',
  'idempotency-key-missing': 'unreadable',
  'invalid-cursor': 'unreadable',
  unauthorized: 'unauthenticated',
  forbidden: 'forbidden',
  'unknown-customer': 'forbidden',
  'not-found': 'not-found',
  'method-not-allowed': 'method-not-allowed',
  'insufficient-stock': 'conflict',
  'invalid-transition': 'conflict',
  'payload-too-large': 'too-large',
  'unsupported-media-type': 'unsupported',
  'invalid-request': 'invalid',
  'unknown-product': 'invalid',
  'idempotency-key-reused': 'invalid',
  overloaded: 'unavailable',
  'database-unavailable': 'unavailable',
} as const satisfies Record<string, ErrorKind>;
export type ErrorCode = keyof typeof errorKinds;

/**
 * A failure that is shown to the caller: `code` for machines, `message` for people, `details` as further members of the answer.
 * Anything else that is thrown is a bug and shows as a bare 500.
 */
export class PublicError extends Error {
  readonly kind: ErrorKind;
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, unknown>>;
  /** When to ask again, where that is not at once. */
  readonly retryAfterSeconds: number | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    options: { details?: Record<string, unknown>; retryAfterSeconds?: number; cause?: unknown } = {},
  ) {
    super(message, 'cause' in options ? { cause: options.cause } : undefined);
    this.name = 'PublicError';
    this.kind = errorKinds[code];
    this.code = code;
    this.details = options.details ?? {};
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

/** The failure of a caller whose token names nobody that is known here. */
export function unknownCustomer(): PublicError {
  return new PublicError('unknown-customer', 'The token is good, but no customer here has its subject.');
}
