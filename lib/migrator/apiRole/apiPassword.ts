import { QueryTypes, type Sequelize } from 'sequelize';
import { config } from '../../config.ts';
import { codeOf } from '../../database/failure.ts';
import type { DatabaseAddress } from '../../database/pool/address.ts';
import { openSequelize } from '../../database/pool/sequelize.ts';
import { describeError, log } from '../../log.ts';
import { scramVerifier } from '../../scramVerifier.ts';
import { type Credentials, databaseCredentials } from '../../secrets.ts';
import type { Problem } from '../commands/drift.ts';
import type { OwnerAddress } from '../session/connect.ts';
import { alterRole, role, withOwner } from './apiRole.ts';

/**
 * Gives the role `orders_api` the password that the API connects with, as a verifier computed here. Does nothing where the API
 * connects as another user, where the role is not made yet, and where the password, or the next one of a rotation under way, opens already.
 * @throws SecretError when the API's secret cannot be fetched; TypeError for a password that is not ASCII; Error when the role cannot sign in even so
 */
export async function giveApiItsPassword(owner: OwnerAddress): Promise<void> {
  const current = await currentCredentials();
  if (!current) return;
  const find = (sequelize: Sequelize) =>
    sequelize.query('select from pg_roles where rolname = $1', { bind: [role], type: QueryTypes.SELECT });
  // One connection at a time: two are all that migrate may hold, and another run may hold two beside this one.
  if ((await withOwner(owner, find)).length === 0) return;
  if ((await refusal(owner, current)) === undefined) return;
  await withOwner(owner, async (sequelize) => {
    try {
      await alterRole(sequelize, `password '${scramVerifier(current.password)}'`);
    } catch (cause) {
      if (codeOf(cause) !== '42501') throw cause;
      throw new Error(
        `The role ${role} does not have the password of the API's secret, and ${owner.username} may not change it, for another made the role. Have an administrator run: grant ${role} to ${owner.username} with admin option.`,
        { cause },
      );
    }
  });
  log.info('api role password set', { role });
  const refused = await signIn(owner, current);
  if (isFinal(refused))
    throw new Error(`${cannotSignIn(refused)} It was given that password just now: check which method pg_hba.conf names for it.`);
}

/** For `verify`: that the role cannot sign in as the API does. */
export async function apiPasswordProblems(owner: OwnerAddress): Promise<Problem[]> {
  const current = await currentCredentials();
  if (!current) return [];
  const refused = await refusal(owner, current);
  if (isFinal(refused))
    return [{ name: role, code: 'api-password', message: `${cannotSignIn(refused)} The command up gives it that password.` }];
  if (refused) log.warn('api role password not testable', { role, error: describeError(refused) });
  return [];
}

/** The API's own, where it connects as the role. */
async function currentCredentials(): Promise<Credentials | undefined> {
  const source = config().database;
  if (!source) return undefined;
  const current = await databaseCredentials(source, 'AWSCURRENT');
  return current.username === role ? current : undefined;
}

/**
 * Why the role cannot sign in with `current`, nor with the next password of a rotation: while one is under way that is in place already,
 * and giving back the old one would undo it.
 */
async function refusal(owner: DatabaseAddress, current: Credentials): Promise<Error | undefined> {
  const refused = await signIn(owner, current);
  const source = config().database;
  if (refused === undefined || !source) return refused;
  const pending = await databaseCredentials(source, 'AWSPENDING').catch(() => undefined);
  return pending?.username === role && (await signIn(owner, pending)) === undefined ? undefined : refused;
}

/** What the server or the way to it has against a connection. Tried once: a password that is refused is not waited for. */
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

/** Whether the server refused the password, or the role in this database. Others (pg_hba.conf, no slot, no way) say nothing of either. */
function isFinal(refused: Error | undefined): refused is Error {
  return ['28P01', '42501'].includes(codeOf(refused) ?? '');
}

function cannotSignIn(refused: Error): string {
  return `The role ${role} cannot sign in with the password of the API's secret: ${refused.message} (SQLSTATE ${codeOf(refused)}).`;
}
