import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { localAccount } from '../account.ts';
import { readBody } from '../http/readBody.ts';
import { type AwsEndpoint, AwsError, openAwsEndpoint } from './awsEndpoint.ts';

interface Version {
  readonly id: string;
  /** Undefined until the rotation that created the version sets its value. */
  text: string | undefined;
  readonly createdAt: number;
  readonly stages: Set<string>;
}

interface Secret {
  readonly name: string;
  readonly arn: string;
  readonly versions: Version[];
}

/** A local stand-in for Secrets Manager that can read and rotate secrets. Keeps the secrets in memory. */
export interface SecretsEndpoint extends AwsEndpoint {
  /** The environment variables with which a function's client finds this endpoint. The endpoint accepts any access key. */
  readonly variables: Readonly<Record<string, string>>;
  /** Creates a secret, or sets its current value, and returns its ARN. */
  put(name: string, text: string): string;
  /** Creates the next version without a value, as Secrets Manager does before it invokes the rotation function. Returns the version's ID. */
  beginRotation(name: string): string;
}

const id = z.string().min(1).max(2048);
const stage = z.string().min(1).max(256);
const getSecretValue = z.object({ SecretId: id, VersionId: z.string().optional(), VersionStage: stage.optional() });
const putSecretValue = z.object({
  SecretId: id,
  SecretString: z.string().max(65_536),
  ClientRequestToken: z.string().min(32).max(64).optional(),
  VersionStages: z.array(stage).min(1).max(20).optional(),
});

const describeSecret = z.object({ SecretId: id });
const updateSecretVersionStage = z.object({
  SecretId: id,
  VersionStage: stage,
  MoveToVersionId: z.string().optional(),
  RemoveFromVersionId: z.string().optional(),
});

// More than any valid request: Secrets Manager limits a secret to 64 KB.
const bodyLimitBytes = 1024 * 1024;

