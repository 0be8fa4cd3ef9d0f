import type { DatabaseSource } from '../config.ts';
import { describeError, log } from '../log.ts';
import { type Credentials, databaseCredentials, SecretError } from '../secrets.ts';

/** Who to connect as, asked at each physical connect. */
export interface CredentialKeeper {
  readonly current: () => Promise<Credentials>;
  /** To be told when the server refused them (28P01). Resolves to whether there are others to try at once. @throws SecretError, SecretUnavailableError */
  readonly renew: () => Promise<boolean>;
}

// A rotation is noticed by the refusal, not by the clock. This bounds how long the old user of two alternating ones is kept,
// who still works until the next rotation, days later.
const keepMs = 15 * 60_000;
// The kept credentials work most likely: a Secrets Manager that does not answer may hold up a connect for so long, once in a minute.
const refreshMs = 2_000;
const refreshAgainMs = 60_000;

/**
 * Keeps the credentials of `source` for 15 minutes, or until the server refuses them. Then the secret is fetched again; where that
 * brings nothing new, the version of a rotation under way (AWSPENDING) is tried once, for the server may have it before the secret does.
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
      // No rotation is under way, which is the rule. That the secret is not available says nothing of the kind.
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
          // The old ones may well work still, and without them nothing does.
          since = now() - keepMs + refreshAgainMs;
          log.warn('the secret could not be fetched again', { error: describeError(error) });
        });
      }
      return kept;
    },
    renew,
  };
}
