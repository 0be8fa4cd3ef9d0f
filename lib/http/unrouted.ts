import { PublicError } from '../errors.ts';
import { matchPath } from '../routePattern.ts';
import { Reply } from './reply.ts';

/**
 * Responds to a request that matches no route. OPTIONS, which may be a CORS preflight, gets 204 with the methods of the path; API Gateway then adds
 * the CORS headers. `routes` have the form `GET /orders/{orderId}`.
 * @throws PublicError `method-not-allowed` with `allow`, or `not-found`
 */
export function unrouted(routes: readonly string[], { method, path }: { method: string; path: string }): Reply {
  const segments = path.split('/').slice(1);
  const methods = routes
    .map((route) => route.split(' '))
    .filter(([, pattern = '']) => matchPath(pattern, segments))
    .map(([allowed = '']) => allowed);
  // The gateway compared the encoded path with the routes, and found none. This code compares the decoded path. If it matches a route of this method, the
  // request contained an encoded slash, and the response is 404.
  const isElsewhere = methods.length === 0 || methods.includes(method);
  if (isElsewhere) throw new PublicError('not-found', 'No route has this path.');
  const allow = [...methods, 'OPTIONS'].sort();
  if (method === 'OPTIONS') return new Reply(204, undefined, { Allow: allow.join(', ') });
  throw new PublicError('method-not-allowed', `${method} is not allowed here. Use ${allow.join(', ')}.`, {
    details: { allow },
  });
}
