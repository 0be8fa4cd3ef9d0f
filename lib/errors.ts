/** Kinds of failure that a caller may see. Only lib/http/problem.ts maps them to HTTP statuses. */
export type ErrorKind =
  | 'unreadable'
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'method-not-allowed'
  | 'conflict'
  | 'unmet'
  | 'unconditional'
  | 'too-large'
  | 'unsupported'
  | 'unavailable';

/** Every error code of the API, with its kind. The OpenAPI description lists these codes. */
export const errorKinds = {
  'malformed-json': 'unreadable',
  'malformed-csv': 'unreadable',
  'idempotency-key-missing': 'unreadable',
  'invalid-cursor': 'unreadable',
  unauthorized: 'unauthenticated',
  forbidden: 'forbidden',
  'unknown-customer': 'forbidden',
  'not-found': 'not-found',
  'method-not-allowed': 'method-not-allowed',
  'insufficient-stock': 'conflict',
  'invalid-transition': 'conflict',
  'price-changed': 'conflict',
  unpaid: 'conflict',
  'refund-exceeds-payments': 'conflict',
  'too-many-pending-orders': 'conflict',
  'open-orders': 'conflict',
  'email-taken': 'conflict',
  'precondition-failed': 'unmet',
  'precondition-required': 'unconditional',
  'payload-too-large': 'too-large',
  'unsupported-media-type': 'unsupported',
  'invalid-request': 'invalid',
  'unknown-product': 'invalid',
  'idempotency-key-reused': 'invalid',
  'reference-reused': 'invalid',
  overloaded: 'unavailable',
  'database-unavailable': 'unavailable',
} as const satisfies Record<string, ErrorKind>;

/** Every code that a caller can receive. */
export type ErrorCode = keyof typeof errorKinds;

/**
 * An error that the caller sees: `code` for programs, `message` for people, `details` as further members of the response.
 * Any other error is a bug and becomes a 500 without details.
 */
export class PublicError extends Error {
  readonly kind: ErrorKind;
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, unknown>>;
  /** How many seconds the caller should wait before a retry, after an error of the kind `unavailable`. Default 1. */
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

/** Something wrong with a request. */
export interface Fault {
  /** A JSON Pointer (RFC 6901) into the request, such as `/body/items/0/quantity`. */
  readonly path: string;
  readonly message: string;
}

/** Returns the error for a request with faults. */
export function invalidRequest(errors: readonly Fault[], options: { cause?: unknown } = {}): PublicError {
  return new PublicError('invalid-request', 'The request is invalid. See `errors`.', { details: { errors }, ...options });
}

/** Returns the error for a valid token whose subject has no customer. */
export function unknownCustomer(): PublicError {
  return new PublicError(
    'unknown-customer',
    'The token is valid, but no customer exists for its subject. Register with PUT /customers/me.',
  );
}
