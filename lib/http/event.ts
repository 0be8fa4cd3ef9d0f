import type { APIGatewayProxyEventV2 } from 'aws-lambda';

/** An HTTP API's event, payload 2.0. The JWT authorizer's claims are there on routes that have one. */
export type HttpEvent = APIGatewayProxyEventV2 & {
  readonly requestContext: { readonly authorizer?: { readonly jwt?: { readonly claims?: Readonly<Record<string, unknown>> } } };
};

/** What an invocation may bring instead: whatever a schedule, a warm-up plugin or a test button sends. */
interface AnyEvent {
  readonly version?: unknown;
  readonly requestContext?: {
    readonly requestId?: unknown;
    readonly http?: { readonly method?: unknown; readonly path?: unknown } | null;
  } | null;
}

/** An HTTP function was invoked with an event that is no request of payload 2.0. */
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
 * Checks what every answer needs, so that nothing fails on the way with an error about our own code. By hand: a schema's first use costs a cold start
 * more than these comparisons.
 * @throws UnexpectedEventError
 */
export function requireHttpEvent(event: AnyEvent | null | undefined): void {
  const context = event?.requestContext;
  const isRequest =
    typeof context?.requestId === 'string' && typeof context.http?.method === 'string' && typeof context.http.path === 'string';
  if (!isRequest) throw new UnexpectedEventError(event);
}

/** The names of the event's fields, and no values: those may be secret. */
function described(event: AnyEvent | null | undefined): string {
  if (typeof event !== 'object' || event === null) return event === null ? 'null' : typeof event;
  if (event.version === '1.0' && event.requestContext) return "a request of payload 1.0: set `payload: '2.0'` under provider.httpApi";
  const names = Object.keys(event).slice(0, 10);
  return names.length === 0 ? 'an event without fields' : `an event with the fields ${names.join(', ').slice(0, 200)}`;
}
