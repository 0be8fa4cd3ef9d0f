import type { Route } from '../serverless/routeKey.ts';

/** A route and the decoded values of its path parameters in this request. */
export interface FoundRoute {
  readonly route: Route;
  readonly pathParameters: Readonly<Record<string, string>>;
}

/** A parameter's name in braces. A name with + matches the rest of the path. */
const parameter = /^\{([^{}+]+)(\+?)\}$/;

/**
 * Returns the route that API Gateway would choose, the most specific one: a literal segment before a parameter, a parameter before a greedy one,
 * the method itself before ANY, and `$default` last. `path` is percent-encoded, so that an encoded slash does not separate segments.
 */
export function findRoute(routes: readonly Route[], method: string, path: string): FoundRoute | undefined {
  let best: (FoundRoute & { readonly rank: string }) | undefined;
  for (const route of routes) {
    if (route.method !== 'ANY' && route.method !== method) continue;
    const match = matchPath(route.path, path);
    if (match === undefined) continue;
    const rank = match.rank + (route.method === 'ANY' ? '1' : '0');
    if (best === undefined || rank < best.rank) best = { route, pathParameters: match.pathParameters, rank };
  }
  return best;
}

/** Matches a path; undefined if it does not match. The `rank` of a more specific template sorts first. */
function matchPath(template: string | undefined, path: string): { pathParameters: Record<string, string>; rank: string } | undefined {
  if (template === undefined) return { pathParameters: {}, rank: '~' };
  const wanted = template.split('/').slice(1);
  const given = path.split('/').slice(1);
  const pathParameters: Record<string, string> = {};
  let rank = '';
  for (const [index, segment] of wanted.entries()) {
    const value = given[index];
    const [, name, greedy] = parameter.exec(segment) ?? [];
    if (value === undefined) return undefined;
    if (name === undefined) {
      if (segment !== decodeURIComponent(value)) return undefined;
      rank += '0';
    } else if (greedy === '+') {
      const rest = given.slice(index).map(decodeURIComponent).join('/');
      return rest === '' ? undefined : { pathParameters: { ...pathParameters, [name]: rest }, rank: `${rank}2` };
    } else {
      if (value === '') return undefined;
      pathParameters[name] = decodeURIComponent(value);
      rank += '1';
    }
  }
  return given.length === wanted.length ? { pathParameters, rank } : undefined;
}
