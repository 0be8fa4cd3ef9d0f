import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { serverBinaries } from './binaries.ts';
import { freePort } from './freePort.ts';
import { serverHome } from './home.ts';
import { initialised, type Superuser } from './initialise.ts';
import { launchServer, PortTaken } from './launch.ts';
import { serverUser } from './serverUser.ts';
import { stopStaleServer } from './staleServer.ts';

const stopTimeoutMs = 20_000;

interface Options {
  /** A folder that only this server uses. It is created if it is missing. */
  readonly directory: string;
  /** The port; a free port by default. */
  readonly port?: number;
  /** Server settings, such as `max_connections`. */
  readonly settings?: Readonly<Record<string, string | number>>;
  /** Receives each line of the server's log. */
  readonly onLog?: (line: string) => void;
}

/** A running server that this process owns. */
export interface Postgres {
  readonly host: string;
  readonly port: number;
  readonly pid: number;
  readonly superuser: Superuser;
  /** The folder of the server's files: `directory`, or a substitute if the server's user cannot enter it. */
  readonly home: string;
  /** Returns the connection URL of a database, without TLS; for the superuser by default. */
  url(database: string, user?: string, password?: string): string;
  /** Settles when the server has ended for any reason. */
  readonly ended: Promise<void>;
  /** Ends all sessions, writes all data and waits until the server has ended. Throws if the server had to be killed. */
  stop(): Promise<void>;
}

/**
 * Starts a PostgreSQL server on 127.0.0.1 and initialises it on first use. The server ends when this process ends. Throws an error with the
 * server's last message if it does not start.
 */
export async function startPostgres({ directory, port: wantedPort, settings = {}, onLog = () => {} }: Options): Promise<Postgres> {
  const user = serverUser();
  const home = await serverHome(directory, user);
  const { postgres, initdb } = await serverBinaries(home, user);
  await stopStaleServer(`${home}/data`);
  const { data, superuser } = await initialised({ directory, home, initdb, user, isSynced: settings['fsync'] !== 'off' });
  const host = '127.0.0.1';
  for (let attempt = 1; ; attempt++) {
    const port = wantedPort ?? (await freePort());
    try {
      const server = await launchServer({ program: postgres, data, user, onLog, settings: { ...settings, listen_addresses: host, port } });
      const url = (database: string, name = superuser.user, password = superuser.password) =>
        `postgres://${encodeURIComponent(name)}:${encodeURIComponent(password)}@${host}:${port}/${encodeURIComponent(database)}?sslmode=disable`;
      const ended = once(server, 'exit').then(() => {});
      return { host, port, pid: server.pid, superuser, home, url, ended, stop: () => stop(server, data) };
    } catch (error) {
      if (!(error instanceof PortTaken) || attempt === 5) throw error;
    }
  }
}

async function stop(server: ChildProcess, data: string): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, 'exit');
  // SIGINT is PostgreSQL's fast shutdown. SIGTERM would wait for every client to disconnect.
  server.kill('SIGINT');
  const tooLong = setTimeout(() => server.kill('SIGQUIT'), stopTimeoutMs);
  const [code] = await ended;
  clearTimeout(tooLong);
  if (code !== 0)
    throw new Error(`PostgreSQL did not stop cleanly within ${stopTimeoutMs / 1000} s; it will recover ${data} at the next start`);
}
