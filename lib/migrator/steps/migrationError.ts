import { BaseError, type Sequelize } from 'sequelize';
import { codeOf, failureOf } from '../../database/failure.ts';
import { LockLostError } from '../session/lock.ts';
import { lockHolders } from '../session/lockHolders.ts';
import { OutOfTimeError } from '../time.ts';
import { readStore } from './store.ts';

/** A step failed. The message names the step, the cause with its SQLSTATE, and the step's state. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';

  constructor(step: string, direction: 'up' | 'down', cause: unknown, transactional = true) {
    const code = codeOf(cause);
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`${step} (${direction}) failed and ${fate(cause, transactional)}: ${reason}${code ? ` (SQLSTATE ${code})` : ''}`, {
      cause: withoutStatement(cause),
    });
  }
}

function fate(cause: unknown, transactional: boolean): string {
  if (!transactional) return 'is not recorded; the statements that it completed stay, and the next run repeats them safely';
  if (cause instanceof LockLostError) return 'was stopped';
  // The commit may have succeeded although its response was lost.
  return failureOf(cause) === 'unreachable'
    ? 'lost its connection; run the command status to see whether the step is in place'
    : 'was rolled back';
}

/**
 * Returns the cause without its statement. An error of Sequelize contains the statement with every value, including a seed's password hashes, and Lambda
 * logs the whole error.
 */
function withoutStatement(cause: unknown): unknown {
  if (!(cause instanceof BaseError)) return cause;
  const { name, message, stack } = cause;
  return Object.assign(new Error(message), { name, code: codeOf(cause), ...(stack !== undefined && { stack }) });
}

/**
 * umzug wraps the error of a step. Returns the step's own error, and adds to its message the newest applied migration and, if a lock was not available,
 * the sessions that hold locks. Returns any other error unchanged.
 */
export async function explained(thrown: unknown, sequelize: Sequelize): Promise<unknown> {
  const error = errorOfStep(thrown);
  if (!error) return thrown;
  const recorded = await readStore(sequelize, 'SequelizeMeta').catch(() => undefined);
  const place = recorded === undefined ? 'unknown, because the database does not answer' : (recorded.at(-1)?.name ?? 'none');
  error.message += `\nNewest applied migration: ${place}.`;
  if (codeOf(error.cause) === '55P03') {
    const held = await lockHolders(sequelize).catch(() => null);
    if (held !== null) error.message += `\nLocks are held by: ${held}.`;
  }
  return error;
}

function errorOfStep(thrown: unknown): MigrationError | OutOfTimeError | undefined {
  for (let error = thrown; error instanceof Error; error = error.cause)
    if (error instanceof MigrationError || error instanceof OutOfTimeError) return error;
  return undefined;
}
