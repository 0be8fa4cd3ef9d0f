import { setTimeout as sleep } from 'node:timers/promises';
import type { Sequelize } from 'sequelize';
import { codeOf } from '../../database/failure.ts';
import type { OwnerAddress } from '../session/connect.ts';
import { lockHolders } from '../session/lockHolders.ts';
import { openWithRetry } from '../session/session.ts';
import { lockTimeoutMs, retryOnLockFailure } from '../steps/retryOnLockFailure.ts';
import { limitTimes } from '../steps/transaction.ts';

/** The role that the API connects as. A migration creates it. */
export const role = 'orders_api';
const maxTries = 20;

/** Runs `work` on a new connection of the owner, then closes the connection. @throws ConnectError */
export async function withOwner<Result>(owner: OwnerAddress, work: (sequelize: Sequelize) => Promise<Result>): Promise<Result> {
  const sequelize = await openWithRetry(owner, { queryTimeoutMs: 5_000 });
  try {
    return await work(sequelize);
  } finally {
    await sequelize.close();
  }
}

/**
 * Alters the role, which all databases of a cluster share. Waits for a concurrent change of the role until the invocation's deadline.
 * @throws Error that names the other session, if its transaction did not end in time
 */
export async function alterRole(owner: Sequelize, what: string): Promise<void> {
  try {
    await changeRole(owner, `alter role ${role} ${what}`);
  } catch (cause) {
    if (codeOf(cause) !== '55P03') throw cause;
    const held = (await lockHolders(owner)) ?? 'a session that has just ended';
    throw new Error(
      `The role ${role} could not be changed, because another open transaction has changed it: ${held}. Run the command again when that transaction has ended, or end its session with pg_terminate_backend.`,
      { cause },
    );
  }
}

/** Runs one statement about the role in its own transaction. Retries while another session locks or changes the role. */
export async function changeRole(owner: Sequelize, sql: string): Promise<void> {
  await retryOnLockFailure(role, async () => {
    for (let tries = 1; ; tries++) {
      try {
        await owner.transaction(async (transaction) => {
          await limitTimes(owner, { lockTimeoutMs, statementTimeoutMs: 2 * lockTimeoutMs, transaction });
          await owner.query(sql, { transaction });
        });
        return;
      } catch (error) {
        // XX000, "tuple concurrently updated": a run of migrate in another database changed the role at the same moment.
        if (codeOf(error) !== 'XX000' || tries === maxTries) throw error;
        await sleep(Math.random() * 100);
      }
    }
  });
}
