import { validateHeaderName, validateHeaderValue } from 'node:http';
import { z } from 'zod';
import type { InvocationResult } from '../lambda/invocation.ts';

/** A response to the client. */
export interface Answer {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer;
}

/** Returns a response of the gateway itself, in API Gateway's fixed format. */
export function gatewayAnswer(status: number, message: string, headers: Answer['headers'] = []): Answer {
  return { status, headers: [['content-type', 'application/json'], ...headers], body: Buffer.from(JSON.stringify({ message })) };
}

export const badRequest = gatewayAnswer(400, 'Bad Request');
export const notFound = gatewayAnswer(404, 'Not Found');
export const tooLarge = gatewayAnswer(413, 'Request Entity Too Large');
// An HTTP API responds to every failure of a function (an error, a crash, a timeout, a malformed response) with 500 and this body. See "Troubleshooting issues
// with HTTP API Lambda integrations" in API Gateway's guide. A REST API sends 502 instead.
export const internalError = gatewayAnswer(500, 'Internal Server Error');
export const unavailable = gatewayAnswer(503, 'Service Unavailable');
// Lambda throttled the invocation. UNVERIFIED: AWS documents 429 for the Invoke API, but not the response of an HTTP API. Users report 503 for HTTP
// APIs, so this gateway sends 503. Like 429, a 503 tells the caller that the request had no effect and may be repeated.
export const throttled = gatewayAnswer(503, 'Service Unavailable');

const plain = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const response = z.object({
  statusCode: z.coerce.number().int().min(200).max(599),
  headers: z.record(z.string(), plain).nullish(),
  cookies: z.array(z.string()).nullish(),
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().nullish(),
});

// The gateway removes these headers from a function's response. It computes the length itself. The other headers concern only its connection to the client.
const notForwarded = new Set(['connection', 'content-length', 'keep-alive', 'transfer-encoding', 'upgrade', 'trailer', 'te']);

/** Converts a function's result to an HTTP response. An error, a malformed result, or a header with invalid characters becomes a 500. */
export function answerOf({ payload, functionError }: InvocationResult): Answer {
  if (functionError !== undefined) return internalError;
  const value: unknown = JSON.parse(payload);
  if (typeof value !== 'object' || value === null || !('statusCode' in value)) return shorthand(value);
  const parsed = response.safeParse(value);
  if (!parsed.success) return internalError;
  const { statusCode: status, headers, cookies, body, isBase64Encoded } = parsed.data;
  const lines = Object.entries(headers ?? {})
    .map(([name, text]): [string, string] => [name.toLowerCase(), text])
    .filter(([name]) => !notForwarded.has(name));
  if (!lines.some(([name]) => name === 'content-type')) lines.push(['content-type', 'text/plain;charset=UTF-8']);
  lines.push(...(cookies ?? []).map((cookie): [string, string] => ['set-cookie', cookie]));
  try {
    for (const [name, text] of lines) {
      validateHeaderName(name);
      validateHeaderValue(name, text);
    }
  } catch {
    return internalError;
  }
  return { status, headers: lines, body: Buffer.from(body ?? '', isBase64Encoded === true ? 'base64' : 'utf8') };
}

/** Converts a result without a status to a 200 whose body is the whole result. */
function shorthand(value: unknown): Answer {
  const body = typeof value === 'string' ? value : JSON.stringify(value);
  return { status: 200, headers: [['content-type', 'application/json']], body: Buffer.from(body) };
}
