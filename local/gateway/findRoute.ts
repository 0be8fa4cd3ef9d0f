import { matchPath } from '../../lib/routePattern.ts';
import type { Route } from '../serverless/routeKey.ts';

/** A route and the decoded values of its path parameters in this request. */
export interface FoundRoute {
  readonly route: Route;
  readonly pathParameters: Readonly<Record<string, string>>;
}

/**
 * Returns the most specific route, as API Gateway does. A literal segment wins over a parameter, a parameter over a greedy parameter, and the
 * method itself over ANY. `$default` comes last. `path` is percent-encoded, so that an encoded slash does not separate segments.
 */
export function findRoute(routes: readonly Route[], method: string, path: string): FoundRoute | undefined {
  const segments = path.split('/').slice(1).map(decodeURIComponent);
  let best: (FoundRoute & { readonly rank: string }) | undefined;
  for (const route of routes) {
    if (route.method !== 'ANY' && route.method !== method) continue;
    const match = route.path === undefined ? { pathParameters: {}, rank: '~' } : matchPath(route.path, segments);
    if (match === undefined) continue;
    const rank = match.rank + (route.method === 'ANY' ? '1' : '0');
    if (best === undefined || rank < best.rank) best = { route, pathParameters: match.pathParameters, rank };
  }
  return best;
}
