import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { openLocalServer } from '../http/localServer.ts';
import { type Answer, badRequest, gatewayAnswer, internalError, unavailable } from './answer.ts';
import { type Api, handleRequest } from './handleRequest.ts';

// How long a client may take to send a request. API Gateway's limit for a response is also 30 s.
const requestTimeoutMs = 30_000;
// Node's default of 5 s is too short on a busy machine. A client that was paused for 5 s may send a request while the gateway closes the
// connection, and gets ECONNRESET.
const keepAliveTimeoutMs = 60_000;
// How many connections may wait to be accepted; the system may allow fewer. A pause of 2.5 s at 200 requests a second fills Node's default of 511.
const backlog = 4096;

/** One line of an access log. */
export interface Access {
  readonly method: string;
  readonly url: string;
  readonly status: number;
  readonly durationMs: number;
}

/** A local stand-in for an API Gateway HTTP API. */
export interface Gateway {
  readonly url: string;
  /** Starts to serve the API. Until then, every response is 503. */
  serve(api: Api): void;
  /** Accepts no more requests, waits up to `graceMs` for running requests, and closes. Can be called again. */
  close(graceMs?: number): Promise<void>;
}

interface Listen {
  /** An address or name of this machine; 127.0.0.1 by default. */
  readonly host?: string | undefined;
  /** 0, the default, selects a free port. */
  readonly port?: number;
  readonly onAccess?: (access: Access) => void;
}

/**
 * Starts a gateway. Rejects with the system's error (`EADDRINUSE`, `EACCES`, `EADDRNOTAVAIL`, `ENOTFOUND`) if it cannot listen on host and port.
 */
export async function openGateway({ host, port, onAccess = () => {} }: Listen = {}): Promise<Gateway> {
  let api: Api | undefined;
  const times = {
    requestTimeout: requestTimeoutMs,
    headersTimeout: requestTimeoutMs,
    keepAliveTimeout: keepAliveTimeoutMs,
    connectionsCheckingInterval: 1000,
  };
  const { server, url } = await openLocalServer({ host, port, backlog }, times, async (request, response) => {
    const since = performance.now();
    const requestId = newRequestId();
    const answer =
      api === undefined ? unavailable : await handleRequest(api, request, requestId).catch((error) => unexpected(request, error));
    writeAnswer(response, answer, requestId);
    onAccess({ method: request.method ?? '', url: request.url ?? '', status: answer.status, durationMs: performance.now() - since });
  });
  server.on('clientError', refuse);
  return {
    url,
    serve: (served) => {
      api = served;
    },
    close: (graceMs = 2000) => close(server, graceMs),
  };
}

async function close(server: Server, graceMs: number): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  const tooLong = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearTimeout(tooLong);
}

/** Logs an error of the gateway itself and responds with 500. An error after the client has disconnected is not logged. */
function unexpected(request: IncomingMessage, error: unknown): Answer {
  if (!request.destroyed) console.error(error);
  return internalError;
}

/** Returns a request ID in API Gateway's format, such as `JKJaXmPLvHcESHA=`. */
function newRequestId(): string {
  return randomBytes(11).toString('base64url').concat('=');
}

function writeAnswer(response: ServerResponse, { status, headers, body }: Answer, requestId: string): void {
  if (response.destroyed) return;
  response.statusCode = status;
  for (const [name, value] of headers) response.appendHeader(name, value);
  // The function receives the same ID in its event. A response of the gateway itself has only this ID.
  response.setHeader('apigw-requestid', requestId);
  if (status !== 204 && status !== 304) response.setHeader('content-length', body.length);
  response.end(body);
}

/** Rejects a request that is not HTTP, has too large headers or arrives too slowly. */
function refuse(error: Error & { code?: string }, socket: Duplex): void {
  if (socket.destroyed || !socket.writable) return;
  const { status, headers, body } =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? gatewayAnswer(431, 'Request Header Fields Too Large')
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? gatewayAnswer(408, 'Request Timeout')
        : badRequest;
  const lines = [...headers, ['content-length', body.length], ['connection', 'close']].map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} -\r\n${lines.join('')}\r\n${body}`);
}
