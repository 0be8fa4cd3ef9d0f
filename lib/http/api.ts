import middy from '@middy/core';
import type { APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { PublicError } from '../errors.ts';
import { duringInvocation } from '../invocation.ts';
import { JsonText } from '../json.ts';
import { log } from '../log.ts';
import { logRequest } from '../requestLog.ts';
import { writeCursor } from './cursor.ts';
import type { HttpEvent } from './event.ts';
import { problem } from './problem.ts';
import { Reply } from './reply.ts';
import { filtersOf, type Input, type Route, readRequest } from './request.ts';

// The answer still has to be written and sent when a function ran into its time.
const timeoutEarlyInMillis = 500;

/** A Lambda handler for an HTTP API's events, payload 2.0. */
export type HttpHandler = (event: HttpEvent, context: Context) => Promise<APIGatewayProxyStructuredResultV2>;

/**
 * Makes the handler of a route: checks the request, runs `run` with what it asked for, answers with JSON.
 * What `run` returns is the body of a 200, a Reply says more; a listing returns `next`, which becomes `nextCursor`.
 * A PublicError that it throws becomes its problem document, anything else a bare 500.
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
      const reply = result instanceof Reply ? result : new Reply(200, isPage(result) ? withCursor(result, input.query) : result);
      return reply.toResult(route.customer || route.scope ? 'no-store' : undefined);
    });
  return async (event, context) => {
    const { requestId } = event.requestContext;
    const begun = performance.now();
    const result = await duringInvocation({ requestId, remainingMs: () => context.getRemainingTimeInMillis() }, async (invocation) => {
      const answered = await pipeline(event, context);
      const durationMs = performance.now() - begun;
      const { functionName } = context;
      try {
        logRequest(invocation, { functionName, status: answered.statusCode, durationMs, statements: route.statements });
        return answered;
      } catch (error) {
        return problem(error);
      }
    });
    return { ...result, headers: { ...result.headers, 'X-Request-Id': requestId } };
  };
}

interface Page {
  readonly items: unknown;
  readonly next: unknown;
}

function isPage(result: unknown): result is Page {
  return typeof result === 'object' && result !== null && 'items' in result && 'next' in result;
}

function withCursor({ items, next }: Page, query: unknown): object {
  const nextCursor = next === null ? null : writeCursor(next, filtersOf(query) ?? {});
  return items instanceof JsonText
    ? new JsonText(`{"items":${items.text},"nextCursor":${JSON.stringify(nextCursor)}}`)
    : { items, nextCursor };
}

function outOfTime(): never {
  log.warn('the request ran into its time');
  throw new PublicError('unavailable', 'overloaded', 'This took too long. Repeat the request after a pause.');
}
