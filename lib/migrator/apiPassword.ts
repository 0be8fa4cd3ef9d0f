import { setTimeout as sleep } from 'node:timers/promises';
import { QueryTypes, type Sequelize } from 'sequelize';
import { underClusterLock } from '../../migrations/clusterLock.ts';
import { config } from '../config.ts';
import { type DatabaseAddress, databaseAddress } from '../database/address.ts';
import { codeOf } from '../database/failure.ts';
import { openSequelize } from '../database/sequelize.ts';
import { log } from '../log.ts';
import { scramVerifier } from '../scramVerifier.ts';
import { type Credentials, databaseCredentials } from '../secrets.ts';

const role = 'orders_api';
const maxTries = 20;

/**
 * Gives the role `orders_api` the password that the API connects with, as a verifier computed here. Does nothing where the API
 * connects as another user, where the role is not made yet, and where the password, or the next one of a rotation under way, opens already.
 * @throws SecretError when the API's secret cannot be fetched; TypeError for a password that is not ASCII
 */
export async function giveApiItsPassword(owner: Sequelize): Promise<void> {
  const source = config().database;
  if (!source) return;
  const current = await databaseCredentials(source, 'AWSCURRENT');
  if (current.username !== role) return;
  const roles = await owner.query('select from pg_roles where rolname = $1', { bind: [role], type: QueryTypes.SELECT });
  if (roles.length === 0) return;
  const address = await databaseAddress(config().migrationDatabase);
  if (await opens(address, current)) return;
  // While a rotation is under way its password is in place already: giving back the old one would undo it.
  const pending = await databaseCredentials(source, 'AWSPENDING').catch(() => undefined);
  if (pending?.username === role && (await opens(address, pending))) return;
  await alterPassword(owner, scramVerifier(current.password));
  log.info('the role has the password of its secret', { role });
}

async function opens(address: DatabaseAddress, { username, password }: Credentials): Promise<boolean> {
  const sequelize = await openSequelize({ ...address, username, password }, { poolMax: 1, queryTimeoutMs: 5_000 });
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

async function alterPassword(owner: Sequelize, verifier: string): Promise<void> {
  await underClusterLock(owner, async () => {
    for (let attempt = 1; ; attempt++) {
      try {
        await owner.query(`alter role ${role} password '${verifier}'`);
        return;
      } catch (error) {
        // XX000, "tuple concurrently updated": another database's run changed the role at the same moment.
        if (codeOf(error) !== 'XX000' || attempt === maxTries) throw error;
        await sleep(Math.random() * 100);
      }
    }
  });
}
