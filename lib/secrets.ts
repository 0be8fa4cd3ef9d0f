import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod/mini';
import type { DatabaseSource } from './config.ts';

/** A secret in RDS's own form. */
export interface DatabaseSecret {
  readonly username: string;
  readonly password: string;
  readonly host?: string | undefined;
  readonly port?: number | undefined;
  readonly dbname?: string | undefined;
}

/** The secret cannot be used. The message names the secret, never a part of its value. */
export class SecretError extends Error {
  constructor(message: string, options?: { cause: unknown }) {
    super(message, options);
    this.name = 'SecretError';
  }
}

const databaseSecret = z.object({
  username: z.string().check(z.minLength(1)),
  password: z.string().check(z.minLength(1)),
  host: z.optional(z.string()),
  port: z.optional(z.union([z.number(), z.pipe(z.string(), z.coerce.number())])),
  dbname: z.optional(z.string()),
});

/** As whom to connect, and with what password. */
export type Credentials = Pick<DatabaseSecret, 'username' | 'password'>;

/** Of a secret: the version in use, or the next one while a rotation is under way. */
export type SecretStage = 'AWSCURRENT' | 'AWSPENDING';

let client: SecretsManagerClient | undefined;

/** The credentials of a source of either kind; an address has its own, whatever the stage. @throws SecretError */
export async function databaseCredentials(source: DatabaseSource, stage: SecretStage): Promise<Credentials> {
  return source.kind === 'url' ? source : fetchDatabaseSecret(source.secretArn, stage);
}

/**
 * Fetches a version of a database secret from Secrets Manager.
 * @throws SecretError when it cannot be fetched or is not of RDS's form
 */
export async function fetchDatabaseSecret(secretArn: string, stage: SecretStage = 'AWSCURRENT'): Promise<DatabaseSecret> {
  let text: string | undefined;
  try {
    // Imported on first use: an environment that is given an address never pays for the client's 437 KB.
    const sdk = await import('@aws-sdk/client-secrets-manager');
    // Bounded: whoever asks at the same time waits for the same answer, and a stalled one would hold them all.
    client ??= new sdk.SecretsManagerClient({ maxAttempts: 3, requestHandler: { connectionTimeout: 1_000, requestTimeout: 3_000 } });
    text = (await client.send(new sdk.GetSecretValueCommand({ SecretId: secretArn, VersionStage: stage }))).SecretString;
  } catch (error) {
    throw new SecretError(`The secret ${secretArn} could not be fetched`, { cause: error });
  }
  return parseDatabaseSecret(secretArn, text);
}

function parseDatabaseSecret(secretArn: string, text: string | undefined): DatabaseSecret {
  let value: unknown;
  try {
    value = JSON.parse(text ?? '');
  } catch {
    // Without a cause: JSON.parse quotes the text it stumbles over.
    throw new SecretError(`The secret ${secretArn} is not JSON`);
  }
  const parsed = databaseSecret.safeParse(value);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'value'}: ${issue.message}`);
    throw new SecretError(`The secret ${secretArn} is not of RDS's form {username, password}: ${faults.join('; ')}`);
  }
  return parsed.data;
}
