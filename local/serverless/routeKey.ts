import { z } from 'zod';

/** One route of the HTTP API. */
export interface Route {
  /** As API Gateway names it: `GET /products/{productId}`, `ANY /x`, `$default`. */
  readonly key: string;
  /** `GET`, …, or `ANY`. */
  readonly method: string;
  /** With parameters in braces; undefined for `$default`, which takes whatever no other route takes. */
  readonly path: string | undefined;
  readonly functionName: string;
  /** Who checks the caller, and of which scopes any one suffices (none listed: no scope is asked for). */
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
 * The route of an `httpApi` event of serverless.yml, in its long or short form; `scopePrefix` stands in for the stage's parameter of that name.
 * Throws on what it does not understand.
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
    if (method !== 'ANY') throw new Error(`a catch-all route takes every method, not ${method}`);
    return { ...common, key: '$default', method, path: undefined };
  }
  if (!methods.includes(method)) throw new Error(`unknown method ${method}`);
  if (!path.startsWith('/')) throw new Error(`path ${path} does not begin with /`);
  for (const segment of path.split('/').slice(1, -1)) {
    if (segment.endsWith('+}')) throw new Error(`${segment} of ${path} is greedy, which only the last part of a path may be`);
  }
  return { ...common, key: `${method} ${path}`, method, path };
}
