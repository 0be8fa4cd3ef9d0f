import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import type { APIGatewayEventRequestContextV2, APIGatewayProxyEventV2WithRequestContext } from 'aws-lambda';
import { localAccount } from '../account.ts';
import type { FoundRoute } from './findRoute.ts';

/** The context that a JWT authorizer adds to the event. */
export interface JwtContext {
  readonly jwt: { readonly claims: Readonly<Record<string, string>>; readonly scopes: readonly string[] | null };
}

type RequestContext = APIGatewayEventRequestContextV2 & { authorizer?: JwtContext };

/** An event of payload format 2.0. */
export type HttpEvent = APIGatewayProxyEventV2WithRequestContext<RequestContext>;

interface Parts {
  readonly request: IncomingMessage;
  /** The path as received, percent-encoded. */
  readonly path: string;
  readonly query: string;
  readonly body: Buffer;
  readonly found: FoundRoute;
  readonly authorizer: JwtContext | undefined;
  readonly requestId: string;
  readonly traceId: string;
}

// These headers concern only the client and the gateway. Cookies have a separate field in the event.
const notForwarded = new Set([
  'connection',
  'cookie',
  'expect',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);
const textType = /^(text\/.*|application\/(.+\+)?json|application\/(.+\+)?xml|application\/javascript)$/;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Formats a time such as `12/Mar/2026:19:03:58 +0000`. */
function commonLogTime(date: Date): string {
  const [day, time] = date.toISOString().split(/[T.]/);
  const [year, month, dayOfMonth] = (day ?? '').split('-');
  return `${dayOfMonth}/${months[Number(month) - 1]}/${year}:${time} +0000`;
}

function headersOf({ request, body, traceId }: Parts): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, values] of Object.entries(request.headersDistinct)) {
    if (!notForwarded.has(name) && values !== undefined) headers[name] = values.join(',');
  }
  if (body.length > 0) headers['content-length'] = `${body.length}`;
  const client = request.socket.remoteAddress ?? '127.0.0.1';
  headers['x-amzn-trace-id'] = traceId;
  headers['x-forwarded-for'] = headers['x-forwarded-for'] === undefined ? client : `${headers['x-forwarded-for']}, ${client}`;
  headers['x-forwarded-port'] = `${request.socket.localPort ?? ''}`;
  headers['x-forwarded-proto'] = 'http';
  return headers;
}

/** Returns the decoded parameters of a query, with repeated parameters joined by commas; undefined if there are none. */
function queryParameters(query: string): Record<string, string> | undefined {
  const parameters = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(query)) {
    const before = parameters.get(name);
    parameters.set(name, before === undefined ? value : `${before},${value}`);
  }
  return parameters.size === 0 ? undefined : Object.fromEntries(parameters);
}

/** Returns the body as text if its content type is text and its bytes are valid UTF-8, otherwise in base64. A function must handle both. */
function bodyOf(body: Buffer, contentType: string): { body?: string; isBase64Encoded: boolean } {
  if (body.length === 0) return { isBase64Encoded: false };
  const isText = textType.test(contentType.split(';')[0]?.trim().toLowerCase() ?? '') && isUtf8(body);
  return { body: body.toString(isText ? 'utf8' : 'base64'), isBase64Encoded: !isText };
}

/** Returns the event that API Gateway sends for this request. Like API Gateway, omits fields without a value. */
export function httpEvent(parts: Parts): HttpEvent {
  const { request, path, query, found, authorizer, requestId } = parts;
  const headers = headersOf(parts);
  const cookies = request.headersDistinct['cookie']?.flatMap((line) => line.split(/; */)).filter((cookie) => cookie !== '') ?? [];
  const queryStringParameters = queryParameters(query);
  const now = new Date();
  // HTTP APIs decode the path but not the query.
  const decodedPath = decodeURIComponent(path);
  return {
    version: '2.0',
    routeKey: found.route.key,
    rawPath: decodedPath,
    rawQueryString: query,
    ...(cookies.length > 0 && { cookies }),
    headers,
    ...(queryStringParameters !== undefined && { queryStringParameters }),
    requestContext: {
      accountId: localAccount,
      apiId: 'local',
      ...(authorizer !== undefined && { authorizer }),
      domainName: 'localhost',
      domainPrefix: 'localhost',
      http: {
        method: request.method ?? '',
        path: decodedPath,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId,
      routeKey: found.route.key,
      stage: '$default',
      time: commonLogTime(now),
      timeEpoch: now.getTime(),
    },
    ...(Object.keys(found.pathParameters).length > 0 && { pathParameters: { ...found.pathParameters } }),
    ...bodyOf(parts.body, headers['content-type'] ?? ''),
  };
}