/** Starts the endpoint on a free port of 127.0.0.1. AWS's clients find it with the variable AWS_ENDPOINT_URL_SECRETS_MANAGER. */
export async function openSecretsEndpoint(region: string): Promise<SecretsEndpoint> {
  const secrets: Secret[] = [];
  const find = (wanted: string) => {
    const found = secrets.find(({ name, arn }) => name === wanted || arn === wanted);
    if (found === undefined) throw new AwsError(400, 'ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
    return found;
  };
  const endpoint = await openAwsEndpoint(async (request) => {
    const [, operation] = /^secretsmanager\.(\w+)$/.exec(String(request.headers['x-amz-target'])) ?? [];
    const body = await jsonOf(request);
    if (operation === 'GetSecretValue') return answer(get(find, valid(getSecretValue, body)));
    if (operation === 'PutSecretValue') return answer(put(find, valid(putSecretValue, body)));
    if (operation === 'DescribeSecret') return answer(described(find(valid(describeSecret, body).SecretId)));
    if (operation === 'UpdateSecretVersionStage') return answer(moveStage(find, valid(updateSecretVersionStage, body)));
    const known = 'GetSecretValue, PutSecretValue, DescribeSecret and UpdateSecretVersionStage';
    throw new AwsError(400, 'UnknownOperationException', `This endpoint supports only ${known}.`);
  });
  return {
    ...endpoint,
    variables: { AWS_ENDPOINT_URL_SECRETS_MANAGER: endpoint.url, AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' },
    put: (name, text) => {
      let secret = secrets.find((known) => known.name === name);
      if (secret === undefined) {
        // On AWS the ARN of a secret ends with six random characters.
        const arn = `arn:aws:secretsmanager:${region}:${localAccount}:secret:${name}-${randomUUID().slice(0, 6)}`;
        secret = { name, arn, versions: [] };
        secrets.push(secret);
      }
      addVersion(secret, randomUUID(), text, ['AWSCURRENT']);
      return secret.arn;
    },
    beginRotation: (name) => addVersion(find(name), randomUUID(), undefined, ['AWSPENDING']).id,
  };
}

function get(find: (wanted: string) => Secret, { SecretId, VersionId, VersionStage }: z.infer<typeof getSecretValue>) {
  const secret = find(SecretId);
  const wanted = VersionStage ?? (VersionId === undefined ? 'AWSCURRENT' : undefined);
  const version = secret.versions.find(
    (candidate) => (VersionId === undefined || candidate.id === VersionId) && (wanted === undefined || candidate.stages.has(wanted)),
  );
  if (version?.text === undefined) {
    const what = [VersionId && `VersionId: ${VersionId}`, wanted && `staging label: ${wanted}`].filter(Boolean).join(' and ');
    throw new AwsError(400, 'ResourceNotFoundException', `Secrets Manager can't find the specified secret value for ${what}`);
  }
  return { ...shown(secret, version), SecretString: version.text, CreatedDate: version.createdAt };
}

function put(find: (wanted: string) => Secret, request: z.infer<typeof putSecretValue>) {
  const secret = find(request.SecretId);
  const { ClientRequestToken: token = randomUUID(), SecretString: text, VersionStages: stages = ['AWSCURRENT'] } = request;
  const same = secret.versions.find((version) => version.id === token);
  // Sets the value of a version that has none. A repeated request changes nothing. A different value for a used token is rejected.
  if (same !== undefined) same.text ??= text;
  if (same !== undefined && same.text !== text)
    throw new AwsError(400, 'ResourceExistsException', "You can't use ClientRequestToken again with another value.");
  return shown(secret, same ?? addVersion(secret, token, text, stages));
}

/** Adds a version and moves `stages` to it, because each stage belongs to one version only. The version that loses AWSCURRENT gets AWSPREVIOUS. */
function addVersion(secret: Secret, versionId: string, text: string | undefined, stages: readonly string[]): Version {
  const current = secret.versions.find((version) => version.stages.has('AWSCURRENT'));
  const moved = [...stages, ...(stages.includes('AWSCURRENT') && current !== undefined ? ['AWSPREVIOUS'] : [])];
  for (const version of secret.versions) for (const name of moved) version.stages.delete(name);
  if (stages.includes('AWSCURRENT')) current?.stages.add('AWSPREVIOUS');
  const version = { id: versionId, text, createdAt: Date.now() / 1000, stages: new Set(stages) };
  secret.versions.push(version);
  return version;
}

function moveStage(find: (wanted: string) => Secret, request: z.infer<typeof updateSecretVersionStage>) {
  const { SecretId, VersionStage, MoveToVersionId, RemoveFromVersionId } = request;
  const secret = find(SecretId);
  const holder = secret.versions.find(({ stages }) => stages.has(VersionStage));
  const target = secret.versions.find((version) => version.id === MoveToVersionId);
  if (MoveToVersionId !== undefined && target === undefined)
    throw new AwsError(400, 'ResourceNotFoundException', `Secrets Manager can't find the specified secret version: ${MoveToVersionId}`);
  // The caller must name the version that has the stage, so that two concurrent calls do not undo each other.
  if (holder !== undefined && holder !== target && holder.id !== RemoveFromVersionId)
    throw new AwsError(400, 'InvalidParameterException', `The staging label ${VersionStage} is attached to version ${holder.id}`);
  holder?.stages.delete(VersionStage);
  target?.stages.add(VersionStage);
  if (VersionStage === 'AWSCURRENT' && holder !== undefined && holder !== target) {
    for (const version of secret.versions) version.stages.delete('AWSPREVIOUS');
    holder.stages.add('AWSPREVIOUS');
  }
  return { ARN: secret.arn, Name: secret.name };
}

function described({ arn, name, versions }: Secret) {
  const staged = versions.filter(({ stages }) => stages.size > 0);
  return {
    ...{ ARN: arn, Name: name, RotationEnabled: true },
    VersionIdsToStages: Object.fromEntries(staged.map((version) => [version.id, [...version.stages]])),
  };
}

function shown({ arn, name }: Secret, version: Version) {
  return { ARN: arn, Name: name, VersionId: version.id, VersionStages: [...version.stages] };
}

function answer(value: unknown) {
  return { status: 200, headers: { 'content-type': 'application/x-amz-json-1.1' }, body: JSON.stringify(value) };
}

async function jsonOf(request: IncomingMessage): Promise<unknown> {
  const body = await readBody(request, bodyLimitBytes);
  try {
    return JSON.parse(body?.toString() ?? '');
  } catch {
    throw new AwsError(400, 'SerializationException', 'The request is not JSON.');
  }
}

function valid<Schema extends z.ZodType>(schema: Schema, body: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new AwsError(400, 'InvalidParameterException', faults.join('; '));
}
