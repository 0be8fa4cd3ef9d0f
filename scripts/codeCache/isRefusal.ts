/**
 * Whether the function rejected the request before its work, so that almost nothing was compiled. On a database without rows, the work itself ends
 * with 403 `unknown-customer`, 404, 409, or a 500 for a missing row.
 */
export function isRefusal(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('statusCode' in value)) return false;
  const status = Number(value.statusCode);
  const isUnknownCustomer = status === 403 && 'body' in value && String(value.body).includes('"code":"unknown-customer"');
  return status >= 400 && status < 500 && status !== 404 && status !== 409 && !isUnknownCustomer;
}
