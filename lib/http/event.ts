import type { APIGatewayProxyEventV2 } from 'aws-lambda';

/** An HTTP API's event, payload 2.0. It has claims on routes with a JWT authorizer. */
export type HttpEvent = APIGatewayProxyEventV2 & {
  readonly requestContext: { readonly authorizer?: { readonly jwt?: { readonly claims?: Readonly<Record<string, unknown>> } } };
};

/** An event of any kind. It may come from a schedule, a warm-up plugin or the console's test button. */
interface AnyEvent {
  readonly version?: unknown;
  readonly requestContext?: {
    readonly requestId?: unknown;
    readonly http?: { readonly method?: unknown; readonly path?: unknown } | null;
  } | null;
}

/** An HTTP function received an event that is not a request of payload 2.0. */
class UnexpectedEventError extends TypeError {
  override readonly name = 'UnexpectedEventError';

  constructor(event: AnyEvent | null | undefined) {
    super(
      `Expected an API Gateway HTTP API event (payload 2.0), got ${described(event)}. ` +
        'Call this function through its route. Remove any schedule or warm-up plugin that invokes it directly.',
    );
  }
}

/**
 * Checks the fields that every response needs. Written by hand, because the first use of a schema makes a cold start slower.
 * @throws UnexpectedEventError
 */
export function requireHttpEvent(event: AnyEvent | null | undefined): void {
  const context = event?.requestContext;
  const isRequest =
    typeof context?.requestId === 'string' && typeof context.http?.method === 'string' && typeof context.http.path === 'string';
  if (!isRequest) throw new UnexpectedEventError(event);
}

/** Lists the event's field names without their values, which may be secret. */
function described(event: AnyEvent | null | undefined): string {
  if (typeof event !== 'object' || event === null) return event === null ? 'null' : typeof event;
  if (event.version === '1.0' && event.requestContext) return "a request of payload 1.0: set `payload: '2.0'` under provider.httpApi";
  const names = Object.keys(event).slice(0, 10);
  return names.length === 0 ? 'an event without fields' : `an event with the fields ${names.join(', ').slice(0, 200)}`;
}
