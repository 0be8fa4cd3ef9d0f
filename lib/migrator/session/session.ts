import { randomBytes } from 'node:crypto';
import type { Sequelize } from 'sequelize';
import type { SessionSettings } from '../../database/pool/client.ts';
import { type Behaviour, openSequelize } from '../../database/pool/sequelize.ts';
import { currentInvocation } from '../../invocation.ts';
import { connectPatiently, type OwnerAddress } from './connect.ts';

/** The prefix of every session's application_name. */
export const applicationPrefix = 'orders-migrate';

/**
 * The settings of every session of a run. They limit how long a killed client's statement runs and a frozen client's locks last.
 */
export const sessionSettings: SessionSettings = {
  // Ends a statement within 2 s after its client is gone.
  client_connection_check_interval: '2s',
  // Steps never pause, so a transaction that is idle for a minute has lost its client.
  idle_in_transaction_session_timeout: '60s',
  // Overrides the role's setting, because the session of the lock is idle during a long step.
  idle_session_timeout: 0,
  // A silently vanished client is noticed after 10 + 3 x 5 s instead of two hours.
  tcp_keepalives_idle: 10,
  tcp_keepalives_interval: 5,
  tcp_keepalives_count: 3,
  // Overrides the database and the role. By default a schema named like the owner comes first, and the steps name no schema.
  search_path: 'public',
  default_transaction_isolation: 'read committed',
  datestyle: 'ISO, MDY',
  timezone: 'UTC',
  standard_conforming_strings: 'on',
};

/** Returns a run's name: its command and the start of its request ID. PostgreSQL's limit is 63 characters. */
export function runName(command: string): string {
  const id = currentInvocation()?.requestId ?? randomBytes(4).toString('hex');
  return `${applicationPrefix} ${command} ${id.slice(0, 8)}`;
}

/**
 * Opens a run's connection. `role` is `work` only for the holder of the lock, because the next run ends such a session.
 * @throws ConnectError
 */
export async function openSession(owner: OwnerAddress, run: string, role: 'read' | 'work'): Promise<Sequelize> {
  return openPatiently(owner, { applicationName: `${run} ${role}`, settings: sessionSettings, queryTimeoutMs: 0 });
}

/** Opens a Sequelize with one connection. @throws ConnectError */
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
