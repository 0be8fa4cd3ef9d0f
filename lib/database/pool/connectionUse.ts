import pg from 'pg';
import { currentInvocation, type Invocation } from '../../invocation.ts';
import { destroy } from './boundedClient.ts';

/** Records that the invocation begins to wait for a connection. @throws Error if it has run out of time */
export function acquireBegins(): void {
  const use = currentInvocation()?.database;
  if (use?.isOver) throw new Error('The invocation has ended');
  // A retry does not reset `waitingSince`, so that the wait includes failed attempts and the pauses between them.
  if (use) use.waitingSince ??= performance.now();
}

/** Records that the invocation has received a connection. */
export function acquireEnds(connection: unknown): void {
  const use = currentInvocation()?.database;
  if (!use) return;
  if (connection instanceof pg.Client) {
    // An invocation that ran out of time while it waited must not use the connection.
    if (use.isOver) destroy(connection);
    use.connections.add(connection);
  }
  const now = performance.now();
  use.acquireMs += now - (use.waitingSince ?? now);
  use.waitingSince = undefined;
}

/**
 * Closes the invocation's connections at once instead of releasing them, because its work may still use them for a statement or an open transaction.
 * The server rolls back the transaction, and the next invocation opens a new connection.
 */
export function closeConnections({ database }: Invocation): void {
  for (const connection of database.connections) destroy(connection);
  database.connections.clear();
  database.isOver = true;
}

/** Records that a physical connection was opened. */
export function connectionOpened(): void {
  const use = currentInvocation()?.database;
  if (use) use.connectionsOpened++;
}

/** Records the start of an attempt. */
export function noteAttempt(attempt: number): void {
  const use = currentInvocation()?.database;
  if (use) use.attempts = Math.max(use.attempts, attempt);
}
