import pg from 'pg';
import { currentInvocation, type Invocation } from '../invocation.ts';
import { destroy } from './boundedClient.ts';

// Since when an invocation waits for a connection. A try that fails ends no wait: the next goes on with it, pauses included.
const waitingSince = new WeakMap<object, number>();

// The connections that an invocation was given, those that it gave back included.
const connections = new WeakMap<object, Set<pg.Client>>();
// Invocations that ran out of time: their work may go on for a while, but asks the database nothing more.
const ended = new WeakSet<object>();

/** The invocation under way begins to wait for a connection. @throws Error when it has run out of time */
export function acquireBegins(): void {
  const use = currentInvocation()?.database;
  if (use && ended.has(use)) throw new Error('The invocation is over');
  if (use && !waitingSince.has(use)) waitingSince.set(use, performance.now());
}

/** It has one. */
export function acquireEnds(connection: unknown): void {
  const use = currentInvocation()?.database;
  if (!use) return;
  // It waited for the connection while it ran out of time.
  if (connection instanceof pg.Client && ended.has(use)) destroy(connection);
  if (connection instanceof pg.Client) connections.set(use, (connections.get(use) ?? new Set()).add(connection));
  const since = waitingSince.get(use) ?? performance.now();
  use.acquireMs += performance.now() - since;
  waitingSince.delete(use);
}

/**
 * Closes the connections that the invocation used, at once. Its work may still hold them: a statement that runs, an open transaction, an
 * answer that nobody has read. The server rolls back what was not committed, and the next invocation opens a connection of its own.
 */
export function closeConnections({ database }: Invocation): void {
  for (const connection of connections.get(database) ?? []) destroy(connection);
  connections.delete(database);
  ended.add(database);
}

/** A physical connection was opened for it. */
export function connectionOpened(): void {
  const use = currentInvocation()?.database;
  if (use) use.connectionsOpened++;
}

/** Its work is begun, for the first time or again. */
export function noteAttempt(attempt: number): void {
  const use = currentInvocation()?.database;
  if (use) use.attempts = Math.max(use.attempts, attempt);
}
