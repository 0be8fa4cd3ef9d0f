import pg from 'pg';
import { boundedMs } from '../timeLimit.ts';
import type { DatabaseAddress } from './address.ts';
import { verifiedTls } from './tls.ts';

/** PostgreSQL parameters of a session, by name. */
export type SessionSettings = Readonly<Record<string, string | number>>;

/** Returns the startup parameter `options`, which gives a session these settings. Only for direct connections: a proxy may reject it. */
export function startupOptions(settings: SessionSettings): string {
  return Object.entries(settings)
    .map(([name, value]) => `-c ${name}=${String(value).replace(/[\\\s]/g, '\\$&')}`)
    .join(' ');
}

// Enough for two lost SYN packets, which TCP sends again after 1 s and 3 s.
const connectTimeoutMs = 5_000;

interface Behaviour {
  readonly applicationName: string;
  readonly settings: SessionSettings;
  /** How long a statement may take before the connection is considered lost. */
  readonly queryTimeoutMs: number;
}

/** Opens a connection outside any pool, for callers that must notice its loss (`end`, `error`), such as the holder of a session lock. */
export async function openClient(address: DatabaseAddress, behaviour: Behaviour): Promise<pg.Client> {
  const client = new pg.Client({
    host: address.host,
    port: address.port,
    database: address.name,
    user: address.username,
    password: address.password,
    ...(address.tls && { ssl: await verifiedTls(address.host) }),
    application_name: behaviour.applicationName,
    options: startupOptions(behaviour.settings),
    connectionTimeoutMillis: boundedMs(connectTimeoutMs),
    query_timeout: behaviour.queryTimeoutMs,
    keepAlive: true,
  });
  // Without a listener, an error would crash the process. The caller learns of the loss from the event `end`, which follows the error.
  client.on('error', () => {});
  await client.connect();
  return client;
}
