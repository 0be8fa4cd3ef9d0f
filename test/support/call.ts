import { randomUUID } from 'node:crypto';
import type { Context } from 'aws-lambda';
import type { HttpHandler } from '../../lib/http/api.ts';
import type { HttpEvent } from '../../lib/http/event.ts';
import { type Answered, operations, undescribed } from './description.ts';

export interface Request {
  readonly method?: string;
  readonly rawPath?: string;
  /** The route key, for a function that serves several routes. */
  readonly routeKey?: string;
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Text and bytes are sent unchanged. Any other value is sent as JSON. */
  readonly body?: unknown;
  /** The token's subject. A request without subject and scope has no token. */
  readonly subject?: string;
  /** The token's scopes, separated by spaces. */
  readonly scope?: string;
  /** The token's claim `email`. */
  readonly email?: string;
  readonly remainingMs?: number;
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, boolean | number | string>>;
  /** The body before parsing. */
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: parsed JSON has no type; the tests assert its shape
  readonly json: any;
}

/** Calls a function as the gateway does: with an HTTP API event (payload 2.0) that contains the claims of a verified token. */
export async function call(handler: HttpHandler, request: Request = {}): Promise<Answer> {
  const result = await handler(eventOf(request), contextOf(request.remainingMs ?? 25_000));
  const text = result.body ?? '';
  const answer = { status: result.statusCode ?? 200, headers: result.headers ?? {}, text };
  if (!result.isBase64Encoded) expectDescribed(handler, request.method, { ...answer, body: text });
  return { ...answer, json: text === '' ? undefined : JSON.parse(text) };
}

/** Throws if the function is in openapi.json, but its response differs from the description there. */
function expectDescribed(handler: HttpHandler, method: string | undefined, answered: Answered): void {
  const name: unknown = Reflect.get(handler, 'functionName');
  const operation = operations.find(({ id }) => id === (method === 'HEAD' ? `${name}Head` : name));
  const faults = operation ? undescribed(operation, answered) : [];
  if (faults.length > 0) throw new Error(faults.join('\n'));
}

/** Returns the event of a request. */
export function eventOf({
  method = 'GET',
  rawPath = '/',
  routeKey = '$default',
  path,
  query,
  headers = {},
  body,
  subject,
  scope,
  email,
}: Request): HttpEvent {
  const claims = {
    iss: 'https://issuer.example.com',
    ...(subject !== undefined && { sub: subject }),
    ...(scope !== undefined && { scope }),
    ...(email !== undefined && { email }),
  };
  return {
    version: '2.0',
    routeKey,
    rawPath,
    rawQueryString: new URLSearchParams(query).toString(),
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
    ...(query && { queryStringParameters: { ...query } }),
    ...(path && { pathParameters: { ...path } }),
    requestContext: {
      accountId: '000000000000',
      apiId: 'test',
      ...((subject !== undefined || scope !== undefined) && { authorizer: { jwt: { claims } } }),
      domainName: 'localhost',
      domainPrefix: 'localhost',
      http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
      requestId: randomUUID(),
      routeKey,
      stage: '$default',
      time: '01/Jan/2026:00:00:00 +0000',
      timeEpoch: 0,
    },
    ...bodyOf(body),
  };
}

function bodyOf(body: unknown): { body?: string; isBase64Encoded: boolean } {
  if (body === undefined) return { isBase64Encoded: false };
  if (body instanceof Uint8Array) return { body: Buffer.from(body).toString('base64'), isBase64Encoded: true };
  return { body: typeof body === 'string' ? body : JSON.stringify(body), isBase64Encoded: false };
}

export function contextOf(remainingMs: number): Context {
  const deadline = Date.now() + remainingMs;
  return {
    callbackWaitsForEmptyEventLoop: false,
    functionName: 'test',
    functionVersion: '$LATEST',
    invokedFunctionArn: 'arn:aws:lambda:eu-central-1:000000000000:function:test',
    memoryLimitInMB: '512',
    awsRequestId: randomUUID(),
    logGroupName: '/aws/lambda/test',
    logStreamName: 'test',
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
    done: () => {},
    fail: () => {},
    succeed: () => {},
  };
}
