import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { afterAll } from 'vitest';

/**
 * What becomes of bytes: handed on, the server's end of the connection some time after them, swallowed without a word, answered with a
 * reset, or with an error of the server's own form.
 */
type Mode = 'pass' | 'end late' | 'swallow' | 'reset' | { readonly sqlState: string };

export interface TcpProxy {
  readonly port: number;
  /** The number of accepted connections. */
  readonly taken: () => number;
  /** How many pieces of data got lost in connections that were dropped. */
  readonly lost: () => number;
  /** From now on, for new connections. */
  readonly forNew: (mode: Mode) => void;
  /** For the next new connections, one mode for each, before the mode of `forNew`. */
  readonly forNext: (...modes: Mode[]) => void;
  /** Drops the connections that are open, as a firewall does: both ends think that they have one, and nothing gets through. */
  readonly dropSilently: () => void;
}

/** A proxy between functions and a server that simulates network failures. Ends with the test file. */
export async function tcpProxy(target: { host: string; port: number }): Promise<TcpProxy> {
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
    // An end that was a reset does not travel by pipe.
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

/** An ErrorResponse: https://www.postgresql.org/docs/17/protocol-message-formats.html */
function errorResponse(sqlState: string): Buffer {
  const fields = Buffer.from(`SFATAL\0VFATAL\0C${sqlState}\0Mnot now\0\0`);
  const head = Buffer.alloc(5);
  head.write('E');
  head.writeInt32BE(fields.length + 4, 1);
  return Buffer.concat([head, fields]);
}

/** Returns the same address through the proxy. */
export function through({ port }: TcpProxy, address: string): string {
  const url = new URL(address);
  url.host = `127.0.0.1:${port}`;
  return url.href;
}
