import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { expect, it } from 'vitest';
import { startEnvironments } from '../support/startEnvironments.ts';
import { scarceServer } from './scarceServer.ts';

const { server, variables } = await scarceServer();
const request = { query: { limit: '20' } };

it('with far too few slots, rejected callers succeed when they retry', async () => {
  const holders = Array.from({ length: 36 }, () => new pg.Client({ connectionString: server.ownerUrl }));
  await Promise.all(holders.map((holder) => holder.connect()));
  const environments = await startEnvironments(16, 'listProducts', variables, { timeoutMs: 8_000 });
  const first = await Promise.all(environments.map((environment) => environment.call(request)));
  for (const { status, headers, body } of first) {
    expect([status, headers['Retry-After'], JSON.parse(body).code]).toEqual([503, '1', 'overloaded']);
  }
  // Frees two slots for 16 environments. The environments take turns, because an environment that is idle for half a second loses its slot.
  await Promise.all(holders.splice(0, 2).map((holder) => holder.end()));
  await Promise.all(
    environments.map(async (environment) => {
      for (;;) {
        const { status } = await environment.call(request);
        if (status === 200) return;
        expect(status).toBe(503);
        await sleep(1_000 + Math.random() * 1_000);
      }
    }),
  );
  await Promise.all(holders.map((holder) => holder.end()));
}, 300_000);
