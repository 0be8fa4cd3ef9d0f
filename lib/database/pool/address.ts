import { ConfigError, type DatabaseSource, isLocal } from '../../config.ts';
import { fetchDatabaseSecret } from '../../secrets.ts';

/** A database's complete address and credentials. */
export type DatabaseAddress = Omit<Extract<DatabaseSource, { kind: 'url' }>, 'kind'>;

/**
 * Returns the address of a source. For a secret, the environment's host, port and name take precedence.
 * @throws SecretError if the secret cannot be fetched or read; ConfigError if the host or the database's name is missing
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
  // With a secret, only a host on this machine is used without TLS.
  return {
    host,
    name,
    port: source.port ?? secret.port ?? 5432,
    username: secret.username,
    password: secret.password,
    tls: !isLocal(host),
  };
}
