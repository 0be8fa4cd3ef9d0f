import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** A proxy that delays all data to and from a port of this machine. */
export interface DelayProxy {
  readonly port: number;
  close(): Promise<void>;
}

/** Listens on 127.0.0.1 and forwards data in both directions, delayed by half of `roundTripMs`. */
export async function openDelayProxy(targetPort: number, roundTripMs: number): Promise<DelayProxy> {
  const sockets = new Set<Socket>();
  const server = createServer((incoming) => {
    const outgoing = connect(targetPort, '127.0.0.1');
    for (const socket of [incoming, outgoing]) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => {});
      socket.on('close', () => sockets.delete(socket));
    }
    handOn(incoming, outgoing, roundTripMs / 2);
    handOn(outgoing, incoming, roundTripMs / 2);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The system gave no TCP port');
  return {
    port: address.port,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

/** Forwards data after a delay. Timers of the same length fire in the order of their start, so the bytes keep their order. */
function handOn(from: Socket, to: Socket, delayMs: number): void {
  from.on('data', (chunk) => setTimeout(() => !to.destroyed && to.write(chunk), delayMs));
  from.on('close', () => setTimeout(() => to.destroy(), delayMs));
}
