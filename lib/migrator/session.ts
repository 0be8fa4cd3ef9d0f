import { randomBytes } from 'node:crypto';
import type { Sequelize } from 'sequelize';
import type { DatabaseAddress } from '../database/address.ts';
import { openSequelize } from '../database/sequelize.ts';
import type { SessionSettings } from '../database/settings.ts';
import { currentInvocation } from '../invocation.ts';

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
};

/** A run's name: what it does, and the start of the invocation's id, which finds its log lines. 63 characters is PostgreSQL's limit. */
export function runName(command: string): string {
  const id = currentInvocation()?.requestId ?? randomBytes(4).toString('hex');
  return `${applicationPrefix} ${command} ${id.slice(0, 8)}`;
}

/** The one connection that a run reads or works with. `role` is `work` only for who holds the lock: such a session is ended by the next run. */
export function openSession(address: DatabaseAddress, run: string, role: 'read' | 'work'): Promise<Sequelize> {
  return openSequelize(address, { poolMax: 1, applicationName: `${run} ${role}`, settings: sessionSettings, queryTimeoutMs: 0 });
}
