/**
 * Options of every AWS client of a deploy: a request without a response fails after 10 s, and the SDK makes up to three attempts.
 * Without `throwOnRequestTimeout` the SDK only logs a warning and keeps waiting.
 */
export const clientOptions = {
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 5_000, requestTimeout: 10_000, throwOnRequestTimeout: true },
};
