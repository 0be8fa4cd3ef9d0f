import pg from 'pg';
import type { DatabaseAddress } from './address.ts';
import { type SessionSettings, startupOptions } from './settings.ts';
import { boundedMs } from './timeLimit.ts';
import { verifiedTls } from './tls.ts';

// Two lost SYN packets are repeated after 1 s and 3 s: as for Sequelize's connections.
const connectTimeoutMs = 5_000;

interface Behaviour {
  readonly applicationName: string;
  readonly settings: SessionSettings;
  /** How long a statement may take before the connection counts as lost. */
  readonly queryTimeoutMs: number;
}

/** One connection outside of any pool, connected: for who must know when it is lost (`end`, `error`), as the holder of a session lock must. */
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
  // Until whoever asked listens: an error that nobody hears would end the process. `end` follows it.
  client.on('error', () => {});
  await client.connect();
  return client;
}
