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
 * Runs one of the four steps of a Secrets Manager rotation; each step is idempotent. The role changes its own password, so the function
 * needs no other rights. For one or two seconds between setSecret and finishSecret, the server accepts only the new password, but AWSCURRENT is still the
 * old one. Functions that connect in this time use AWSPENDING (lib/database/pool/credentials.ts).
 * @throws Error for another secret, or for a version that is not pending; SecretError; the server's error if it accepts no password
 */
export async function rotateApiPassword(event: unknown): Promise<void> {
  const { data } = rotationEvent.safeParse(event);
  if (!data) throw new TypeError('Expected a Secrets Manager rotation event with Step, SecretId and ClientRequestToken');
  const { Step: step, SecretId: secretArn, ClientRequestToken: id } = data;
  const { database } = config();
  if (database?.kind !== 'secret') throw new ConfigError(['DATABASE_SECRET_ARN: required for the rotation']);
  if (secretArn !== database.secretArn) throw new Error(`${secretArn} is not the secret that this function rotates`);
  const stages = (await secretVersions(secretArn)).get(id);
  if (!stages) throw new Error(`${secretArn} has no version ${id}`);
  // The rotation has already completed, and Secrets Manager repeats a step.
  if (stages.includes('AWSCURRENT')) return;
  if (!stages.includes('AWSPENDING')) throw new Error(`The version ${id} of ${secretArn} is not pending`);
  await steps[step]({ secretArn, id });
  log.info('rotation step completed', { step, secretArn });
}

const steps: Readonly<Record<Step, (version: Version) => Promise<void>>> = {
  createSecret: async (version) => {
    if (await pendingValue(version)) return;
    // 240 bits, in characters that need no escaping.
    const password = randomBytes(30).toString('base64url');
    await putPendingSecret(version.secretArn, version.id, { ...(await fetchDatabaseSecret(version.secretArn)), password });
  },

  setSecret: async (version) => {
    const next = await pending(version);
    if (await ownPassword.opens(next)) return;
    // Tries AWSPREVIOUS too, because after an abandoned rotation the server may still have that password.
    for (const stage of ['AWSCURRENT', 'AWSPREVIOUS'] satisfies SecretStage[]) {
      const known = await fetchDatabaseSecret(version.secretArn, stage).catch((error: unknown) => {
        // A secret that was never rotated has no AWSPREVIOUS. After any other error, Secrets Manager repeats the step.
        if (stage === 'AWSPREVIOUS' && isMissing(error)) return undefined;
        throw error;
      });
      if (known?.username !== next.username || !(await ownPassword.opens(known))) continue;
      await ownPassword.change(known, next.password);
      return;
    }
    throw new Error(
      `The database accepts none of the passwords in ${version.secretArn}. Run "npm run migrate -- up", which sets the role's password to the current one.`,
    );
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

/** Returns the pending version's value; undefined if it has none yet. */
async function pendingValue(version: Version): Promise<DatabaseSecret | undefined> {
  return pending(version).catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
}

/** Whether the error or one of its causes reports that the version does not exist. */
function isMissing(error: unknown): boolean {
  return error instanceof Error && (error.name === 'ResourceNotFoundException' || isMissing(error.cause));
}
