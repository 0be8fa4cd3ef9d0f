/**
 * Returns the options of an AWS client: by default a request without a response fails after 10 s, and the SDK makes up to three attempts.
 * Without `throwOnRequestTimeout` the SDK only logs a warning and keeps waiting.
 */
export function awsClientOptions({ requestTimeout = 10_000, maxAttempts = 3 }: { requestTimeout?: number; maxAttempts?: number } = {}) {
  return { maxAttempts, requestHandler: { connectionTimeout: 5_000, requestTimeout, throwOnRequestTimeout: true } };
}
