import pg from 'pg';
import { currentInvocation, type Invocation } from '../../invocation.ts';
import { destroy } from './boundedClient.ts';

// When an invocation began to wait for a connection. The wait includes failed attempts and the pauses between them.
const waitingSince = new WeakMap<object, number>();

// The connections that an invocation has used, including released ones.
const connections = new WeakMap<object, Set<pg.Client>>();
// Invocations that ran out of time. Their work may still run but must not use the database.
const ended = new WeakSet<object>();

/** Records that the invocation begins to wait for a connection. @throws Error if it has run out of time */
export function acquireBegins(): void {
  const use = currentInvocation()?.database;
  if (use && ended.has(use)) throw new Error('The invocation has ended');
  if (use && !waitingSince.has(use)) waitingSince.set(use, performance.now());
}

/** Records that the invocation has received a connection. */
export function acquireEnds(connection: unknown): void {
  const use = currentInvocation()?.database;
  if (!use) return;
  // The invocation ran out of time while it waited.
  if (connection instanceof pg.Client && ended.has(use)) destroy(connection);
  if (connection instanceof pg.Client) connections.set(use, (connections.get(use) ?? new Set()).add(connection));
  const since = waitingSince.get(use) ?? performance.now();
  use.acquireMs += performance.now() - since;
  waitingSince.delete(use);
}

/**
 * Closes the invocation's connections at once, because its work may still use them for a running statement or an open transaction. The
 * server rolls back, and the next invocation opens a new connection.
 */
export function closeConnections({ database }: Invocation): void {
  for (const connection of connections.get(database) ?? []) destroy(connection);
  connections.delete(database);
  ended.add(database);
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
