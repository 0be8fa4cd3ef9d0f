import { QueryTypes, type Sequelize } from 'sequelize';
import { config } from '../config.ts';
import type { DatabaseAddress } from '../database/address.ts';
import { openSequelize } from '../database/sequelize.ts';
import { log } from '../log.ts';
import { scramVerifier } from '../scramVerifier.ts';
import { type Credentials, databaseCredentials } from '../secrets.ts';
import { alterRole, as, role } from './apiRole.ts';
import type { OwnerAddress } from './connect.ts';

/**
 * Gives the role `orders_api` the password that the API connects with, as a verifier computed here. Does nothing where the API
 * connects as another user, where the role is not made yet, and where the password, or the next one of a rotation under way, opens already.
 * @throws SecretError when the API's secret cannot be fetched; TypeError for a password that is not ASCII
 */
export async function giveApiItsPassword(owner: OwnerAddress): Promise<void> {
  const source = config().database;
  if (!source) return;
  const current = await databaseCredentials(source, 'AWSCURRENT');
  if (current.username !== role) return;
  const find = (sequelize: Sequelize) =>
    sequelize.query('select from pg_roles where rolname = $1', { bind: [role], type: QueryTypes.SELECT });
  // One connection at a time: two are all that migrate may hold, and another run may hold two beside this one.
  if ((await as(owner, find)).length === 0) return;
  if (await opens(owner, current)) return;
  // While a rotation is under way its password is in place already: giving back the old one would undo it.
  const pending = await databaseCredentials(source, 'AWSPENDING').catch(() => undefined);
  if (pending?.username === role && (await opens(owner, pending))) return;
  await as(owner, (sequelize) => alterRole(sequelize, `password '${scramVerifier(current.password)}'`));
  log.info('the role has the password of its secret', { role });
}

async function opens({ host, port, name, tls }: DatabaseAddress, credentials: Credentials): Promise<boolean> {
  // Tried once: a password that is refused is not waited for.
  const sequelize = await openSequelize({ host, port, name, tls, ...credentials }, { poolMax: 1, queryTimeoutMs: 5_000 });
  try {
    await sequelize.authenticate({ logging: false });
    return true;
  } catch {
    // Refused, or not even reached: a password that is given twice does no harm.
    return false;
  } finally {
    await sequelize.close();
  }
}
