import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { expect, it } from 'vitest';
import { startEnvironments } from '../support/environments.ts';
import { ownServer } from '../support/ownServer.ts';

// 36 free slots: three more are the superuser's.
const server = await ownServer({ max_connections: 39 });
const variables = { DATABASE_URL: server.apiUrl, POWERTOOLS_LOG_LEVEL: 'ERROR' };
const request = { query: { limit: '20' } };
await server.asAdmin(`insert into products (name, price_in_cents) select 'Teapot ' || n, n from generate_series(1, 50) as n`);

it('where there are far too few slots the others are told to come back, and are served when they do', async () => {
  // Two slots are left, held for a second each, and 2 s to wait for one: not all of 16 get their turn.
  const holders = Array.from({ length: 34 }, () => new pg.Client({ connectionString: server.ownerUrl }));
  await Promise.all(holders.map((holder) => holder.connect()));
  const environments = await startEnvironments(16, 'listProducts', variables, { timeoutMs: 4_000 });
  const first = await Promise.all(environments.map((environment) => environment.call(request)));
  const turned = first.filter(({ status }) => status !== 200);
  expect(turned.length).toBeGreaterThan(0);
  for (const { status, headers, body } of turned) {
    expect([status, headers['Retry-After'], JSON.parse(body).code]).toEqual([503, '1', 'overloaded']);
  }
  const served = await Promise.all(
    environments.map(async (environment, index) => {
      for (let tries = 0; first[index]?.status !== 200 && tries < 20; tries++) {
        await sleep(1_000 + Math.random() * 1_000);
        const { status } = await environment.call(request);
        if (status === 200) return status;
        expect(status).toBe(503);
      }
      return first[index]?.status;
    }),
  );
  expect(served).toEqual(environments.map(() => 200));
  await Promise.all(holders.map((holder) => holder.end()));
}, 120_000);
