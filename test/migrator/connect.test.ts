import { afterEach, expect, inject, it, vi } from 'vitest';
import { readConfig } from '../../lib/config.ts';
import { credentialKeeper } from '../../lib/database/pool/credentials.ts';
import { duringInvocation } from '../../lib/invocation.ts';
import { readCommand } from '../../lib/migrator/commands/command.ts';
import { carryOut } from '../../lib/migrator/migrate.ts';
import { connectPatiently, type OwnerAddress } from '../../lib/migrator/session/connect.ts';
import { openPatiently } from '../../lib/migrator/session/session.ts';
import { secretsManager } from '../support/secretsManager.ts';
import { tcpProxy } from '../support/tcpProxy.ts';
import { messageOf, migratable, releaseOf, sends } from './support.ts';

const { address } = await migratable();
const server = new URL(inject('adminUrl'));
const proxy = await tcpProxy({ host: server.hostname, port: Number(server.port) });
const throughProxy = { ...address, host: '127.0.0.1', port: proxy.port };
const { variables, secrets } = await secretsManager();
const release = releaseOf({ '1-first': sends('create table first ()') });

/** Runs `work` in an invocation whose clock goes on by `stepMs` each time that somebody looks at it. */
function during<Result>(leftMs: number, stepMs: number, work: () => Promise<Result>): Promise<Result> {
  let left = leftMs + stepMs;
  const remainingMs = () => {
    left -= stepMs;
    return left;
  };
  return duringInvocation({ requestId: 'connect', remainingMs }, work);
}

const connect = async (owner: OwnerAddress) => (await openPatiently(owner, { queryTimeoutMs: 0 })).close();

afterEach(() => {
  proxy.forNew('pass');
  vi.unstubAllEnvs();
});

it('up waits for a server that starts, has no slot or breaks the connection, and then migrates', async () => {
  // The lock's connection meets the first two, the work's the others.
  proxy.forNext({ sqlState: '57P03' }, { sqlState: '53300' }, 'pass', { sqlState: '57P03' }, 'reset');
  const run = during(60_000, 0, () => carryOut(readCommand({}), throughProxy, release));
  expect(await run).toMatchObject({ applied: [{ name: '1-first' }] });
});

it('waits for a server that does not respond to its first connection', async () => {
  proxy.forNext('swallow');
  const before = proxy.taken();
  // A connect is given up after half of the time that the invocation has, less 2 s: here 1.75 s.
  await during(5_500, 0, () => connect(throughProxy));
  expect(proxy.taken() - before).toBe(2);
});

it('status waits too', async () => {
  proxy.forNext({ sqlState: '57P03' });
  expect(await during(60_000, 0, () => carryOut(readCommand({ command: 'status' }), throughProxy, release))).toMatchObject({ pending: [] });
});

it.each([
  ['a server that only starts', '57P03', 'not now'],
  ['a server without a slot', '53300', 'All slots of the server are in use'],
])('gives up on %s before the deadline, with the number of tries and the time', async (_, sqlState, text) => {
  proxy.forNew({ sqlState });
  const before = proxy.taken();
  const message = await messageOf(during(12_000, 1_000, () => carryOut(readCommand({}), throughProxy, release)));
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

it.each([
  ['a database that does not exist', { name: 'nowhere' }, /database "nowhere" does not exist \(3D000\)\. Create the database, or correct/],
  ['a wrong password', { password: 'wrong' }, /password authentication failed .*\(28P01\)\. Check the user and password/],
  ['a server without TLS where TLS is wanted', { tls: true }, /The server does not support SSL connections\. Correct the cause/],
])('does not retry %s', async (_, wrong, message) => {
  const before = proxy.taken();
  expect(await messageOf(migrateAt({ ...throughProxy, ...wrong }))).toMatch(message);
  expect(proxy.taken() - before).toBe(1);
});

it('stops retrying an unknown host name long before the deadline', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const unknown = Object.assign(new Error('getaddrinfo ENOTFOUND database.example.com'), { code: 'ENOTFOUND' });
  let tries = 0;
  const run = connectPatiently({ ...address, host: 'database.example.com' }, async () => {
    if (++tries === 3) vi.setSystemTime(Date.now() + 120_000);
    throw unknown;
  });
  expect(await messageOf(run)).toMatch(/in 3 tries and 120 s: getaddrinfo ENOTFOUND .*Correct MIGRATION_DATABASE_HOST/);
  vi.useRealTimers();
});

it('uses the next password of a current rotation, and the password of a completed one', async () => {
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

it('waits some seconds for a secret that the rotation has not updated yet, and not longer', async () => {
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  const source = readConfig({ MIGRATION_DATABASE_SECRET_ARN: 'owner' }).migrationDatabase;
  const old = { username: 'orders_owner', password: 'of yesterday' };
  const secret = (password: string) => JSON.stringify({ ...address, username: 'orders_owner', password, dbname: address.name });
  secrets.set('owner', secret(old.password));
  const keeper = credentialKeeper(source, old);
  let tries = 0;
  await connectPatiently({ ...address, ...old, keeper }, async (at) => {
    if (++tries === 3) secrets.set('owner', secret(inject('owner').password));
    return connect(at).catch((error: { cause: unknown }) => Promise.reject(error.cause));
  });
  expect(tries).toBe(4);

  vi.useFakeTimers({ toFake: ['Date'] });
  tries = 0;
  const run = connectPatiently({ ...address, ...old, keeper }, async () => {
    if (++tries === 3) vi.setSystemTime(Date.now() + 5_000);
    throw Object.assign(new Error('refused'), { code: '28P01' });
  });
  expect(await messageOf(run)).toMatch(/in 3 tries and 5 s: refused \(28P01\)/);
  vi.useRealTimers();
});

function migrateAt(owner: OwnerAddress) {
  return during(60_000, 0, () => carryOut(readCommand({ command: 'status' }), owner, release));
}
