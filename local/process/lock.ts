import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

/**
 * Takes the lock that this file stands for and answers the function that gives it back, or undefined when another process has it.
 *
 * The lock is the operating system's own on an SQLite file, so it goes with its process however that ends, and no process that
 * got the same number later can be taken for the owner, as with a pid in a file. Node itself offers no file lock.
 */
export function takeLock(file: string, waitMs = 500): (() => void) | undefined {
  const database = new DatabaseSync(file, { timeout: waitMs });
  try {
    // Nothing is ever written, so there is nothing a journal file would be for.
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
