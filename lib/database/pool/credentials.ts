import type { DatabaseSource } from '../../config.ts';
import { describeError, log } from '../../log.ts';
import { type Credentials, databaseCredentials, SecretError } from '../../secrets.ts';

/**
 * How long a rejected password is retried. During a rotation, the server and the secret have different passwords for a few seconds. A password that is
 * rejected for longer is wrong.
 */
export const rotationMs = 5_000;

/** Provides the credentials for each new connection. */
export interface CredentialKeeper {
  readonly current: () => Promise<Credentials>;
  /** Fetches the credentials again after a rejection (28P01). Resolves to whether the new ones differ. @throws SecretError, SecretUnavailableError */
  readonly renew: () => Promise<boolean>;
}

// The age at which credentials are fetched again although the server accepts them. Only a rotation that alternates between two users needs this limit:
// the server still accepts the previous user, so no rejection makes this process fetch the new one. A rotation with one user invalidates the old
// password, so `renew` fetches the new one after the rejection.
const keepMs = 15 * 60_000;
// Cached credentials usually still work. So a connect waits at most 2 s for their renewal. If this fails, the next attempt is a minute later.
const refreshMs = 2_000;
const refreshAgainMs = 60_000;

/**
 * Caches the credentials of `source` for 15 minutes, or until the server rejects them, and then fetches the secret again. If the rejected credentials
 * are still the current ones, the credentials of AWSPENDING are tried once: during a rotation, the server may already require the new password.
 */
export function credentialKeeper(source: DatabaseSource, first: Credentials, now: () => number = Date.now): CredentialKeeper {
  let kept = first;
  let since = now();
  let triedPending: string | undefined;
  const keep = (credentials: Credentials): boolean => {
    const isNew = credentials.password !== kept.password || credentials.username !== kept.username;
    kept = credentials;
    since = now();
    return isNew;
  };
  const renew = async (): Promise<boolean> => {
    if (source.kind === 'url') return false;
    if (keep(await databaseCredentials(source, 'AWSCURRENT'))) return true;
    const pending = await databaseCredentials(source, 'AWSPENDING').catch((error: unknown) => {
      // AWSPENDING exists only during a rotation, so a SecretError usually means that no rotation is in progress. Other errors are thrown again.
      if (error instanceof SecretError) return undefined;
      throw error;
    });
    if (!pending || pending.password === triedPending) return false;
    triedPending = pending.password;
    return keep(pending);
  };
  return {
    current: async () => {
      if (source.kind === 'secret' && now() - since >= keepMs) {
        await databaseCredentials(source, 'AWSCURRENT', { totalMs: refreshMs }).then(keep, (error: unknown) => {
          // The cached credentials probably still work, so the next refresh is in a minute.
          since = now() - keepMs + refreshAgainMs;
          log.warn('secret refresh failed', { error: describeError(error) });
        });
      }
      return kept;
    },
    renew,
  };
}
