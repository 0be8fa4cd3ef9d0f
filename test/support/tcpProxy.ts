import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { afterAll, inject } from 'vitest';

/**
 * What the proxy does with a connection. `pass` forwards all data. `end late` does the same, but closes the client's connection half a second after
 * the server has closed. `swallow` drops all data silently, `reset` resets the connection, and `sqlState` responds with this PostgreSQL error.
 */
type Mode = 'pass' | 'end late' | 'swallow' | 'reset' | { readonly sqlState: string };

export interface TcpProxy {
  readonly port: number;
  /** The number of accepted connections. */
  readonly taken: () => number;
  /** The number of chunks of data that clients sent on dropped connections. */
  readonly lost: () => number;
  /** Sets the mode of new connections. */
  readonly forNew: (mode: Mode) => void;
  /** Sets one mode for each of the next new connections. Later connections have the mode of `forNew` again. */
  readonly forNext: (...modes: Mode[]) => void;
  /** Drops all data of open connections, as a firewall does. Both ends still consider the connection open. */
  readonly dropSilently: () => void;
}

/** Starts a proxy that simulates network failures between functions and a server, by default the server of all tests. Stops with the test file. */
export async function tcpProxy(target = testServer()): Promise<TcpProxy> {
  let usual: Mode = 'pass';
  const next: Mode[] = [];
  let taken = 0;
  let lost = 0;
  const open = new Set<{ drop: () => void; sockets: Socket[] }>();
  const server: Server = createServer((client) => {
    taken++;
    const mode = next.shift() ?? usual;
    client.on('error', () => {});
    if (mode === 'swallow') {
      open.add({ drop: () => {}, sockets: [client] });
      client.resume();
      return;
    }
    if (mode === 'reset') {
      client.once('data', () => client.resetAndDestroy());
      return;
    }
    if (typeof mode === 'object') {
      const { sqlState } = mode;
      client.once('data', () => client.end(errorResponse(sqlState)));
      return;
    }
    const upstream = connect(target.port, target.host);
    upstream.on('error', () => {});
    const endAfterMs = mode === 'end late' ? 500 : 0;
    client.pipe(upstream);
    upstream.pipe(client, { end: endAfterMs === 0 });
    // `pipe` does not forward a reset.
    const end = () => setTimeout(() => client.destroy(), endAfterMs);
    upstream.on('close', end);
    client.on('close', () => upstream.destroy());
    const drop = () => {
      upstream.off('close', end);
      client.unpipe(upstream);
      upstream.unpipe(client);
      client.on('data', () => lost++);
      client.resume();
      upstream.resume();
    };
    open.add({ drop, sockets: [client, upstream] });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  afterAll(() => {
    server.close();
    for (const { sockets } of open) for (const socket of sockets) socket.destroy();
  });
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    taken: () => taken,
    lost: () => lost,
    forNew: (mode) => {
      usual = mode;
    },
    forNext: (...modes) => void next.push(...modes),
    dropSilently: () => {
      for (const { drop } of open) drop();
    },
  };
}

function testServer(): { host: string; port: number } {
  const { hostname, port } = new URL(inject('adminUrl'));
  return { host: hostname, port: Number(port) };
}

/** Returns PostgreSQL's message ErrorResponse: https://www.postgresql.org/docs/17/protocol-message-formats.html */
function errorResponse(sqlState: string): Buffer {
  const fields = Buffer.from(`SFATAL\0VFATAL\0C${sqlState}\0Mnot now\0\0`);
  const head = Buffer.alloc(5);
  head.write('E');
  head.writeInt32BE(fields.length + 4, 1);
  return Buffer.concat([head, fields]);
}

/** Returns the address with the host and port of the proxy. */
export function through({ port }: TcpProxy, address: string): string {
  const url = new URL(address);
  url.host = `127.0.0.1:${port}`;
  return url.href;
}
