import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod/mini';
import { AwsCallError, type AwsCallLimits, awsCall, awsClientOptions } from './awsCall.ts';
import { ConfigError, type DatabaseSource } from './config.ts';

/** A secret in RDS's own form. */
export interface DatabaseSecret {
  readonly username: string;
  readonly password: string;
  readonly host?: string | undefined;
  readonly port?: number | undefined;
  readonly dbname?: string | undefined;
}

/** The secret cannot be used: it is missing, denied or of another form. The message names the secret, never a part of its value. */
export class SecretError extends ConfigError {
  constructor(message: string, options?: { cause: unknown }) {
    super([message], options);
    this.name = 'SecretError';
  }
}

/** Secrets Manager did not answer, throttled or failed, for as long as there was time. Asking again later may help. */
export class SecretUnavailableError extends Error {
  override readonly name = 'SecretUnavailableError';
}

// What else a secret holds is kept when it is rotated.
const databaseSecret = z.looseObject({
  username: z.string().check(z.minLength(1)),
  password: z.string().check(z.minLength(1)),
  host: z.optional(z.string()),
  port: z.optional(z.union([z.number(), z.pipe(z.string(), z.coerce.number())])),
  dbname: z.optional(z.string()),
});

/** As whom to connect, and with what password. */
export type Credentials = Pick<DatabaseSecret, 'username' | 'password'>;

/** Of a secret: the version in use, the next one while a rotation is under way, or the one before. */
export type SecretStage = 'AWSCURRENT' | 'AWSPENDING' | 'AWSPREVIOUS';

let client: SecretsManagerClient | undefined;

/** The credentials of a source of either kind; an address has its own, whatever the stage. @throws SecretError, SecretUnavailableError */
export async function databaseCredentials(source: DatabaseSource, stage: SecretStage, limits?: AwsCallLimits): Promise<Credentials> {
  const { username, password } = source.kind === 'url' ? source : await fetchDatabaseSecret(source.secretArn, stage, undefined, limits);
  // Nothing else: a caller that spreads this beside an address would connect to the host that the secret or DATABASE_URL names.
  return { username, password };
}

/**
 * Fetches a version of a database secret from Secrets Manager: that of a stage, or one version by its id.
 * @throws SecretError when it is missing, denied or not of RDS's form; SecretUnavailableError
 */
export async function fetchDatabaseSecret(
  secretArn: string,
  stage: SecretStage = 'AWSCURRENT',
  versionId?: string,
  limits?: AwsCallLimits,
): Promise<DatabaseSecret> {
  const { SecretString } = await ask(
    `The secret ${secretArn} could not be fetched`,
    (sdk, manager, options) =>
      manager.send(new sdk.GetSecretValueCommand({ SecretId: secretArn, VersionStage: stage, VersionId: versionId }), options),
    limits,
  );
  return parseDatabaseSecret(secretArn, SecretString);
}

/** The versions of a secret, each with its stages. @throws SecretError, SecretUnavailableError */
export async function secretVersions(secretArn: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const { VersionIdsToStages = {} } = await ask(`The secret ${secretArn} could not be described`, (sdk, manager, options) =>
    manager.send(new sdk.DescribeSecretCommand({ SecretId: secretArn }), options),
  );
  return new Map(Object.entries(VersionIdsToStages));
}

/** Stores the next version of a secret, as AWSPENDING; the same one again changes nothing. @throws SecretError, SecretUnavailableError */
export async function putPendingSecret(secretArn: string, versionId: string, secret: DatabaseSecret): Promise<void> {
  const SecretString = JSON.stringify(secret);
  await ask(`The next version of ${secretArn} could not be stored`, (sdk, manager, options) =>
    manager.send(
      new sdk.PutSecretValueCommand({ SecretId: secretArn, ClientRequestToken: versionId, SecretString, VersionStages: ['AWSPENDING'] }),
      options,
    ),
  );
}

/** Makes a version the one in use, in place of another: whoever fetches the secret gets it from now on. @throws SecretError, SecretUnavailableError */
export async function makeSecretCurrent(secretArn: string, versionId: string, replaced: string): Promise<void> {
  const move = { SecretId: secretArn, VersionStage: 'AWSCURRENT', MoveToVersionId: versionId, RemoveFromVersionId: replaced };
  await ask(`The next version of ${secretArn} could not be made the current one`, (sdk, manager, options) =>
    manager.send(new sdk.UpdateSecretVersionStageCommand(move), options),
  );
}

type Sdk = typeof import('@aws-sdk/client-secrets-manager');

// Answers take 10 to 100 ms; a first one with its TLS handshake on a small share of a core, 500.
const tryMs = 2_000;

const advice: Readonly<Record<string, string>> = {
  ResourceNotFoundException: 'it does not exist, or has no such version: check the ARN and its region',
  AccessDeniedException: 'the function may not: allow it in its role, and in the policies of the secret, its key and the VPC endpoint',
  DecryptionFailure: 'its key does not decrypt it: allow kms:Decrypt, and enable the key',
  CredentialsProviderError: 'there are no AWS credentials: the function must run with a role',
};

async function ask<Answer>(
  failure: string,
  send: (sdk: Sdk, manager: SecretsManagerClient, options: { abortSignal: AbortSignal }) => Promise<Answer>,
  limits?: AwsCallLimits,
): Promise<Answer> {
  // Imported on first use: an environment that is given an address never pays for the client's 437 KB.
  const sdk = await import('@aws-sdk/client-secrets-manager');
  client ??= new sdk.SecretsManagerClient(awsClientOptions);
  const manager = client;
  try {
    return await awsCall('Secrets Manager', (options) => send(sdk, manager, options), { tryMs, ...limits });
  } catch (error) {
    if (!(error instanceof AwsCallError)) throw error;
    if (error.failure !== 'refused') throw new SecretUnavailableError(failure, { cause: error });
    const { cause } = error;
    const reason = cause instanceof Error ? (advice[cause.name] ?? cause.name) : 'it was refused';
    throw new SecretError(`${failure}: ${reason}`, { cause });
  }
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
