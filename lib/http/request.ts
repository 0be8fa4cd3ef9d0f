import * as z from 'zod/mini';
import { unknownCustomer } from '../errors.ts';
import { formatFor } from './accept.ts';
import { readBody } from './body.ts';
import { allowScope, customerOf, requireToken } from './caller.ts';
import { readCursor } from './cursor.ts';
import type { HttpEvent } from './event.ts';
import { Faults } from './faults.ts';
import { idempotencyKey, requireIdempotencyKey } from './idempotencyKey.ts';
import { isStorable } from './schema.ts';

type Schema = z.ZodMiniType;

// Made once: a schema made for a request alone took 0.02 ms of it, more than the check of an order.
const noParameters = z.strictObject({});

/** What a route takes. Everything not named here is refused. */
export interface Route {
  readonly path?: Schema;
  readonly query?: Schema;
  readonly body?: Schema;
  /** Adds `cursor` to the query: the shape of a position in this listing, which the function gets as `after`. */
  readonly position?: Schema;
  /** Requires the header Idempotency-Key. */
  readonly idempotent?: true;
  /** Requires a token; its subject is the customer. */
  readonly customer?: true;
  /** Requires a token with this scope. */
  readonly scope?: string;
  /** The media types that the route can answer with, the preferred one first. */
  readonly formats?: readonly string[];
  /** The answer is everyone's: caches may keep it for a moment, and ask with its entity tag. Anything else is `no-store`. */
  readonly cacheable?: true;
  /** How many statements a request may send to the database: one that sends more is a fault, a loop most likely. */
  readonly statements?: number;
}

type Output<Part> = Part extends Schema ? z.output<Part> : undefined;

/** What a function gets: checked, and of the schemas' types. */
export interface Input<R extends Route> {
  readonly path: Output<R['path']>;
  readonly query: Output<R['query']>;
  readonly body: Output<R['body']>;
  readonly after: R['position'] extends Schema ? z.output<R['position']> | undefined : undefined;
  readonly idempotencyKey: R['idempotent'] extends true ? string : undefined;
  /** The token's subject. */
  readonly customer: R['customer'] extends true ? string : undefined;
  /** The one of `formats` that the caller likes best; the first when it likes none. */
  readonly format: string | undefined;
  /** The path is decoded, and without the stage's name. */
  readonly target: { readonly method: string; readonly path: string };
  /** The gateway's name for this request: the same while we try again. */
  readonly requestId: string;
}

/**
 * Checks an event against its route. Faults are found in the contract's order, and all of the last kind at once:
 * 401, 413, 415, 400, 422, 403.
 * @throws PublicError
 */
export function readRequest<R extends Route>(event: HttpEvent, route: R): Input<R> {
  if (route.customer || route.scope) requireToken(event);
  const customer = route.customer ? customerOf(event) : undefined;
  const body = route.body ? readBody(event) : undefined;
  if (route.idempotent) requireIdempotencyKey(event);

  const { requestId } = event.requestContext;
  const format = route.formats && formatFor(event.headers, route.formats);
  const faults = new Faults();
  const path = route.path && faults.check('/path', route.path, event.pathParameters ?? {});
  const { query, after } = readQuery(event, route, faults);
  const key = route.idempotent && faults.check('/headers/idempotency-key', idempotencyKey, event.headers['idempotency-key']);
  const checkedBody = route.body && faults.check('/body', route.body, body);
  faults.throwIfAny();

  if (route.scope) allowScope(event, route.scope);
  // No row of the database can have it.
  if (customer !== undefined && !isStorable(customer)) throw unknownCustomer();
  const input: { [Part in keyof Input<Route>]: unknown } = {
    path,
    query,
    body: checkedBody,
    after,
    idempotencyKey: key,
    customer,
    format,
    requestId,
    target: targetOf(event),
  };
  // The one cast: each part was made above by the schema that gives it its type.
  return input as Input<R>;
}

/** What was asked for. The path of a named stage begins with that stage, which no route has. */
function targetOf({ requestContext: { stage, http } }: HttpEvent): { method: string; path: string } {
  const { method, path } = http;
  return { method, path: stage !== '$default' && path.startsWith(`/${stage}/`) ? path.slice(stage.length + 1) : path };
}

function readQuery(event: HttpEvent, route: Route, faults: Faults): { query: unknown; after: unknown } {
  const { cursor, ...others } = event.queryStringParameters ?? {};
  const given = route.position || cursor === undefined ? others : { ...others, cursor };
  const query = faults.check('/query', route.query ?? noParameters, given);
  if (!route.position || cursor === undefined) return { query, after: undefined };
  return { query, after: readCursor(cursor, filtersOf(query), route.position) };
}

/** What a cursor belongs to: the filters and the sort. The page's size may change on the way. Undefined where the query itself is at fault. */
export function filtersOf(query: unknown): object | undefined {
  if (typeof query !== 'object' || query === null) return undefined;
  const { limit: _, ...filters } = query as Record<string, unknown>;
  return filters;
}
