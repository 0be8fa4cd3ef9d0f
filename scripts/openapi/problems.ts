import type { ErrorCode } from '../../lib/errors.ts';
import type { ProblemExample } from './operation.ts';

/** An example of each error. */
export const problems: Readonly<Record<ErrorCode | 'internal', ProblemExample>> = {
  'malformed-json': { detail: 'The body is not valid JSON.' },
  'malformed-csv': { detail: 'The body is not valid UTF-8.' },
  'idempotency-key-missing': {
    detail: 'The header Idempotency-Key is missing. Send a new unique value for each request, and the same value when you retry.',
  },
  'invalid-cursor': { detail: 'The cursor does not belong to this listing. Start again without a cursor.' },
  unauthorized: { detail: 'A bearer token is required.' },
  forbidden: { detail: 'The token lacks the scope reports:read.' },
  'unknown-customer': { detail: 'The token is valid, but no customer exists for its subject. Register with PUT /customers/me.' },
  'not-found': { detail: 'No such order exists.' },
  'method-not-allowed': { detail: 'PUT is not allowed here. Use GET.', details: { allow: ['GET'] } },
  'insufficient-stock': {
    detail: 'Some products are short of stock. No order was placed. See `shortages`.',
    details: { shortages: [{ productId: 7, requested: 20, available: 12 }] },
  },
  'price-changed': {
    detail: 'The total differs from `expectedTotalInCents`. No order was placed. See `lineItems`.',
    details: { totalInCents: 4198, lineItems: [{ productId: 7, quantity: 2, unitPriceInCents: 2099 }] },
  },
  unpaid: {
    detail: 'The order is not paid. It can be processed once `paidInCents` is at least `totalInCents`.',
    details: { totalInCents: 3998, paidInCents: 0 },
  },
  'refund-exceeds-payments': {
    detail: 'The refund is higher than the paid amount. Nothing was recorded. See `paidInCents`.',
    details: { paidInCents: 3998 },
  },
  'too-many-pending-orders': {
    detail: 'The customer has too many pending orders. No order was placed. Wait until one of them is processed, or cancel one.',
    details: { limit: 5 },
  },
  'invalid-transition': { detail: 'The order is shipped and can no longer be cancelled.' },
  'precondition-failed': { detail: 'The product does not exist, or its version has changed. Read it again.' },
  'precondition-required': { detail: 'The product exists. Send If-Match with its ETag to change it.' },
  'open-orders': { detail: 'Some of your orders are not delivered yet. Cancel them, or wait until they are delivered.' },
  'email-taken': { detail: 'Another customer has this email address. Send a different one.' },
  'payload-too-large': { detail: 'The body has 70000 bytes. The limit is 65536 bytes.' },
  'unsupported-media-type': { detail: 'Content-Encoding is not supported. Send the body uncompressed, without this header.' },
  'invalid-request': {
    detail: 'The request is invalid. See `errors`.',
    details: { errors: [{ path: '/query/limit', message: 'Expected a whole number in digits' }] },
  },
  'unknown-product': { detail: 'Some products do not exist or are inactive. See `productIds`.', details: { productIds: [999] } },
  'idempotency-key-reused': { detail: 'This Idempotency-Key was used for another order. Send a new key for a new order.' },
  'reference-reused': {
    detail: 'This reference was recorded with another order, kind or amount. Send the provider’s ID of this payment or refund.',
  },
  overloaded: { detail: 'Too many concurrent requests. Retry after a pause.' },
  'database-unavailable': { detail: 'The database is unavailable. Retry after a pause.' },
  internal: { detail: 'Internal error. Quote the request ID when you contact support.' },
};
