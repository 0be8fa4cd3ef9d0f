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
  | 'unavailable';

/**
 * A failure that is shown to the caller: `code` for machines, `message` for people, `details` as further members of the answer.
 * Anything else that is thrown is a bug and shows as a bare 500.
 */
export class PublicError extends Error {
  readonly kind: ErrorKind;
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(kind: ErrorKind, code: string, message: string, options: { details?: Record<string, unknown>; cause?: unknown } = {}) {
    super(message, 'cause' in options ? { cause: options.cause } : undefined);
    this.name = 'PublicError';
    this.kind = kind;
    this.code = code;
    this.details = options.details ?? {};
  }
}
