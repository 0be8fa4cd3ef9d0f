import { PublicError } from '../errors.ts';
import { Reply } from './reply.ts';

/**
 * Answers what no route took: an OPTIONS with the methods of that path (204), which API Gateway sends here before it adds the headers of
 * a CORS preflight. `routes` such as `GET /orders/{orderId}`.
 * @throws PublicError `method-not-allowed` with `allow`, the methods, or `not-found` where nothing is there
 */
export function unrouted(routes: readonly string[], { method, path }: { method: string; path: string }): Reply {
  const methods = routes
    .map((route) => route.split(' '))
    .filter(([, pattern = '']) => matches(pattern, path))
    .map(([allowed = '']) => allowed);
  // The path came decoded. Had it had its slashes as they are, the route of this method would have taken it.
  const isElsewhere = methods.length === 0 || methods.includes(method);
  if (isElsewhere) throw new PublicError('not-found', 'There is nothing at this path.');
  const allow = [...methods, 'OPTIONS'].sort();
  if (method === 'OPTIONS') return new Reply(204, undefined, { Allow: allow.join(', ') });
  throw new PublicError('method-not-allowed', `${method} is not possible here, but ${allow.join(', ')}.`, {
    details: { allow },
  });
}

function matches(pattern: string, path: string): boolean {
  const [parts, given] = [pattern.split('/'), path.split('/')];
  return (
    parts.length === given.length && parts.every((part, index) => part === given[index] || (/^\{.*\}$/.test(part) && given[index] !== ''))
  );
}
