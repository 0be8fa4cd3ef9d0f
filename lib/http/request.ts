import * as z from 'zod/mini';
import { type ErrorCode, PublicError } from '../errors.ts';
import { formatFor } from './accept.ts';
import { readBody } from './body.ts';
import { allowScope, customerOf, emailOf, isStorableSubject, maxSubject, recordedAs, requireToken } from './caller.ts';
import { type Condition, readCondition } from './condition.ts';
import { readCursor } from './cursor.ts';
import type { HttpEvent } from './event.ts';
import { Faults } from './faults.ts';
import { idempotencyKey, requireIdempotencyKey } from './idempotencyKey.ts';
import { readCsv, readRows, type TableRow, type TableShape } from './table.ts';

type Schema = z.ZodMiniType;

// Created once: a schema per request took 0.02 ms, longer than validating an order.
const noParameters = z.strictObject({});

/** The input of a route. Query parameters and fields that its schemas do not name are rejected. */
export interface Route {
  readonly path?: Schema;
  readonly query?: Schema;
  readonly body?: Schema;
  /** Accepts a table as CSV instead of a JSON body; the function receives its `rows`. */
  readonly table?: TableShape;
  /** The highest `limit` of a format, if it is lower than in the query's schema: a list may allow 10,000 items as CSV, but 200 as JSON. */
  readonly limits?: Readonly<Record<string, number>>;
  /** The schema of a position in this listing. Adds the query parameter `cursor`; the function receives the cursor's position as `after`. */
  readonly position?: Schema;
  /** Requires the header Idempotency-Key. */
  readonly idempotent?: true;
  /** Accepts the headers If-Match and If-None-Match. */
  readonly conditional?: true;
  /** Requires a token; its subject is the customer. */
  readonly customer?: true;
  /** Requires that the body's `email` equals the token's `email` claim, if the token has one. */
  readonly ownEmail?: true;
  /** Requires a token with a subject, which records store as their `actor`. */
  readonly actor?: true;
  /** Requires a token with this scope. */
  readonly scope?: string;
  /** The response's media types, the default first. */
  readonly formats?: readonly string[];
  /** The response is the same for every caller: it gets a short max-age and an entity tag. Other responses are `no-store`. */
  readonly cacheable?: true;
  /** How many statements one attempt may send to the database. If `withDatabase` makes several attempts, the limit is multiplied by their number. */
  readonly statements?: number;
}

type Output<Part> = Part extends Schema ? z.output<Part> : undefined;

/** The validated input of a function, typed by the route's schemas. */
export interface Input<R extends Route> {
  readonly path: Output<R['path']>;
  readonly query: Output<R['query']>;
  readonly body: Output<R['body']>;
  readonly rows: R['table'] extends TableShape ? readonly TableRow[] : undefined;
  readonly after: R['position'] extends Schema ? z.output<R['position']> | undefined : undefined;
  readonly idempotencyKey: R['idempotent'] extends true ? string : undefined;
  readonly condition: R['conditional'] extends true ? Condition : undefined;
  /** The token's subject. */
  readonly customer: R['customer'] extends true ? string : undefined;
  /** Returns the caller's name for records: `role`, followed by `:` and the token's subject if it has one that can be stored. */
  readonly recordedAs: (role: string) => string;
  /** The token's subject, for the `actor` of records. */
  readonly actor: R['actor'] extends true ? string : undefined;
  /** The one of `formats` that the caller prefers. */
  readonly format: string | undefined;
  /** The method and the decoded path, without the stage's name. */
  readonly target: { readonly method: string; readonly path: string };
  /** The gateway's ID of the request. It stays the same when the function retries its work. */
  readonly requestId: string;
}

/**
 * Validates an event against its route, in this order: 401, 413, 415, 400, 422 (every fault at once), 403.
 * @throws PublicError
 */
export function readRequest<R extends Route>(event: HttpEvent, route: R): Input<R> {
  if (route.customer || route.scope) requireToken(event);
  const customer = route.customer ? customerOf(event) : undefined;
  const actor = route.actor ? customerOf(event) : undefined;
  const body = route.body ? readBody(event) : undefined;
  const table = route.table && readCsv(event, route.table);
  if (route.idempotent) requireIdempotencyKey(event);

  const { requestId } = event.requestContext;
  const format = route.formats && formatFor(event.headers, route.formats);
  const faults = new Faults();
  const path = route.path && faults.check('/path', route.path, event.pathParameters ?? {});
  const { query, after } = readQuery(event, route, faults);
  const mostItems = format === undefined ? undefined : route.limits?.[format];
  if (mostItems !== undefined && Number(Reflect.get(Object(query), 'limit')) > mostItems) {
    faults.add('/query', 'limit', `Too big: expected number to be <=${mostItems} for ${format}`);
  }
  const key = route.idempotent && faults.check('/headers/idempotency-key', idempotencyKey, event.headers['idempotency-key']);
  const condition = route.conditional && readCondition(event, faults);
  const checkedBody = route.body && faults.check('/body', route.body, body);
  const rows = route.table && table && readRows(table, route.table, faults);
  if (route.ownEmail) checkEmail(event, body, faults);
  faults.throwIfAny();

  if (route.scope) allowScope(event, route.scope);
  if (customer !== undefined) requireStorable(customer, 'unknown-customer', 'Customers cannot have');
  if (actor !== undefined) requireStorable(actor, 'forbidden', 'Records cannot store');
  const input: { [Part in keyof Input<Route>]: unknown } = {
    path,
    query,
    body: checkedBody,
    rows,
    after,
    idempotencyKey: key,
    condition,
    customer,
    recordedAs: (role: string) => recordedAs(event, role),
    actor,
    format,
    requestId,
    target: targetOf(event),
  };
  // A cast, because TypeScript cannot derive the types of the parts from the route. The schemas of the route have parsed them.
  return input as Input<R>;
}

/** @throws PublicError with this `code` if PostgreSQL cannot store the subject */
function requireStorable(subject: string, code: ErrorCode, what: string): void {
  if (isStorableSubject(subject)) return;
  throw new PublicError(
    code,
    `${what} the token's subject. Use a subject of at most ${maxSubject} characters, without U+0000 and lone surrogates.`,
  );
}

function checkEmail(event: HttpEvent, body: unknown, faults: Faults): void {
  const [claimed, given] = [emailOf(event), typeof body === 'object' && body !== null && 'email' in body ? body.email : undefined];
  if (claimed !== undefined && given !== claimed) faults.add('/body', 'email', 'Expected the email address of your token');
}

/** Returns the method and path. On a named stage, the path begins with the stage's name, which is not part of a route. */
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

/** Returns the filters and the sort, to which a cursor belongs; undefined for an invalid query. Omits `limit`, which may change between pages. */
export function filtersOf(query: unknown): object | undefined {
  if (typeof query !== 'object' || query === null) return undefined;
  const { limit: _, ...filters } = query as Record<string, unknown>;
  return filters;
}
