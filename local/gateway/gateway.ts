import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { openLocalServer } from '../http/localServer.ts';
import { type Answer, badRequest, gatewayAnswer, internalError, unavailable } from './answer.ts';
import { type Api, handleRequest } from './handleRequest.ts';

// How long a client may take to send a request: as long as API Gateway's whole answer may take.
const requestTimeoutMs = 30_000;
// Connections that wait to be taken; the system may allow fewer. Node's 511 are 2.5 s of 200 requests a second.
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
  /** Begins to serve; until then every answer is 503. */
  serve(api: Api): void;
  /** Takes no more requests, lets those that run end within the time given, and closes. May be called again. */
  close(graceMs?: number): Promise<void>;
}

interface Listen {
  /** An address or name of this machine; 127.0.0.1 by default. */
  readonly host?: string | undefined;
  /** 0, the default, takes any free port. */
  readonly port?: number;
  readonly onAccess?: (access: Access) => void;
}

/** Rejects with the system's error (`EADDRINUSE`, `EACCES`, `EADDRNOTAVAIL`, `ENOTFOUND`) when host and port cannot be had. */
export async function openGateway({ host, port, onAccess = () => {} }: Listen = {}): Promise<Gateway> {
  let api: Api | undefined;
  const times = { requestTimeout: requestTimeoutMs, headersTimeout: requestTimeoutMs, connectionsCheckingInterval: 1000 };
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

/** A client that broke off hears no answer, whichever it is; anything else is a bug of the gateway, and still an answer. */
function unexpected(request: IncomingMessage, error: unknown): Answer {
  if (!request.destroyed) console.error(error);
  return internalError;
}

/** In the form of API Gateway's: `JKJaXmPLvHcESHA=`. */
function newRequestId(): string {
  return randomBytes(11).toString('base64url').concat('=');
}

function writeAnswer(response: ServerResponse, { status, headers, body }: Answer, requestId: string): void {
  if (response.destroyed) return;
  response.statusCode = status;
  for (const [name, value] of headers) response.appendHeader(name, value);
  // The same that the event has; on an answer of the gateway's own it is the only name of the request.
  response.setHeader('apigw-requestid', requestId);
  if (status !== 204 && status !== 304) response.setHeader('content-length', body.length);
  response.end(body);
}

/** What is not HTTP at all, has too long a header or comes too slowly. */
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
