import { randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import { ConfigError, config } from '../config.ts';
import { log } from '../log.ts';
import {
  type DatabaseSecret,
  fetchDatabaseSecret,
  makeSecretCurrent,
  putPendingSecret,
  type SecretStage,
  secretVersions,
} from '../secrets.ts';
import { ownPassword } from './ownPassword.ts';

// Secrets Manager's protocol: https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_lambda-functions.html
const rotationEvent = z.object({
  Step: z.enum(['createSecret', 'setSecret', 'testSecret', 'finishSecret']),
  SecretId: z.string(),
  ClientRequestToken: z.string(),
});
type Step = z.output<typeof rotationEvent>['Step'];

interface Version {
  readonly secretArn: string;
  readonly id: string;
}

/**
 * One of the four steps by which Secrets Manager gives the API's secret a new password; each may be repeated. The role changes its own
 * password, so that this needs no rights but the role's. Between the second step and the last, seconds, the server knows only the new
 * password and the secret names only the old: functions that connect meanwhile find the new one as AWSPENDING (lib/database/credentials.ts).
 * @throws Error for a secret or a version that is not under rotation here; SecretError; what the server said when it takes no password
 */
export async function rotateApiPassword(event: unknown): Promise<void> {
  const { data } = rotationEvent.safeParse(event);
  if (!data) throw new TypeError('Expected an event of a Secrets Manager rotation: Step, SecretId and ClientRequestToken');
  const { Step: step, SecretId: secretArn, ClientRequestToken: id } = data;
  const { database } = config();
  if (database?.kind !== 'secret') throw new ConfigError(['DATABASE_SECRET_ARN: required to rotate it']);
  if (secretArn !== database.secretArn) throw new Error(`${secretArn} is not the secret that this function rotates`);
  const stages = (await secretVersions(secretArn)).get(id);
  if (!stages) throw new Error(`${secretArn} has no version ${id}`);
  // A repeated step of a rotation that is over.
  if (stages.includes('AWSCURRENT')) return;
  if (!stages.includes('AWSPENDING')) throw new Error(`The version ${id} of ${secretArn} is not pending`);
  await steps[step]({ secretArn, id });
  log.info('rotated', { step, secretArn });
}

const steps: Readonly<Record<Step, (version: Version) => Promise<void>>> = {
  createSecret: async (version) => {
    if (await pendingValue(version)) return;
    // 240 bits, in letters that no address, shell or verifier minds.
    const password = randomBytes(30).toString('base64url');
    await putPendingSecret(version.secretArn, version.id, { ...(await fetchDatabaseSecret(version.secretArn)), password });
  },

  setSecret: async (version) => {
    const next = await pending(version);
    if (await ownPassword.opens(next)) return;
    // The one before too: a rotation that was given up may have left the server with it.
    for (const stage of ['AWSCURRENT', 'AWSPREVIOUS'] satisfies SecretStage[]) {
      const known = await fetchDatabaseSecret(version.secretArn, stage).catch((error: unknown) => {
        // A secret that was never rotated has no version before this one. Anything else is for Secrets Manager to try again.
        if (stage === 'AWSPREVIOUS' && isMissing(error)) return undefined;
        throw error;
      });
      if (known?.username !== next.username || !(await ownPassword.opens(known))) continue;
      await ownPassword.change(known, next.password);
      return;
    }
    throw new Error(`No password of ${version.secretArn} opens the database: npm run migrate -- up gives the role its current one`);
  },

  testSecret: async (version) => ownPassword.test(await pending(version)),

  finishSecret: async ({ secretArn, id }) => {
    const [replaced] = [...(await secretVersions(secretArn))].find(([, stages]) => stages.includes('AWSCURRENT')) ?? [];
    if (!replaced) throw new Error(`${secretArn} has no current version`);
    await makeSecretCurrent(secretArn, id, replaced);
  },
};

async function pending({ secretArn, id }: Version): Promise<DatabaseSecret> {
  return fetchDatabaseSecret(secretArn, 'AWSPENDING', id);
}

/** Undefined where the version is announced and has no value yet. */
async function pendingValue(version: Version): Promise<DatabaseSecret | undefined> {
  return pending(version).catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
}

/** Whether Secrets Manager said, somewhere among the causes of the error, that there is no such version. */
function isMissing(error: unknown): boolean {
  return error instanceof Error && (error.name === 'ResourceNotFoundException' || isMissing(error.cause));
}
