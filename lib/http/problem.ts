import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { type ErrorKind, PublicError } from '../errors.ts';
import { describeError, log, logConfigError } from '../log.ts';

/** The HTTP status and title of each kind of error. */
export const statuses: Readonly<Record<ErrorKind, readonly [status: number, title: string]>> = {
  unreadable: [400, 'Bad Request'],
  unauthenticated: [401, 'Unauthorized'],
  forbidden: [403, 'Forbidden'],
  'not-found': [404, 'Not Found'],
  'method-not-allowed': [405, 'Method Not Allowed'],
  conflict: [409, 'Conflict'],
  unmet: [412, 'Precondition Failed'],
  'too-large': [413, 'Content Too Large'],
  unsupported: [415, 'Unsupported Media Type'],
  invalid: [422, 'Unprocessable Content'],
  unconditional: [428, 'Precondition Required'],
  unavailable: [503, 'Service Unavailable'],
};

const soonSeconds = 1;
// The header RateLimit (draft-ietf-httpapi-ratelimit-headers): no capacity is left (r=0) for the next t seconds. Only `overloaded` sends it. Callers have
// no fixed quota, so other responses have nothing to report. When the gateway itself throttles, it sends a 429, whose headers cannot be changed.
const nothingLeft = (seconds: number) => `"database";r=0;t=${seconds}`;

/**
 * Returns an error as application/problem+json (RFC 9457). An error other than PublicError is logged, and becomes a 500 without details.
 * @middy/http-error-handler adds 0.1 % to a bundle's size and takes the same CPU, but writes no problem documents.
 */
export function problem(error: unknown): APIGatewayProxyStructuredResultV2 {
  const isConfiguration = logConfigError(error);
  if (!(error instanceof PublicError)) {
    if (!isConfiguration) log.error('unhandled error', { error: describeError(error) });
    return answer(500, 'Internal Server Error', 'internal', 'Internal error. Quote the request ID when you contact support.');
  }
  const [status, title] = statuses[error.kind];
  return answer(status, title, error.code, error.message, error.details, headersOf(status, error));
}

function headersOf(status: number, { code, details, retryAfterSeconds = soonSeconds }: PublicError): Record<string, string> {
  if (status === 401) return { 'WWW-Authenticate': 'Bearer' };
  if (status === 503)
    return { 'Retry-After': String(retryAfterSeconds), ...(code === 'overloaded' && { RateLimit: nothingLeft(retryAfterSeconds) }) };
  // Tells the caller to send the body without a content coding (RFC 9110, 12.5.3).
  if (status === 415) return { 'Accept-Encoding': 'identity' };
  return status === 405 && Array.isArray(details['allow']) ? { Allow: details['allow'].join(', ') } : {};
}

function answer(
  status: number,
  title: string,
  code: string,
  detail: string,
  details: Readonly<Record<string, unknown>> = {},
  headers: Record<string, string> = {},
): APIGatewayProxyStructuredResultV2 {
  return {
    statusCode: status,
    headers: { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store', ...headers },
    body: JSON.stringify({ type: 'about:blank', title, status, detail, code, ...details }),
  };
}
