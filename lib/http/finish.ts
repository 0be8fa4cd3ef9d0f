import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import fresh from 'fresh';
import { codingFor, compressed } from './compression.ts';
import { entityTag } from './entityTag.ts';
import type { HttpEvent } from './event.ts';
import type { Route } from './request.ts';
import { securityHeaders } from './securityHeaders.ts';

type Answer = Omit<APIGatewayProxyStructuredResultV2, 'headers'> & { readonly headers: Readonly<Record<string, string>> };

/**
 * Completes every response, including errors: security headers (headers of the answer take precedence), request ID, Vary, compression. A cacheable response
 * gets an entity tag, or becomes a 304 if the caller has the same tag. A response to HEAD keeps the body of its GET: the gateway computes Content-Length from
 * the body and then drops the body.
 */
export function finish(answer: APIGatewayProxyStructuredResultV2, event: HttpEvent, route: Pick<Route, 'formats' | 'cacheable'>): Answer {
  // A malformed event may lack headers. The problem document for this event must still be sent.
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
    // `fresh` does not get the request's Cache-Control: a browser's reload sends `no-cache`, and `fresh` would then always return false.
    const isFresh = fresh({ 'if-none-match': asked['if-none-match'] }, { etag: headers['ETag'] });
    // The 304 keeps the Content-Type. Otherwise the gateway would add its own, and caches would store that.
    if (isFresh) return { statusCode: 304, headers };
  }
  const smaller = coding && compressed(bytes, coding);
  if (!coding || !smaller) return finished;
  headers['Content-Encoding'] = coding;
  return { ...finished, body: smaller.toString('base64'), isBase64Encoded: true };
}

/** Returns the header Vary. For a cacheable response it contains Origin. Without Origin, a browser would reuse one site's CORS headers for another site. */
function variesWith({ formats, cacheable }: Pick<Route, 'formats' | 'cacheable'>): string {
  return [...(formats ? ['Accept'] : []), 'Accept-Encoding', ...(cacheable ? ['Origin'] : [])].join(', ');
}
