import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

/**
 * Takes the lock of this file. Returns a function that releases it; undefined if another process has the lock.
 *
 * The lock is an operating system lock on an SQLite file, because Node offers no file lock. The system releases the lock when the process ends for any reason.
 * A process ID in a file would not be reliable: a later process may get the same ID.
 */
export function takeLock(file: string, waitMs = 500): (() => void) | undefined {
  const database = new DatabaseSync(file, { timeout: waitMs });
  try {
    // Avoids a journal file, because nothing is written.
    database.exec('pragma journal_mode = memory; begin exclusive');
  } catch (error) {
    database.close();
    if (error instanceof Error && error.message.includes('locked')) return undefined;
    throw error;
  }
  return () => database.close();
}

/** Whether a process has the lock. */
export function isLocked(file: string): boolean {
  if (!existsSync(file)) return false;
  const release = takeLock(file, 0);
  release?.();
  return release === undefined;
}
