import type { IncomingMessage } from 'node:http';
import { readBody } from '../http/readBody.ts';
import { type InvocationResult, TooManyRequests } from '../lambda/invocation.ts';
import { newTraceId } from '../lambda/lambda.ts';
import type { Cors } from '../serverless/corsConfig.ts';
import type { Route } from '../serverless/routeKey.ts';
import { type Answer, answerOf, badRequest, internalError, notFound, throttled, tooLarge, unavailable } from './answer.ts';
import { isPreflight, preflightAnswer, withCors } from './cors.ts';
import { httpEvent } from './event.ts';
import { findRoute } from './findRoute.ts';
import type { Authorize } from './jwtAuthorizer.ts';

// The limit of HTTP APIs for a request's body.
const bodyLimitBytes = 10 * 1024 * 1024;
// The maximum integration timeout of HTTP APIs.
const defaultIntegrationTimeoutMs = 30_000;

/** The API that a gateway serves. */
export interface Api {
  readonly routes: readonly Route[];
  /** The authorizers by name. `header` is the name of the header with the token, in lower case. */
  readonly authorizers: ReadonlyMap<string, { readonly header: string; readonly authorize: Authorize }>;
  /** If absent, the only CORS headers are those of the functions. */
  readonly cors?: Cors | undefined;
  invoke(functionName: string, payload: string, options: { traceId: string }): Promise<InvocationResult>;
  readonly integrationTimeoutMs?: number;
}

/** Returns the encoded path and the query of a request target; undefined for a target that no route can match. */
function targetOf(url: string): { path: string; query: string } | undefined {
  // Removes the scheme and the host. A client that uses this server as its HTTP proxy sends them in the target: `GET http://host/path`.
  const target = url.replace(/^https?:\/\/[^/?#]*/i, '');
  const [path = '', ...rest] = target.split('?');
  if (!path.startsWith('/')) return undefined;
  try {
    decodeURIComponent(path);
  } catch {
    return undefined;
  }
  return { path, query: rest.join('?') };
}

/**
 * Responds to one request as API Gateway does. Rejects only if the client disconnects while it sends the request.
 *
 * Apart from preflights, only functions' responses get CORS headers, as API Gateway's guide says ("to the response from an integration"). Whether API Gateway
 * adds CORS headers to its own 401 is UNVERIFIED. A preflight that matches a route ($default, ANY) goes to the function, which decides the status: see the
 * guide's section on a $default route, and aws/serverless-application-model issue 1603.
 */
export async function handleRequest(api: Api, request: IncomingMessage, requestId: string): Promise<Answer> {
  const target = targetOf(request.url ?? '');
  if (target === undefined) return badRequest;
  const found = findRoute(api.routes, request.method ?? '', target.path);
  if (found === undefined) return api.cors && isPreflight(request) ? withCors(api.cors, request, preflightAnswer) : notFound;
  const asked = found.route.authorizer;
  const authorizer = asked && api.authorizers.get(asked.name);
  // A route whose authorizer is unknown must never be open to everyone.
  if (asked !== undefined && authorizer === undefined) return internalError;
  const caller = authorizer && (await authorizer.authorize(request.headersDistinct[authorizer.header]?.join(','), asked?.scopes ?? []));
  if (caller !== undefined && 'status' in caller) return caller;
  const body = await readBody(request, bodyLimitBytes);
  if (body === undefined) return tooLarge;
  const traceId = newTraceId();
  const event = httpEvent({ request, ...target, body, found, authorizer: caller, requestId, traceId });
  return integrate(api, request, found.route.functionName, JSON.stringify(event), traceId);
}

/** Returns the function's response, or 503 after API Gateway's integration timeout. The invocation then continues, and its result is dropped. */
async function integrate(api: Api, request: IncomingMessage, functionName: string, payload: string, traceId: string): Promise<Answer> {
  const { promise: timeout, resolve } = Promise.withResolvers<Answer>();
  const timer = setTimeout(() => resolve(unavailable), api.integrationTimeoutMs ?? defaultIntegrationTimeoutMs);
  const answer = api
    .invoke(functionName, payload, { traceId })
    .then((result) => {
      const answer = answerOf(result);
      return api.cors && answer !== internalError ? withCors(api.cors, request, answer) : answer;
    })
    .catch((error: unknown) => (error instanceof TooManyRequests ? throttled : internalError));
  return Promise.race([answer, timeout]).finally(() => clearTimeout(timer));
}
