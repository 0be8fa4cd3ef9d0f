import type { IncomingMessage } from 'node:http';
import type { Cors } from '../serverless/corsConfig.ts';
import type { Answer } from './answer.ts';

/** Whether the request is a CORS preflight: an OPTIONS with an Origin and a requested method. */
export function isPreflight({ method, headers }: IncomingMessage): boolean {
  return method === 'OPTIONS' && headers.origin !== undefined && headers['access-control-request-method'] !== undefined;
}

/** The response to a preflight that matches no route. */
export const preflightAnswer: Answer = { status: 204, headers: [], body: Buffer.alloc(0) };

/**
 * Returns a function's response as API Gateway sends it if CORS is configured. Removes the function's own CORS headers. Adds the configured headers
 * if the request's Origin is allowed ("Configure CORS for HTTP APIs" in API Gateway's guide).
 */
export function withCors(cors: Cors, request: IncomingMessage, { headers, ...answer }: Answer): Answer {
  const others = headers.filter(([name]) => !name.startsWith('access-control-'));
  return { ...answer, headers: [...others, ...corsHeaders(cors, request)] };
}

function corsHeaders(cors: Cors, request: IncomingMessage): [name: string, value: string][] {
  const allowed = allowedOrigin(cors, request.headers.origin);
  if (allowed === undefined) return [];
  const lists = isPreflight(request)
    ? { 'access-control-allow-methods': cors.allowedMethods, 'access-control-allow-headers': cors.allowedHeaders }
    : { 'access-control-expose-headers': cors.exposedResponseHeaders };
  const named = Object.entries(lists).filter(([, values]) => values.length > 0);
  return [
    ['access-control-allow-origin', allowed],
    ...(cors.allowCredentials ? [['access-control-allow-credentials', 'true'] as [string, string]] : []),
    ...named.map(([name, values]): [string, string] => [name, values.join(',')]),
    ...(isPreflight(request) && cors.maxAge !== undefined ? [['access-control-max-age', `${cors.maxAge}`] as [string, string]] : []),
  ];
}

function allowedOrigin({ allowedOrigins }: Cors, origin: string | undefined): string | undefined {
  if (origin === undefined) return undefined;
  if (allowedOrigins.includes('*')) return '*';
  return allowedOrigins.some((one) => one === origin || (/^https?:\/\/\*$/.test(one) && origin.startsWith(one.slice(0, -1))))
    ? origin
    : undefined;
}
