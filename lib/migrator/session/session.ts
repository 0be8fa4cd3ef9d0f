import { randomBytes } from 'node:crypto';
import type { Sequelize } from 'sequelize';
import type { SessionSettings } from '../../database/pool/connectOptions.ts';
import { type Behaviour, openSequelize } from '../../database/pool/sequelize.ts';
import { currentInvocation } from '../../invocation.ts';
import { connectWithRetry, type OwnerAddress } from './connect.ts';

/** The prefix of every session's application_name. */
export const applicationPrefix = 'orders-migrate';

/**
 * The settings of every session of a run. They limit how long the statement of a killed client runs, and how long a frozen client keeps its locks.
 */
export const sessionSettings: SessionSettings = {
  // Ends a statement within 2 s after its client is gone.
  client_connection_check_interval: '2s',
  // Steps never pause, so a transaction that is idle for a minute has lost its client.
  idle_in_transaction_session_timeout: '60s',
  // Overrides the role's setting, because the session of the lock is idle during a long step.
  idle_session_timeout: 0,
  // The server needs 25 s (10 + 3 x 5 s) instead of two hours to notice that a client has vanished silently.
  tcp_keepalives_idle: 10,
  tcp_keepalives_interval: 5,
  tcp_keepalives_count: 3,
  // Overrides the settings of the database and the role. The steps name no schema, and by default a schema with the owner's name would be used first.
  search_path: 'public',
  default_transaction_isolation: 'read committed',
  datestyle: 'ISO, MDY',
  timezone: 'UTC',
  standard_conforming_strings: 'on',
};

/** Returns a run's name: its command and the start of its request ID. PostgreSQL allows 63 characters in an application_name. */
export function runName(command: string): string {
  const id = currentInvocation()?.requestId ?? randomBytes(4).toString('hex');
  return `${applicationPrefix} ${command} ${id.slice(0, 8)}`;
}

/**
 * Opens a run's connection. Only the holder of the lock may pass `work`, because the next run ends every session whose name ends with `work`.
 * @throws ConnectError
 */
export async function openSession(owner: OwnerAddress, run: string, role: 'read' | 'work'): Promise<Sequelize> {
  return openWithRetry(owner, { applicationName: `${run} ${role}`, settings: sessionSettings, queryTimeoutMs: 0 });
}

/** Opens a Sequelize instance with one connection. @throws ConnectError */
export async function openWithRetry(owner: OwnerAddress, behaviour: Omit<Behaviour, 'poolMax'>): Promise<Sequelize> {
  return connectWithRetry(owner, async (address) => {
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
