import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

/** A server with PostgreSQL's protocol that accepts every login and returns no rows for any statement. */
export interface EmptyDatabase {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Opens an empty database on this machine. It lets a function run a whole request, from the login to the result, without a PostgreSQL server.
 * Format of the messages: https://www.postgresql.org/docs/17/protocol-message-formats.html
 */
export async function openEmptyDatabase(): Promise<EmptyDatabase> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy());
    serve(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return {
    url: `postgres://orders_api:none@127.0.0.1:${address.port}/orders`,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

const message = (type: string, body: Buffer = Buffer.alloc(0)) => {
  const head = Buffer.alloc(5);
  head.write(type, 'latin1');
  head.writeUInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
};
const text = (...values: string[]) => Buffer.from(values.map((value) => `${value}\0`).join(''));
const ready = message('Z', Buffer.from('I'));
const complete = message('C', text('SELECT 0'));
const noColumns = message('T', Buffer.alloc(2));

// AuthenticationOk, two ParameterStatus, BackendKeyData and ReadyForQuery.
const welcome = Buffer.concat([
  message('R', Buffer.alloc(4)),
  message('S', text('server_version', '17.5')),
  message('S', text('client_encoding', 'UTF8')),
  message('K', Buffer.alloc(8)),
  ready,
]);

/** The response to each type of client message. */
const answers: Readonly<Record<string, Buffer>> = {
  Q: Buffer.concat([noColumns, complete, ready]),
  P: message('1'),
  B: message('2'),
  D: noColumns,
  E: complete,
  C: message('3'),
  S: ready,
};

function serve(socket: Socket): void {
  let received = Buffer.alloc(0);
  let isWelcome = false;
  socket.on('data', (chunk) => {
    received = Buffer.concat([received, chunk]);
    const out: Buffer[] = [];
    for (;;) {
      // The startup message is the only one without a type.
      const typeBytes = isWelcome ? 1 : 0;
      if (received.length < typeBytes + 4) break;
      const length = typeBytes + received.readUInt32BE(typeBytes);
      if (received.length < length) break;
      const type = received.toString('latin1', 0, 1);
      out.push(isWelcome ? (answers[type] ?? Buffer.alloc(0)) : welcome);
      isWelcome = true;
      received = received.subarray(length);
    }
    if (out.length > 0) socket.write(Buffer.concat(out));
  });
}
