import type { APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import type { HttpHandler } from './api.ts';
import { type HttpEvent, requireHttpEvent } from './event.ts';

/** A Lambda handler for several routes. */
interface RoutedHandler {
  (event: HttpEvent, context: Context): Promise<APIGatewayProxyStructuredResultV2>;
  /** The handlers by route key, such as `GET /catalogue/products/{sku}`. The API description is generated from them. */
  readonly routes: Readonly<Record<string, HttpHandler>>;
}

/** serverless.yml sends a route to this function, but the function's map has no handler for it. */
class UnknownRouteError extends TypeError {
  override readonly name = 'UnknownRouteError';

  constructor(routeKey: unknown, known: Iterable<string>) {
    super(`The function has no handler for the route ${routeKey}. Add one to its map, which contains: ${[...known].join(', ')}.`);
  }
}

/**
 * Creates the handler of a function that serves several routes. The gateway has already matched the route. A HEAD uses the handler of its GET.
 * @throws UnknownRouteError
 */
export function routed(routes: Readonly<Record<string, HttpHandler>>): RoutedHandler {
  const handlers = new Map(Object.entries(routes));
  const handler = async (event: HttpEvent, context: Context) => {
    requireHttpEvent(event);
    const found = handlers.get(String(event.routeKey).replace(/^HEAD /, 'GET '));
    if (!found) throw new UnknownRouteError(event.routeKey, handlers.keys());
    return found(event, context);
  };
  return Object.assign(handler, { routes });
}
