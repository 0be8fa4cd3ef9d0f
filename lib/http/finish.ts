import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { codingFor, compressed } from './compression.ts';
import { entityTag, namesTag } from './entityTag.ts';
import type { HttpEvent } from './event.ts';
import type { Route } from './request.ts';
import { securityHeaders } from './securityHeaders.ts';

type Answer = Omit<APIGatewayProxyStructuredResultV2, 'headers'> & { readonly headers: Readonly<Record<string, string>> };

/**
 * An answer as it is sent, errors too: security headers (its own win), the request's id, what it varies with; of a cacheable route an
 * entity tag, and 304 to whoever has the same; compressed where the caller takes that. A HEAD is answered as its GET, body included:
 * the gateway sends the length of the body and leaves the body out, and could not count what it was not given.
 */
export function finish(answer: APIGatewayProxyStructuredResultV2, event: HttpEvent, route: Pick<Route, 'formats' | 'cacheable'>): Answer {
  // What is wrong with an event has been answered by now, and a bug: it is not to be thrown a second time.
  const asked = event.headers ?? {};
  const headers: Record<string, string> = {
    ...securityHeaders(asked),
    Vary: variesWith(route),
    'X-Request-Id': event.requestContext.requestId,
  };
  for (const [name, value] of Object.entries(answer.headers ?? {})) headers[name] = String(value);
  const finished = { ...answer, headers };
  const { body, isBase64Encoded } = answer;
  const tagged = route.cacheable === true && answer.statusCode === 200;
  const coding = 'Content-Encoding' in headers ? undefined : codingFor(asked);
  if (body === undefined || isBase64Encoded || !(tagged || coding)) return finished;

  const bytes = Buffer.from(body);
  if (tagged) {
    headers['ETag'] = entityTag(bytes);
    // With its Content-Type, for a gateway gives one to an answer that has none, and a cache would take it over.
    if (namesTag(asked['if-none-match'], headers['ETag'])) return { statusCode: 304, headers };
  }
  const smaller = coding && compressed(bytes, coding);
  if (!coding || !smaller) return finished;
  headers['Content-Encoding'] = coding;
  return { ...finished, body: smaller.toString('base64'), isBase64Encoded: true };
}

/** With Origin where a cache may keep the answer: without it, a browser would show one site what the gateway allowed another. */
function variesWith({ formats, cacheable }: Pick<Route, 'formats' | 'cacheable'>): string {
  return [...(formats ? ['Accept'] : []), 'Accept-Encoding', ...(cacheable ? ['Origin'] : [])].join(', ');
}
