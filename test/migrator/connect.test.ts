import { expect, inject, it, vi } from 'vitest';
import { readConfig } from '../../lib/config.ts';
import { credentialKeeper } from '../../lib/database/pool/credentials.ts';
import { readCommand } from '../../lib/migrator/commands/command.ts';
import { runInSession } from '../../lib/migrator/migrate.ts';
import { connectWithRetry, type OwnerAddress } from '../../lib/migrator/session/connect.ts';
import { address, connect, during, proxy, release, secrets, throughProxy, variables } from './connectSupport.ts';
import { messageOf } from './support.ts';

// connect.system.test.ts tests the time limits of the retries.

it('up waits for a server that is starting, has no slot or breaks the connection, and then migrates', async () => {
  // The connection for the lock meets the first two faults, and the connection for the work meets the last two.
  proxy.forNext({ sqlState: '57P03' }, { sqlState: '53300' }, 'pass', { sqlState: '57P03' }, 'reset');
  const run = during(60_000, 0, () => runInSession(readCommand({}), throughProxy, release));
  expect(await run).toMatchObject({ applied: [{ name: '1-first' }] });
});

it('status also waits for a server that is starting', async () => {
  proxy.forNext({ sqlState: '57P03' });
  expect(await during(60_000, 0, () => runInSession(readCommand({ command: 'status' }), throughProxy, release))).toMatchObject({
    pending: [],
  });
});

it.each([
  ['a database that does not exist', { name: 'nowhere' }, /database "nowhere" does not exist \(3D000\)\. Create the database, or correct/],
  ['a wrong password', { password: 'wrong' }, /password authentication failed .*\(28P01\)\. Check the user and password/],
  ['a server without TLS if TLS is required', { tls: true }, /The server does not support SSL connections\. Correct the cause/],
])('does not retry %s', async (_, wrong, message) => {
  const before = proxy.taken();
  expect(await messageOf(migrateAt({ ...throughProxy, ...wrong }))).toMatch(message);
  expect(proxy.taken() - before).toBe(1);
});

it('stops retrying an unknown host name long before the deadline', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const unknown = Object.assign(new Error('getaddrinfo ENOTFOUND database.example.com'), { code: 'ENOTFOUND' });
  let tries = 0;
  const run = connectWithRetry({ ...address, host: 'database.example.com' }, async () => {
    if (++tries === 3) vi.setSystemTime(Date.now() + 120_000);
    throw unknown;
  });
  expect(await messageOf(run)).toMatch(/in 3 tries and 120 s: getaddrinfo ENOTFOUND .*Correct MIGRATION_DATABASE_HOST/);
  vi.useRealTimers();
});

it('uses the pending password during a rotation, and the new password after it', async () => {
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  const secret = (password: string) =>
    JSON.stringify({ username: 'orders_owner', password, host: address.host, port: address.port, dbname: address.name });
  const source = readConfig({ MIGRATION_DATABASE_SECRET_ARN: 'owner' }).migrationDatabase;
  const old = { username: 'orders_owner', password: 'of yesterday' };

  secrets.set('owner', secret(old.password));
  secrets.set('owner AWSPENDING', secret(inject('owner').password));
  await connect({ ...address, ...old, keeper: credentialKeeper(source, old) });

  secrets.delete('owner AWSPENDING');
  secrets.set('owner', secret(inject('owner').password));
  await connect({ ...address, ...old, keeper: credentialKeeper(source, old) });
});

function migrateAt(owner: OwnerAddress) {
  return during(60_000, 0, () => runInSession(readCommand({ command: 'status' }), owner, release));
}
