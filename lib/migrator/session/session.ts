import { randomBytes } from 'node:crypto';
import type { Sequelize } from 'sequelize';
import { type Behaviour, openSequelize } from '../../database/pool/sequelize.ts';
import type { SessionSettings } from '../../database/pool/settings.ts';
import { currentInvocation } from '../../invocation.ts';
import { connectPatiently, type OwnerAddress } from './connect.ts';

/** Every session of a run begins with this in pg_stat_activity.application_name. */
export const applicationPrefix = 'orders-migrate';

/**
 * What every session of a run asks of the server. A killed client does not kill its statement, and a frozen one keeps its locks:
 * these bound both.
 */
export const sessionSettings: SessionSettings = {
  // A statement whose client is gone ends within 2 s, instead of running on for as long as it takes.
  client_connection_check_interval: '2s',
  // Nothing in a step pauses: a transaction that is idle for a minute has lost its client, and readers may wait for its locks.
  idle_in_transaction_session_timeout: '60s',
  // The role may have one; the session that holds the lock is idle for the whole of a long step.
  idle_session_timeout: 0,
  // A client that vanished without a word is noticed after 10 + 3 x 5 s, not after two hours.
  tcp_keepalives_idle: 10,
  tcp_keepalives_interval: 5,
  tcp_keepalives_count: 3,
  // Whatever the database or the owner's role has: a schema named like the owner comes first by default, and the steps name no schema.
  search_path: 'public',
  default_transaction_isolation: 'read committed',
  datestyle: 'ISO, MDY',
  timezone: 'UTC',
  standard_conforming_strings: 'on',
};

/** A run's name: what it does, and the start of the invocation's id, which finds its log lines. 63 characters is PostgreSQL's limit. */
export function runName(command: string): string {
  const id = currentInvocation()?.requestId ?? randomBytes(4).toString('hex');
  return `${applicationPrefix} ${command} ${id.slice(0, 8)}`;
}

/**
 * The one connection that a run reads or works with, opened. `role` is `work` only for who holds the lock: such a session is ended by the
 * next run. @throws ConnectError
 */
export async function openSession(owner: OwnerAddress, run: string, role: 'read' | 'work'): Promise<Sequelize> {
  return openPatiently(owner, { applicationName: `${run} ${role}`, settings: sessionSettings, queryTimeoutMs: 0 });
}

/** A Sequelize of one connection, opened. @throws ConnectError */
export async function openPatiently(owner: OwnerAddress, behaviour: Omit<Behaviour, 'poolMax'>): Promise<Sequelize> {
  return connectPatiently(owner, async (address) => {
    const sequelize = await openSequelize(address, { ...behaviour, poolMax: 1 });
    try {
      const connection = await sequelize.connectionManager.getConnection({ type: 'write', useMaster: true });
      sequelize.connectionManager.releaseConnection(connection);
      return sequelize;
    } catch (error) {
      await sequelize.close();
      throw error;
    }
  });
}
