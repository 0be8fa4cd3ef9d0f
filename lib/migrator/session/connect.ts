import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf, failureOf } from '../../database/failure.ts';
import type { DatabaseAddress } from '../../database/pool/address.ts';
import { type CredentialKeeper, rotationMs } from '../../database/pool/credentials.ts';
import { describeError, log } from '../../log.ts';
import { timeForWorkMs } from '../time.ts';

const firstPauseMs = 100;
const longestPauseMs = 5_000;
// DNS knows the name of a new database within a minute or two. A name that is unknown for longer is misspelt.
const unknownNameMs = 120_000;

/** The owner's address. `keeper` provides the current credentials if they come from a secret. */
export interface OwnerAddress extends DatabaseAddress {
  readonly keeper?: CredentialKeeper;
}

/** `migrate` could not connect. The message names the database, the reason, the time waited, and the remedy. */
class ConnectError extends Error {
  override readonly name = 'ConnectError';
}

/**
 * Opens a connection. Retries with jitter while the failure may be temporary: the server starts, is paused or has no free slot, DNS does not know its
 * name yet, or a password is being rotated. `open` gets the address with the current credentials. If `open` fails, it must close what it has opened.
 * @throws ConnectError at the invocation's deadline, or at once if a retry cannot help
 */
export async function connectWithRetry<Connection>(
  owner: OwnerAddress,
  open: (address: DatabaseAddress) => Promise<Connection>,
): Promise<Connection> {
  const { keeper, ...address } = owner;
  const begun = Date.now();
  for (let tries = 1; ; tries++) {
    try {
      return await open({ ...address, ...(await keeper?.current()) });
    } catch (error) {
      const waitedMs = Date.now() - begun;
      const pauseMs = pauseAfter(tries);
      const again = waitedMs + pauseMs < limitMs(error, keeper) && timeForWorkMs() > pauseMs;
      if (!again) throw new ConnectError(explanation(address, error, tries, waitedMs), { cause: error });
      log.warn('database not connectable yet, retrying', { tries, error: describeError(error) });
      await sleep((await renewed(error, keeper)) ? 0 : pauseMs);
    }
  }
}

/** Returns a random pause (full jitter), so that runs that failed together do not retry together. */
function pauseAfter(tries: number): number {
  return Math.random() * Math.min(longestPauseMs, firstPauseMs * 2 ** tries);
}

/** Returns for how many milliseconds this failure is retried. */
function limitMs(error: unknown, keeper: CredentialKeeper | undefined): number {
  const code = codeOf(error);
  // A URL has one password, which no rotation changes.
  if (code === '28P01') return keeper ? rotationMs : 0;
  if (code === 'ENOTFOUND') return unknownNameMs;
  return failureOf(error) ? Number.POSITIVE_INFINITY : 0;
}

/** Fetches the credentials again if the server rejected the password. Returns whether the new ones differ. */
async function renewed(error: unknown, keeper: CredentialKeeper | undefined): Promise<boolean> {
  if (codeOf(error) !== '28P01' || !keeper) return false;
  // Secrets Manager may throttle this call. The next attempt fetches the secret again.
  return keeper.renew().catch((failure: unknown) => {
    log.warn('secret refresh failed', { error: describeError(failure) });
    return false;
  });
}

function explanation({ host, port, name, username }: DatabaseAddress, error: unknown, tries: number, waitedMs: number): string {
  const code = codeOf(error);
  const text = error instanceof Error && error.message !== '' ? error.message : 'no message';
  const reason = code === undefined || text.includes(code) ? text : `${text} (${code})`;
  const effort = tries === 1 ? 'in 1 try' : `in ${tries} tries and ${Math.round(waitedMs / 1000)} s`;
  return `${username} could not connect to the database ${name} on ${host}:${port} ${effort}: ${reason}. ${advice(error)}`;
}

function advice(error: unknown): string {
  switch (codeOf(error)) {
    case '28P01':
    case '28000':
      return 'Check the user and password in the secret or address of migrate, and the entries of pg_hba.conf.';
    case '3D000':
      return 'Create the database, or correct MIGRATION_DATABASE_NAME or the path of MIGRATION_DATABASE_URL.';
    case '42501':
      return 'Grant connect on the database to this role.';
    case '53300':
      return 'All slots of the server are in use: see "Too many connections" in docs/runbook.md, then run the command again.';
    case 'ENOTFOUND':
      return 'Correct MIGRATION_DATABASE_HOST or the address.';
    default:
      return failureOf(error)
        ? 'Check that the server runs and that its security group allows migrate, then run the command again.'
        : 'Correct the cause, then run the command again.';
  }
}
