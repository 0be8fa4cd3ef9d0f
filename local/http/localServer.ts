import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerOptions, type ServerResponse } from 'node:http';
import { isMeantFor, loopback, urlOf } from './hostNames.ts';

interface Listen {
  /** An address or name of this machine; loopback by default. */
  readonly host?: string | undefined;
  /** 0, the default, takes any free port. */
  readonly port?: number | undefined;
  /** Connections that wait to be accepted. */
  readonly backlog?: number;
}

/** An HTTP server of this machine, for the programs of this machine. */
export interface LocalServer {
  readonly server: Server;
  readonly url: string;
}

/**
 * Starts the server; every HTTP server of `local/` is one of these. A request whose Host names another place never reaches `handle`: it is
 * answered with 421. Rejects with the system's error (`EADDRINUSE`, `EACCES`, `EADDRNOTAVAIL`, `ENOTFOUND`) when the address cannot be had.
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

/** What the request says it is meant for. A request without Host is refused, and one of the form for proxies names its host twice. */
function authoritiesOf({ url = '', headersDistinct }: IncomingMessage): readonly (string | undefined)[] {
  const [, ofTarget] = /^[a-z][a-z\d+.-]*:\/\/([^/?#]*)/i.exec(url) ?? [];
  return [...(headersDistinct['host'] ?? [undefined]), ...(ofTarget === undefined ? [] : [ofTarget])];
}

function refuse(request: IncomingMessage, response: ServerResponse): void {
  // An answer that leaves a body unread would break the connection while the client still sends.
  request.resume();
  const message = 'This server does not answer for the name in the Host header. Call it as localhost or 127.0.0.1.';
  const body = JSON.stringify({ message });
  response.writeHead(421, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
  response.end(body);
}
