import { duringInvocation } from '../../lib/invocation.ts';
import type { OwnerAddress } from '../../lib/migrator/session/connect.ts';
import { openPatiently } from '../../lib/migrator/session/session.ts';

/** Runs `work` in an invocation whose clock goes on by `stepMs` each time that somebody looks at it. */
export function during<Result>(leftMs: number, stepMs: number, work: () => Promise<Result>): Promise<Result> {
  let left = leftMs + stepMs;
  const remainingMs = () => {
    left -= stepMs;
    return left;
  };
  return duringInvocation({ requestId: 'connect', remainingMs }, work);
}

/** Opens a connection of `migrate` and closes it. */
export const connect = async (owner: OwnerAddress) => (await openPatiently(owner, { queryTimeoutMs: 0 })).close();
