import { setTimeout as sleep } from 'node:timers/promises';
import type { Sequelize } from 'sequelize';
import { underClusterLock } from '../../migrations/clusterLock.ts';
import type { DatabaseAddress } from '../database/address.ts';
import { codeOf } from '../database/failure.ts';
import { openSequelize } from '../database/sequelize.ts';

/** The role that the API connects as; a migration makes it. */
export const role = 'orders_api';
const maxTries = 20;

/** Does something on a connection of its own, which is closed at the end. */
export async function as<Result>(address: DatabaseAddress, work: (sequelize: Sequelize) => Promise<Result>): Promise<Result> {
  const sequelize = await openSequelize(address, { poolMax: 1, queryTimeoutMs: 5_000 });
  try {
    return await work(sequelize);
  } finally {
    await sequelize.close();
  }
}

/** Alters the role, which the databases of a cluster share, one at a time with whoever else does. */
export async function alterRole(owner: Sequelize, what: string): Promise<void> {
  await underClusterLock(owner, async () => {
    for (let attempt = 1; ; attempt++) {
      try {
        await owner.query(`alter role ${role} ${what}`);
        return;
      } catch (error) {
        // XX000, "tuple concurrently updated": another database's run changed the role at the same moment.
        if (codeOf(error) !== 'XX000' || attempt === maxTries) throw error;
        await sleep(Math.random() * 100);
      }
    }
  });
}
