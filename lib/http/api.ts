import middy from '@middy/core';
import type { APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { PublicError } from '../errors.ts';
import { duringInvocation } from '../invocation.ts';
import { log } from '../log.ts';
import { logRequest } from '../requestLog.ts';
import { type HttpEvent, requireHttpEvent } from './event.ts';
import { finish } from './finish.ts';
import { isPage, pageReply } from './page.ts';
import { problem } from './problem.ts';
import { Reply } from './reply.ts';
import { type Input, type Route, readRequest } from './request.ts';

// Time to write and send the response of a request that timed out.
const timeoutEarlyInMillis = 500;

/** A Lambda handler for an HTTP API's events, payload 2.0. */
export interface HttpHandler {
  (event: HttpEvent, context: Context): Promise<APIGatewayProxyStructuredResultV2>;
  /** The route's schemas, from which the API description is made. */
  readonly route: Route;
}

/**
 * Creates the handler of a route: it validates the request, calls `run` and responds with JSON.
 * `run` returns the body of a 200, a Page of a listing, or a Reply for anything else.
 * A PublicError becomes its problem document. Any other error becomes a 500 without details.
 * An event that is not an HTTP request fails the invocation, because no caller waits for a response.
 */
export function api<const R extends Route>(route: R, run: (input: Input<R>) => Promise<unknown>): HttpHandler {
  const pipeline = middy<HttpEvent, APIGatewayProxyStructuredResultV2>({ timeoutEarlyInMillis, timeoutEarlyResponse: outOfTime })
    .use({
      onError: (request) => {
        request.response = problem(request.error);
      },
    })
    .handler(async (event) => {
      const input = readRequest(event, route);
      const result = await run(input);
      const reply = result instanceof Reply ? result : isPage(result) ? pageReply(result, input.query, event) : new Reply(200, result);
      return reply.toResult(route.cacheable === true);
    });
  const handler = async (event: HttpEvent, context: Context) => {
    requireHttpEvent(event);
    const { requestId } = event.requestContext;
    const begun = performance.now();
    return duringInvocation({ requestId, remainingMs: () => context.getRemainingTimeInMillis() }, async (invocation) => {
      const answered = finish(await pipeline(event, context), event, route);
      const durationMs = performance.now() - begun;
      const { functionName } = context;
      try {
        logRequest(invocation, { functionName, status: answered.statusCode, durationMs, statements: route.statements });
        return answered;
      } catch (error) {
        return finish(problem(error), event, route);
      }
    });
  };
  return Object.assign(handler, { route });
}

function outOfTime(): never {
  log.warn('request timed out');
  throw new PublicError('overloaded', 'The request timed out. Retry after a pause.');
}
