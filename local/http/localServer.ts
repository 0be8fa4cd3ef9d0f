import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerOptions, type ServerResponse } from 'node:http';
import { isMeantFor, loopback, urlOf } from './hostNames.ts';

interface Listen {
  /** An address or name of this machine; loopback by default. */
  readonly host?: string | undefined;
  /** 0, the default, selects a free port. */
  readonly port?: number | undefined;
  /** How many connections may wait to be accepted. */
  readonly backlog?: number;
}

/** An HTTP server for programs on this machine. */
export interface LocalServer {
  readonly server: Server;
  readonly url: string;
}

/**
 * Starts an HTTP server. All HTTP servers of `local/` start here. A request whose Host is not a name of this server gets 421 and never reaches
 * `handle`. Rejects with the system's error (`EADDRINUSE`, `EACCES`, `EADDRNOTAVAIL`, `ENOTFOUND`) if it cannot listen on the address.
 */
export async function openLocalServer(
  { host = loopback, port = 0, backlog }: Listen,
  options: ServerOptions,
  handle: RequestListener,
): Promise<LocalServer> {
  const server = createServer(options, (request, response) => {
    if (authoritiesOf(request).every((authority) => isMeantFor(authority, host))) handle(request, response);
    else refuse(request, response);
  });
  server.listen({ host, port, backlog });
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The system gave no TCP port');
  return { server, url: urlOf(host, address.port) };
}

/**
 * Returns every host that the request names; undefined for a missing Host. A client that uses this server as its HTTP
 * proxy also sends a host in the target.
 */
function authoritiesOf({ url = '', headersDistinct }: IncomingMessage): readonly (string | undefined)[] {
  const [, ofTarget] = /^[a-z][a-z\d+.-]*:\/\/([^/?#]*)/i.exec(url) ?? [];
  return [...(headersDistinct['host'] ?? [undefined]), ...(ofTarget === undefined ? [] : [ofTarget])];
}

function refuse(request: IncomingMessage, response: ServerResponse): void {
  // Discards the body. A response before the end of the body would break the connection while the client still sends.
  request.resume();
  const message = 'This server does not accept the name in the Host header. Use localhost or 127.0.0.1.';
  const body = JSON.stringify({ message });
  response.writeHead(421, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
  response.end(body);
}
