import { ConfigError, type DatabaseSource, isLocal } from '../config.ts';
import { fetchDatabaseSecret } from '../secrets.ts';

/** Where and as whom to connect, all told. */
export interface DatabaseAddress {
  readonly host: string;
  readonly port: number;
  readonly name: string;
  readonly username: string;
  readonly password: string;
  readonly tls: boolean;
}

/**
 * The address behind a source; a secret is fetched, and completed or overridden by what the environment says.
 * @throws SecretError when the secret cannot be fetched or read; ConfigError when nothing names the host or the database
 */
export async function databaseAddress(source: DatabaseSource): Promise<DatabaseAddress> {
  if (source.kind === 'url') return source;
  const secret = await fetchDatabaseSecret(source.secretArn);
  const host = source.host ?? secret.host;
  const name = source.name ?? secret.dbname;
  if (!host || !name) {
    const missing = [!host && 'host: set DATABASE_HOST', !name && 'dbname: set DATABASE_NAME'].filter((fault) => fault !== false);
    throw new ConfigError(missing.map((fault) => `the secret has no ${fault} (with MIGRATION_ in front for migrate)`));
  }
  // With a secret, only a host on this machine goes without TLS: no address parameter can turn it off.
  return {
    host,
    name,
    port: source.port ?? secret.port ?? 5432,
    username: secret.username,
    password: secret.password,
    tls: !isLocal(host),
  };
}
