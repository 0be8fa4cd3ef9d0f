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

// HTTP APIs' limit on a request's body.
const bodyLimitBytes = 10 * 1024 * 1024;
// HTTP APIs' longest wait for an integration.
const defaultIntegrationTimeoutMs = 30_000;

/** What the gateway serves. */
export interface Api {
  readonly routes: readonly Route[];
  /** By name, with the header (in lower case) in which each looks for its token. */
  readonly authorizers: ReadonlyMap<string, { readonly header: string; readonly authorize: Authorize }>;
  /** Absent: no CORS headers but those that a function sends. */
  readonly cors?: Cors | undefined;
  invoke(functionName: string, payload: string, options: { traceId: string }): Promise<InvocationResult>;
  readonly integrationTimeoutMs?: number;
}

/** The path, still encoded, and the query of a request target; undefined for what no route could ever match. */
function targetOf(url: string): { path: string; query: string } | undefined {
  // A proxy's form of a request names the host again.
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
 * Answers one request as API Gateway would; `requestId` is its name for it. Rejects only when the client broke off while sending.
 *
 * CORS headers go on the answers of functions alone, as the guide has it ("to the response from an integration"); whether a 401 of the
 * gateway's own gets them is UNVERIFIED. A preflight that a route takes ($default, ANY) goes to the function, whose status then counts:
 * the guide's section on a $default route, and users who saw it (aws/serverless-application-model issue 1603).
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

/** The function's answer, or 503 after the time that API Gateway waits; the invocation itself then goes on unheard. */
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
