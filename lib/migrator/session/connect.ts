import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf, failureOf } from '../../database/failure.ts';
import type { DatabaseAddress } from '../../database/pool/address.ts';
import type { CredentialKeeper } from '../../database/pool/credentials.ts';
import { describeError, log } from '../../log.ts';
import { timeForWorkMs } from '../time.ts';

const firstPauseMs = 100;
const longestPauseMs = 5_000;
// Between the server's new password and the secret's lie seconds; a password that is refused for longer is a wrong one.
const rotationMs = 5_000;
// The name of a new database is known everywhere within a minute or two; one that is unknown for longer is misspelt.
const unknownNameMs = 120_000;

/** Where and as whom `migrate` connects. `keeper` knows the credentials of now, where they come from a secret. */
export interface OwnerAddress extends DatabaseAddress {
  readonly keeper?: CredentialKeeper;
}

/** No connection was to be had. The message names the database, the reason, how long was waited for it, and what to do. */
class ConnectError extends Error {
  override readonly name = 'ConnectError';
}

/**
 * Opens a connection, again and again with jitter while the server may only not be there yet: it starts, is paused or full, its name is not
 * known yet, a password is being rotated. `open` gets the address with the credentials of now, and leaves nothing open when it fails.
 * @throws ConnectError when the invocation's time is used up, or at once for what another try would not change
 */
export async function connectPatiently<Connection>(
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
      log.warn('the database takes no connection yet: trying again', { tries, error: describeError(error) });
      await sleep((await renewed(error, keeper)) ? 0 : pauseMs);
    }
  }
}

/** Full jitter: runs that failed together do not come back together. */
function pauseAfter(tries: number): number {
  return Math.random() * Math.min(longestPauseMs, firstPauseMs * 2 ** tries);
}

/** How long after the first try this failure may still pass by itself. */
function limitMs(error: unknown, keeper: CredentialKeeper | undefined): number {
  const code = codeOf(error);
  // An address has one password, which no rotation changes.
  if (code === '28P01') return keeper ? rotationMs : 0;
  if (code === 'ENOTFOUND') return unknownNameMs;
  return failureOf(error) ? Number.POSITIVE_INFINITY : 0;
}

/** Whether there are other credentials to try at once. */
async function renewed(error: unknown, keeper: CredentialKeeper | undefined): Promise<boolean> {
  if (codeOf(error) !== '28P01' || !keeper) return false;
  // Secrets Manager may be throttled just then: the next try asks again.
  return keeper.renew().catch((failure: unknown) => {
    log.warn('the secret could not be fetched again', { error: describeError(failure) });
    return false;
  });
}

function explanation({ host, port, name, username }: DatabaseAddress, error: unknown, tries: number, waitedMs: number): string {
  const code = codeOf(error);
  const text = error instanceof Error && error.message !== '' ? error.message : 'no message';
  const reason = code === undefined || text.includes(code) ? text : `${text} (${code})`;
  const effort = tries === 1 ? 'in 1 try' : `in ${tries} tries and ${Math.round(waitedMs / 1000)} s`;
  return `The database ${name} on ${host}:${port} took no connection of ${username} ${effort}: ${reason}. ${advice(error)}`;
}

function advice(error: unknown): string {
  switch (codeOf(error)) {
    case '28P01':
    case '28000':
      return 'Check the user and password in the secret or address of migrate, and what pg_hba.conf allows.';
    case '3D000':
      return 'Create the database, or correct MIGRATION_DATABASE_NAME or the path of MIGRATION_DATABASE_URL.';
    case '42501':
      return 'Grant connect on the database to this role.';
    case '53300':
      return 'Every slot of the server is taken: see "Too many connections" in docs/runbook.md, then run the command again.';
    case 'ENOTFOUND':
      return 'Correct MIGRATION_DATABASE_HOST or the address.';
    default:
      return failureOf(error)
        ? 'Check that the server runs, and that its security group admits migrate; then run the command again.'
        : 'Correct this before you run the command again.';
  }
}
