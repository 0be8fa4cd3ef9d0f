import { PublicError } from '../errors.ts';

/**
 * Why no route took a request: another method would have been taken there, or nothing is there. `routes` such as `GET /orders/{orderId}`.
 * What is returned is `method-not-allowed` with `allow`, the methods, or `not-found`.
 */
export function unrouted(routes: readonly string[], { method, path }: { method: string; path: string }): PublicError {
  const allow = routes
    .map((route) => route.split(' '))
    .filter(([, pattern = '']) => matches(pattern, path))
    .map(([allowed = '']) => allowed)
    .sort();
  return allow.length > 0
    ? new PublicError('method-not-allowed', 'method-not-allowed', `${method} is not possible here, but ${allow.join(', ')}.`, {
        details: { allow },
      })
    : new PublicError('not-found', 'not-found', 'There is nothing at this path.');
}

function matches(pattern: string, path: string): boolean {
  const [parts, given] = [pattern.split('/'), path.split('/')];
  return (
    parts.length === given.length && parts.every((part, index) => part === given[index] || (/^\{.*\}$/.test(part) && given[index] !== ''))
  );
}
