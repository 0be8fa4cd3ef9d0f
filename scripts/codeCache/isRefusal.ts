/**
 * Whether the function rejected the request at once, so that V8 compiled almost none of its code. Does not count 403 `unknown-customer`,
 * 404, 409, and 500 and above, because they are normal results on a database without rows.
 */
export function isRefusal(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('statusCode' in value)) return false;
  const status = Number(value.statusCode);
  const isUnknownCustomer = status === 403 && 'body' in value && String(value.body).includes('"code":"unknown-customer"');
  return status >= 400 && status < 500 && status !== 404 && status !== 409 && !isUnknownCustomer;
}
