import pg from 'pg';
import type { DatabaseAddress } from '../../database/pool/address.ts';
import { connectTimeoutMs, type SessionSettings, startupOptions } from '../../database/pool/connectOptions.ts';
import { verifiedTls } from '../../database/pool/tls.ts';

interface Behaviour {
  readonly applicationName: string;
  readonly settings: SessionSettings;
  /** How long a statement may take before the connection is considered lost. */
  readonly queryTimeoutMs: number;
}

/** Opens a connection outside any pool, because its caller, such as the holder of the lock, must notice its loss (`end`, `error`). */
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
    connectionTimeoutMillis: connectTimeoutMs(),
    query_timeout: behaviour.queryTimeoutMs,
    keepAlive: true,
  });
  // Without a listener, an error would crash the process. The caller learns of the loss from the event `end`, which follows the error.
  client.on('error', () => {});
  await client.connect();
  return client;
}
