import type { DatabaseSource } from '../../config.ts';
import { describeError, log } from '../../log.ts';
import { type Credentials, databaseCredentials, SecretError } from '../../secrets.ts';

/** Provides the credentials of each physical connect. */
export interface CredentialKeeper {
  readonly current: () => Promise<Credentials>;
  /** Called after the server rejected the credentials (28P01). Resolves to whether there are others to try. @throws SecretError, SecretUnavailableError */
  readonly renew: () => Promise<boolean>;
}

// After a rotation of one user's password, the server rejects the old password, and the secret is fetched again. A secret that alternates between
// two users causes no rejection, because the old user works until the next rotation. This limit renews such credentials.
const keepMs = 15 * 60_000;
// Cached credentials usually still work, so a Secrets Manager that does not answer may delay a connect by 2 s, once a minute.
const refreshMs = 2_000;
const refreshAgainMs = 60_000;

/**
 * Caches the credentials of `source` for 15 minutes, or until the server rejects them, and then fetches the secret again. If it is
 * unchanged, AWSPENDING is tried once: during a rotation, the server may have the new password before AWSCURRENT.
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
      // AWSPENDING exists only during a rotation, so a SecretError usually means that none is in progress. Other errors do not mean that, such as
      // an unavailable Secrets Manager.
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
          // The cached credentials probably still work.
          since = now() - keepMs + refreshAgainMs;
          log.warn('secret refresh failed', { error: describeError(error) });
        });
      }
      return kept;
    },
    renew,
  };
}
