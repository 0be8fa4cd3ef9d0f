/**
 * Options of every AWS client of a deploy: a request without an answer fails after 10 s, and the SDK makes it again, three tries in all.
 * Without `throwOnRequestTimeout` the SDK only logs a warning, and waits on.
 */
export const clientOptions = {
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 5_000, requestTimeout: 10_000, throwOnRequestTimeout: true },
};
