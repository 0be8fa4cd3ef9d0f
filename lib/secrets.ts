import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod/mini';
import { AwsCallError, type AwsCallLimits, awsCall, singleTryOptions } from './awsCall.ts';
import { ConfigError, type DatabaseSource } from './config.ts';

/** A database secret in RDS format. */
export interface DatabaseSecret {
  readonly username: string;
  readonly password: string;
  readonly host?: string | undefined;
  readonly port?: number | undefined;
  readonly dbname?: string | undefined;
}

/** The secret is missing or malformed, or access to it is denied. The message names the secret and never contains a part of its value. */
export class SecretError extends ConfigError {
  constructor(message: string, options?: { cause: unknown }) {
    super([message], options);
    this.name = 'SecretError';
  }
}

/** Secrets Manager throttled the call, failed, or did not answer before the deadline. A later call may succeed. */
export class SecretUnavailableError extends Error {
  override readonly name = 'SecretUnavailableError';
}

// Loose, because a rotation must keep the secret's other fields.
const databaseSecret = z.looseObject({
  username: z.string().check(z.minLength(1)),
  password: z.string().check(z.minLength(1)),
  host: z.optional(z.string()),
  port: z.optional(z.union([z.number(), z.pipe(z.string(), z.coerce.number())])),
  dbname: z.optional(z.string()),
});

/** A role's name and password. */
export type Credentials = Pick<DatabaseSecret, 'username' | 'password'>;

/** The stage of a secret's version: in use, next (during a rotation), or previous. */
export type SecretStage = 'AWSCURRENT' | 'AWSPENDING' | 'AWSPREVIOUS';

let client: SecretsManagerClient | undefined;

/**
 * Returns the credentials in a source's URL, or in the version of its secret that has this stage.
 * @throws SecretError, SecretUnavailableError
 */
export async function databaseCredentials(source: DatabaseSource, stage: SecretStage, limits?: AwsCallLimits): Promise<Credentials> {
  const { username, password } = source.kind === 'url' ? source : await fetchDatabaseSecret(source.secretArn, stage, undefined, limits);
  // Omits the secret's other fields: callers copy this result into an address, where the secret's `host` would replace the address's own host.
  return { username, password };
}

/**
 * Fetches one version of a database secret, by its stage and optionally its ID.
 * @throws SecretError if it is missing or not in RDS format, or if access is denied; SecretUnavailableError
 */
export async function fetchDatabaseSecret(
  secretArn: string,
  stage: SecretStage = 'AWSCURRENT',
  versionId?: string,
  limits?: AwsCallLimits,
): Promise<DatabaseSecret> {
  const { SecretString } = await callSecretsManager(
    `The secret ${secretArn} could not be fetched`,
    (sdk, manager, options) =>
      manager.send(new sdk.GetSecretValueCommand({ SecretId: secretArn, VersionStage: stage, VersionId: versionId }), options),
    limits,
  );
  return parseDatabaseSecret(secretArn, SecretString);
}

/** Returns the versions of a secret with their stages. @throws SecretError, SecretUnavailableError */
export async function secretVersions(secretArn: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const { VersionIdsToStages = {} } = await callSecretsManager(`The secret ${secretArn} could not be described`, (sdk, manager, options) =>
    manager.send(new sdk.DescribeSecretCommand({ SecretId: secretArn }), options),
  );
  return new Map(Object.entries(VersionIdsToStages));
}

/** Stores the next version of a secret as AWSPENDING. Repeating the call changes nothing. @throws SecretError, SecretUnavailableError */
export async function putPendingSecret(secretArn: string, versionId: string, secret: DatabaseSecret): Promise<void> {
  const SecretString = JSON.stringify(secret);
  await callSecretsManager(`The next version of the secret ${secretArn} could not be stored`, (sdk, manager, options) =>
    manager.send(
      new sdk.PutSecretValueCommand({ SecretId: secretArn, ClientRequestToken: versionId, SecretString, VersionStages: ['AWSPENDING'] }),
      options,
    ),
  );
}

/** Makes a version current, in place of the version `replaced`. @throws SecretError, SecretUnavailableError */
export async function makeSecretCurrent(secretArn: string, versionId: string, replaced: string): Promise<void> {
  const move = { SecretId: secretArn, VersionStage: 'AWSCURRENT', MoveToVersionId: versionId, RemoveFromVersionId: replaced };
  await callSecretsManager(`The next version of the secret ${secretArn} could not be made current`, (sdk, manager, options) =>
    manager.send(new sdk.UpdateSecretVersionStageCommand(move), options),
  );
}

type Sdk = typeof import('@aws-sdk/client-secrets-manager');

// A response takes 10 to 100 ms. The first response takes 500 ms, because of the TLS handshake on a fraction of a core.
const tryMs = 2_000;

const advice: Readonly<Record<string, string>> = {
  ResourceNotFoundException: 'the secret or its version does not exist: check the ARN and its region',
  AccessDeniedException:
    'access denied: allow the call in the role of the function and in the policies of the secret, its key and the VPC endpoint',
  DecryptionFailure: 'decryption failed: allow kms:Decrypt and enable the key',
  CredentialsProviderError: 'no AWS credentials found: run the function with a role',
};

async function callSecretsManager<Answer>(
  failure: string,
  send: (sdk: Sdk, manager: SecretsManagerClient, options: { abortSignal: AbortSignal }) => Promise<Answer>,
  limits?: AwsCallLimits,
): Promise<Answer> {
  // Imported on first use, so that a process with a database URL never loads the client's 437 KB.
  const sdk = await import('@aws-sdk/client-secrets-manager');
  client ??= new sdk.SecretsManagerClient(singleTryOptions);
  const manager = client;
  try {
    return await awsCall('Secrets Manager', (options) => send(sdk, manager, options), { tryMs, ...limits });
  } catch (error) {
    if (!(error instanceof AwsCallError)) throw error;
    if (error.failure !== 'refused') throw new SecretUnavailableError(failure, { cause: error });
    const { cause } = error;
    const reason = cause instanceof Error ? (advice[cause.name] ?? cause.name) : 'the request was refused';
    throw new SecretError(`${failure}: ${reason}`, { cause });
  }
}

function parseDatabaseSecret(secretArn: string, text: string | undefined): DatabaseSecret {
  let value: unknown;
  try {
    value = JSON.parse(text ?? '');
  } catch {
    // The error has no `cause`, because the message of JSON.parse quotes the secret.
    throw new SecretError(`The secret ${secretArn} is not JSON: store {username, password}`);
  }
  const parsed = databaseSecret.safeParse(value);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'value'}: ${issue.message}`);
    throw new SecretError(`The secret ${secretArn} does not have RDS's format {username, password}: ${faults.join('; ')}`);
  }
  return parsed.data;
}
