import { afterEach, vi } from 'vitest';
import { duringInvocation } from '../../lib/invocation.ts';
import type { OwnerAddress } from '../../lib/migrator/session/connect.ts';
import { openWithRetry } from '../../lib/migrator/session/session.ts';
import { secretsManager } from '../support/secretsManager.ts';
import { tcpProxy } from '../support/tcpProxy.ts';
import { migratable, releaseOf, sends } from './support.ts';

export const { address } = await migratable();
export const proxy = await tcpProxy();
export const throughProxy = { ...address, host: '127.0.0.1', port: proxy.port };
export const { variables, secrets } = await secretsManager();
export const release = releaseOf({ '1-first': sends('create table first ()') });

afterEach(() => {
  proxy.forNew('pass');
  vi.unstubAllEnvs();
});

/** Runs `work` in an invocation with `leftMs` of remaining time, which decreases by `stepMs` each time that `work` reads it. */
export function during<Result>(leftMs: number, stepMs: number, work: () => Promise<Result>): Promise<Result> {
  let left = leftMs + stepMs;
  const remainingMs = () => {
    left -= stepMs;
    return left;
  };
  return duringInvocation({ requestId: 'connect', remainingMs }, work);
}

/** Opens a connection of `migrate` and closes it. */
export const connect = async (owner: OwnerAddress) => (await openWithRetry(owner, { queryTimeoutMs: 0 })).close();
