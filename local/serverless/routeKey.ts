import { z } from 'zod';

/** One route of the HTTP API. */
export interface Route {
  /** API Gateway's route key: `GET /products/{productId}`, `ANY /x`, `$default`. */
  readonly key: string;
  /** `GET`, …, or `ANY`. */
  readonly method: string;
  /** The path, with parameters in braces; undefined for `$default`, which receives the requests that match no other route. */
  readonly path: string | undefined;
  readonly functionName: string;
  /** The authorizer and its scopes. A token needs one of the scopes; without scopes, any valid token is enough. */
  readonly authorizer: { readonly name: string; readonly scopes: readonly string[] } | undefined;
}

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'ANY'];

const authorizer = z.union([
  z.string().transform((name) => ({ name, scopes: [] })),
  z.strictObject({ name: z.string(), type: z.literal('jwt').optional(), scopes: z.array(z.string()).default([]) }),
]);

const httpApi = z.union([
  z.string().transform((text) => {
    const [method = '', path] = text.trim().split(/\s+/);
    return path === undefined ? { method: '*', path: method, authorizer: undefined } : { method, path, authorizer: undefined };
  }),
  z.strictObject({ method: z.string().default('*'), path: z.string(), authorizer: authorizer.optional() }),
]);

/**
 * Reads the route of an `httpApi` event in serverless.yml, in its long or short form. Replaces `${param:scopePrefix}` by `scopePrefix`. Throws for
 * a route that is not supported.
 */
export function routeOf(event: unknown, functionName: string, scopePrefix = ''): Route {
  const parsed = httpApi.safeParse(event);
  if (!parsed.success) throw new Error(`cannot read ${JSON.stringify(event)}`);
  const { path } = parsed.data;
  const method = parsed.data.method.toUpperCase().replace('*', 'ANY');
  const given = parsed.data.authorizer;
  const scopes = given?.scopes.map((scope) => scope.replace(/^\$\{param:scopePrefix\}/, () => scopePrefix)) ?? [];
  const common = { functionName, authorizer: given && { name: given.name, scopes } };
  if (path === '*' || path === '$default') {
    if (method !== 'ANY') throw new Error(`a catch-all route must have every method (*), not ${method}`);
    return { ...common, key: '$default', method, path: undefined };
  }
  if (!methods.includes(method)) throw new Error(`unknown method ${method}`);
  if (!path.startsWith('/')) throw new Error(`path ${path} must begin with /`);
  for (const segment of path.split('/').slice(1, -1)) {
    if (segment.endsWith('+}')) throw new Error(`${segment} of ${path} is greedy; only the last segment of a path may be greedy`);
  }
  return { ...common, key: `${method} ${path}`, method, path };
}
