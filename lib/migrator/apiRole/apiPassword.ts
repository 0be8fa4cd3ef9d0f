import { QueryTypes, type Sequelize } from 'sequelize';
import { config } from '../../config.ts';
import { codeOf } from '../../database/failure.ts';
import type { DatabaseAddress } from '../../database/pool/address.ts';
import { openSequelize } from '../../database/pool/sequelize.ts';
import { describeError, log } from '../../log.ts';
import { scramVerifier } from '../../scramVerifier.ts';
import { type Credentials, databaseCredentials } from '../../secrets.ts';
import type { Problem } from '../problem.ts';
import type { OwnerAddress } from '../session/connect.ts';
import { alterRole, role, withOwner } from './apiRole.ts';

/**
 * Sets the password of `orders_api` to the password in the API's secret. Sends a SCRAM verifier instead of the password. Does nothing if the API connects as
 * another user, if the role does not exist yet, or if it can already sign in with this password or, during a rotation, with the next password.
 * @throws SecretError if the API's secret cannot be fetched; TypeError for a password that is not ASCII; Error if the role still cannot sign in
 */
export async function giveApiItsPassword(owner: OwnerAddress): Promise<void> {
  const current = await currentCredentials();
  if (!current) return;
  const find = (sequelize: Sequelize) =>
    sequelize.query('select from pg_roles where rolname = $1', { bind: [role], type: QueryTypes.SELECT });
  // Opens one connection at a time, because migrate may hold only two connections.
  if ((await withOwner(owner, find)).length === 0) return;
  if ((await refusal(owner, current)) === undefined) return;
  await withOwner(owner, async (sequelize) => {
    try {
      await alterRole(sequelize, `password '${scramVerifier(current.password)}'`);
    } catch (cause) {
      if (codeOf(cause) !== '42501') throw cause;
      throw new Error(
        `The role ${role} does not have the password of the API's secret. ${owner.username} may not change the password, because another user created the role. Have an administrator run: grant ${role} to ${owner.username} with admin option.`,
        { cause },
      );
    }
  });
  log.info('api role password set', { role });
  const refused = await signIn(owner, current);
  if (isFinal(refused))
    throw new Error(`${cannotSignIn(refused)} The password was set just now, so check the role's authentication method in pg_hba.conf.`);
}

/** Returns the fault for `verify` if the role cannot sign in with the API's password. */
export async function apiPasswordProblems(owner: OwnerAddress): Promise<Problem[]> {
  const current = await currentCredentials();
  if (!current) return [];
  const refused = await refusal(owner, current);
  if (isFinal(refused))
    return [{ name: role, code: 'api-password', message: `${cannotSignIn(refused)} Run the command up, which sets that password.` }];
  if (refused) log.warn('api role password not testable', { role, error: describeError(refused) });
  return [];
}

/** Returns the API's credentials; undefined if the API connects as another user. */
async function currentCredentials(): Promise<Credentials | undefined> {
  const source = config().database;
  if (!source) return undefined;
  const current = await databaseCredentials(source, 'AWSCURRENT');
  return current.username === role ? current : undefined;
}

/**
 * Returns the error if the role can sign in neither with `current` nor with the next password of a rotation. During a rotation, the server may
 * already accept only the next password. Setting `current` would then undo the rotation.
 */
async function refusal(owner: DatabaseAddress, current: Credentials): Promise<Error | undefined> {
  const refused = await signIn(owner, current);
  const source = config().database;
  if (refused === undefined || !source) return refused;
  const pending = await databaseCredentials(source, 'AWSPENDING').catch(() => undefined);
  return pending?.username === role && (await signIn(owner, pending)) === undefined ? undefined : refused;
}

/** Tries to sign in. Returns the error, or undefined on success. Does not retry, because a rejected password stays rejected. */
async function signIn({ host, port, name, tls }: DatabaseAddress, credentials: Credentials): Promise<Error | undefined> {
  const sequelize = await openSequelize({ host, port, name, tls, ...credentials }, { poolMax: 1, queryTimeoutMs: 5_000 });
  try {
    await sequelize.authenticate({ logging: false });
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  } finally {
    await sequelize.close();
  }
}

/** Whether the server rejected the password or the role. Any other error (pg_hba.conf, no free slot, unreachable server) says nothing about the password. */
function isFinal(refused: Error | undefined): refused is Error {
  return ['28P01', '42501'].includes(codeOf(refused) ?? '');
}

function cannotSignIn(refused: Error): string {
  return `The role ${role} cannot sign in with the password of the API's secret: ${refused.message} (SQLSTATE ${codeOf(refused)}).`;
}
