import { expect, inject, it, vi } from 'vitest';
import { readConfig } from '../../lib/config.ts';
import { credentialKeeper } from '../../lib/database/pool/credentials.ts';
import { readCommand } from '../../lib/migrator/commands/command.ts';
import { runInSession } from '../../lib/migrator/migrate.ts';
import { connectWithRetry } from '../../lib/migrator/session/connect.ts';
import { address, connect, during, proxy, release, secrets, throughProxy, variables } from './connectSupport.ts';
import { messageOf } from './support.ts';

it('connects again if the server does not respond to the first connection', async () => {
  proxy.forNext('swallow');
  const before = proxy.taken();
  // Of the remaining 5.5 s, 2 s are reserved. A connection attempt may take half of the other 3.5 s.
  await during(5_500, 0, () => connect(throughProxy));
  expect(proxy.taken() - before).toBe(2);
});

it.each([
  ['a server that is starting', '57P03', 'not now'],
  ['a server without a slot', '53300', 'All slots of the server are in use'],
])('gives up on %s before the deadline, and reports the number of tries and the time', async (_, sqlState, text) => {
  proxy.forNew({ sqlState });
  const before = proxy.taken();
  const message = await messageOf(during(12_000, 1_000, () => runInSession(readCommand({}), throughProxy, release)));
  const tries = proxy.taken() - before;
  expect(tries).toBeGreaterThan(1);
  expect(message).toMatch(
    new RegExp(
      `^orders_owner could not connect to the database ${address.name} on 127\\.0\\.0\\.1:${proxy.port} in ${tries} tries and \\d+ s: not now`,
    ),
  );
  expect(message).toContain(`(${sqlState})`);
  expect(message).toContain(text);
});

it('waits for a secret that the rotation has not updated yet, but gives up after some seconds', async () => {
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  const source = readConfig({ MIGRATION_DATABASE_SECRET_ARN: 'owner' }).migrationDatabase;
  const old = { username: 'orders_owner', password: 'of yesterday' };
  const secret = (password: string) => JSON.stringify({ ...address, username: 'orders_owner', password, dbname: address.name });
  secrets.set('owner', secret(old.password));
  const keeper = credentialKeeper(source, old);
  // On a busy machine, three tries may take longer than the 5 s for which `migrate` retries, so the test sets the clock.
  vi.useFakeTimers({ toFake: ['Date'] });
  let tries = 0;
  await connectWithRetry({ ...address, ...old, keeper }, async (at) => {
    if (++tries === 3) secrets.set('owner', secret(inject('owner').password));
    return connect(at).catch((error: { cause: unknown }) => Promise.reject(error.cause));
  });
  expect(tries).toBe(4);

  tries = 0;
  const run = connectWithRetry({ ...address, ...old, keeper }, async () => {
    if (++tries === 3) vi.setSystemTime(Date.now() + 5_000);
    throw Object.assign(new Error('refused'), { code: '28P01' });
  });
  expect(await messageOf(run)).toMatch(/in 3 tries and 5 s: refused \(28P01\)/);
  vi.useRealTimers();
});
