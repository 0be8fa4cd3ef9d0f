import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, expect, it } from 'vitest';
import { ownServer } from '../support/ownServer.ts';
import { startEnvironments, type TestEnvironment } from '../support/startEnvironments.ts';
import { tcpProxy, through } from '../support/tcpProxy.ts';

const server = await ownServer();
const proxy = await tcpProxy(server);
let environments: TestEnvironment[];

beforeAll(async () => {
  // Only the tests should end sessions. With the role's idle_session_timeout of 500 ms, the server would also end sessions on a slow machine.
  await server.asAdmin(`alter role orders_api set idle_session_timeout = '10min'`);
  const variables = { DATABASE_URL: through(proxy, server.apiUrl), POWERTOOLS_LOG_LEVEL: 'WARN' };
  environments = await startEnvironments(6, 'listProducts', variables);
});

const all = () => Promise.all(environments.map((environment) => environment.call()));
const backends = async () =>
  (await server.asAdmin<{ pid: number }>(`select pid from pg_stat_activity where usename = 'orders_api' order by pid`)).map(
    ({ pid }) => pid,
  );

/** Returns for each environment the number of statement timeouts in its log after the first `seen` lines. */
const gaveUp = (seen: readonly number[]) =>
  environments.map(({ log }, index) => log.slice(seen[index]).filter((line) => line.includes('Query read timeout')).length);
const linesNow = () => environments.map(({ log }) => log.length);

/** Freezes every environment right after a response, runs `meanwhile`, thaws the environments and sends the next requests at once. */
async function frozen(meanwhile: () => Promise<unknown>) {
  expect((await all()).map(({ status }) => status)).toEqual(environments.map(() => 200));
  for (const environment of environments) environment.freeze();
  await meanwhile();
  for (const environment of environments) environment.thaw();
  return all();
}

it('a freeze shorter than idle_session_timeout keeps the connection', async () => {
  let before: number[] = [];
  const outcomes = await frozen(async () => {
    before = await backends();
    await sleep(300);
  });
  expect(outcomes.map(({ status }) => status)).toEqual(environments.map(() => 200));
  expect(before).toHaveLength(environments.length);
  expect(await backends()).toEqual(before);
});

it('callers do not notice that a backend was terminated while the environment was frozen', async () => {
  const before = linesNow();
  const outcomes = await frozen(() =>
    server.asAdmin(`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'orders_api'`),
  );
  expect(outcomes.map(({ status }) => status)).toEqual(environments.map(() => 200));
  expect(gaveUp(before)).toEqual(environments.map(() => 0));
});

it('a connection that was dropped silently during a freeze costs one statement timeout, and a retry succeeds', async () => {
  const before = linesNow();
  const outcomes = await frozen(async () => proxy.dropSilently());
  expect(outcomes.map(({ status }) => status)).toEqual(environments.map(() => 200));
  // test/database/unreachable.test.ts tests how long this timeout is.
  expect(gaveUp(before)).toEqual(environments.map(() => 1));
});

it('a freeze longer than idle_session_timeout frees the slot, and callers do not notice it', async () => {
  await server.asAdmin(`alter role orders_api set idle_session_timeout = '500ms'`);
  // Existing sessions keep the old setting.
  await server.asAdmin(`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'orders_api'`);
  const before = linesNow();
  const outcomes = await frozen(async () => {
    await expect.poll(backends, { timeout: 30_000 }).toEqual([]);
  });
  expect(outcomes.map(({ status }) => status)).toEqual(environments.map(() => 200));
  expect(gaveUp(before)).toEqual(environments.map(() => 0));
});
