import { ConfigError, type DatabaseSource, isLocal } from '../../config.ts';
import { fetchDatabaseSecret } from '../../secrets.ts';

/** A database's complete address and credentials. */
export type DatabaseAddress = Omit<Extract<DatabaseSource, { kind: 'url' }>, 'kind'>;

/**
 * Returns the address of a source. The host, port and name in environment variables take precedence over those in a secret.
 * @throws SecretError if the secret cannot be fetched or read; SecretUnavailableError; ConfigError if the host or the database's name is missing
 */
export async function databaseAddress(source: DatabaseSource): Promise<DatabaseAddress> {
  if (source.kind === 'url') return source;
  const secret = await fetchDatabaseSecret(source.secretArn);
  const host = source.host ?? secret.host;
  const name = source.name ?? secret.dbname;
  if (!host || !name) {
    const missing = [!host && ['host', 'HOST'], !name && ['dbname', 'NAME']].filter((part) => part !== false);
    const faults = missing.map(
      ([field, part]) => `the secret has no ${field}: set DATABASE_${part} (for migrate: MIGRATION_DATABASE_${part})`,
    );
    throw new ConfigError(faults);
  }
  // An address from a secret uses TLS, unless its host is this machine.
  return {
    host,
    name,
    port: source.port ?? secret.port ?? 5432,
    username: secret.username,
    password: secret.password,
    tls: !isLocal(host),
  };
}
