import type { ErrorCode } from '../../lib/errors.ts';
import type { Route } from '../../lib/http/request.ts';
import { type HeaderName, headerRefs } from './headers.ts';
import { problemName, statusOf } from './jsonSchema.ts';
import { type Examples, exampleMembers, type Operation, type ProblemExample } from './operation.ts';
import { problems } from './problems.ts';

type Json = Record<string, unknown>;
type Code = ErrorCode | 'internal';

/** Returns the error codes that follow from a route's schemas and token, and its `own` codes. */
export function codesOf(route: Route, own: readonly ErrorCode[] = []): Code[] {
  const asked = (part: unknown, ...codes: Code[]) => (part ? codes : []);
  return [
    ...asked(route.customer || route.scope, 'unauthorized'),
    ...asked(route.body ?? route.table, 'payload-too-large', 'unsupported-media-type'),
    ...asked(route.body, 'malformed-json'),
    ...asked(route.table, 'malformed-csv'),
    ...asked(route.idempotent, 'idempotency-key-missing'),
    ...asked(route.position, 'invalid-cursor'),
    'invalid-request',
    ...asked(route.scope, 'forbidden'),
    ...asked(route.customer, 'unknown-customer'),
    ...own,
    ...asked(route.statements, 'internal', 'overloaded', 'database-unavailable'),
  ];
}

/** The descriptions of statuses that the gateway may send itself, for any route. */
const byGateway = (route: Route): Readonly<Record<number, string>> => ({
  429: 'Too Many Requests: the gateway throttled the request. Retry after a pause.',
  500: 'Internal Server Error: a bug in the API. Quote the request ID when you contact support.',
  503: `Service Unavailable: retry after a pause${route.idempotent ? ', with the same `Idempotency-Key`' : ''}.`,
});
const messages: Readonly<Record<number, string>> = {
  ...{ 401: 'Unauthorized', 403: 'Forbidden', 413: 'Request Entity Too Large' },
  ...{ 429: 'Too Many Requests', 500: 'Internal Server Error', 503: 'Service Unavailable' },
};

/** A response object of OpenAPI. */
export interface Response {
  readonly description: string;
  readonly headers: Json;
  readonly content?: Json;
}

/** Returns the responses of an operation by status. */
export function responsesOf(route: Route, { answer, codes: own, problems: ownProblems }: Operation): Record<string, Response> {
  const codes = codesOf(route, own);
  const examples = {
    ...problems,
    ...(route.scope && { forbidden: { detail: `The token lacks the scope ${route.scope}.` } }),
    ...ownProblems,
  };
  const ofGateway = [
    ...(route.customer || route.scope ? [401] : []),
    ...(route.scope ? [403] : []),
    ...((route.body ?? route.table) ? [413] : []),
    ...Object.keys(byGateway(route)).map(Number),
  ];
  const statuses = [...new Set([...codes.map((code) => statusOf(code)[0]), ...ofGateway])].sort((a, b) => a - b);
  return {
    [answer.status ?? 200]: success(route, answer, answer),
    ...(answer.created && { 201: success(route, answer, answer.created) }),
    ...(route.cacheable && {
      304: {
        description: 'The body still has the `ETag` that `If-None-Match` contains.',
        headers: headerRefs([...headersOf(304, route), ...(answer.headers ?? [])]),
      },
    }),
    ...Object.fromEntries(statuses.map((status) => [status, failure(status, codes, ofGateway.includes(status), route, examples)])),
  };
}

function success(route: Route, answer: Operation['answer'], { description, ...examples }: Examples & { description: string }): Response {
  const json = (answer.schema || !answer.text) && {
    'application/json': {
      schema: answer.schema ? { $ref: `#/components/schemas/${answer.schema}` } : { type: 'object' },
      ...exampleMembers(examples),
    },
  };
  const texts = Object.entries(answer.text ?? {}).map(([type, example]) => [type, { schema: { type: 'string' }, example }]);
  return {
    description,
    headers: headerRefs([...headersOf(answer.status ?? 200, route), ...(answer.headers ?? [])]),
    ...(answer.status !== 204 && { content: { ...json, ...Object.fromEntries(texts) } }),
  };
}

function failure(status: number, all: readonly Code[], gateway: boolean, route: Route, examples: typeof problems): Response {
  const codes = all.filter((code) => statusOf(code)[0] === status);
  const title = byGateway(route)[status] ?? `${statusOf(codes[0] ?? 'internal')[1]}: ${codes.map((code) => `\`${code}\``).join(', ')}`;
  return {
    description: title,
    headers: headerRefs(codes.length > 0 ? headersOf(status, route, codes) : []),
    content: {
      ...(codes.length > 0 && { 'application/problem+json': problemContent(codes, examples) }),
      ...(gateway && {
        'application/json': { schema: { $ref: '#/components/schemas/GatewayMessage' }, example: { message: messages[status] } },
      }),
    },
  };
}

function problemContent(codes: readonly Code[], examples: typeof problems): Json {
  const refs = codes.map((code) => ({ $ref: `#/components/schemas/${problemName(code)}` }));
  const mapping = Object.fromEntries(codes.map((code, index) => [code, refs[index]?.$ref]));
  return {
    schema: refs.length === 1 ? refs[0] : { oneOf: refs, discriminator: { propertyName: 'code', mapping } },
    examples: Object.fromEntries(codes.map((code) => [code, { value: problemExample(code, examples[code]) }])),
  };
}

function problemExample(code: Code, { detail, details }: ProblemExample): Json {
  const [status, title] = statusOf(code);
  return { type: 'about:blank', title, status, detail, code, ...details };
}

/** Returns the headers of a response. Omits the headers that every response has: the introduction describes them. */
function headersOf(status: number, route: Route, codes: readonly Code[] = []): HeaderName[] {
  return [
    'X-Request-Id',
    ...(status < 400 ? (['Cache-Control', 'Vary'] as const) : []),
    ...(status < 400 && route.cacheable ? (['ETag'] as const) : []),
    ...(status < 300 && status !== 204 ? (['Content-Encoding'] as const) : []),
    ...(status === 401 || (status === 403 && route.scope) ? (['WWW-Authenticate'] as const) : []),
    ...(status === 415 ? (['Accept-Encoding'] as const) : []),
    ...(status === 503 && codes.length > 0 ? (['Retry-After', 'RateLimit'] as const) : []),
  ];
}
