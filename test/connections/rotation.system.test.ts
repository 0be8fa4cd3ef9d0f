import { setTimeout as sleep } from 'node:timers/promises';
import { expect, inject, it } from 'vitest';
import { scramVerifier } from '../../lib/scramVerifier.ts';
import { call } from '../support/call.ts';
import { freshFunction } from '../support/freshFunction.ts';
import { ownClock } from '../support/ownClock.ts';
import { ownServer } from '../support/ownServer.ts';
import { secretsManager } from '../support/secretsManager.ts';
import { type Outcome, startEnvironments, type TestEnvironment } from '../support/startEnvironments.ts';
import { warnings } from '../support/warnings.ts';

const server = await ownServer();
const { secrets, variables, asked } = await secretsManager();
const { user } = inject('api');
const secretOf = (password: string) => JSON.stringify({ username: user, password, host: server.host, port: server.port, dbname: 'orders' });
const changeRole = (password: string) => server.asAdmin(`alter role ${user} password '${scramVerifier(password)}'`);

/** Sends requests while `meanwhile` runs, each on a new connection. `meanwhile` receives a function that waits for further responses. */
async function load(
  environments: readonly TestEnvironment[],
  meanwhile: (answers: (count: number) => Promise<void>) => Promise<void>,
): Promise<Outcome[]> {
  let isOver = false;
  const outcomes: Outcome[] = [];
  const callers = environments.map(async (environment) => {
    while (!isOver) {
      outcomes.push(await environment.call());
      await server.asAdmin(`select pg_terminate_backend(pid) from pg_stat_activity where usename = '${user}'`);
      await sleep(20);
    }
  });
  // Waits for responses instead of a time, so that requests arrive during every step, even on a busy machine.
  await meanwhile(async (count) => {
    const enough = outcomes.length + count;
    while (outcomes.length < enough) await sleep(10);
  });
  isOver = true;
  await Promise.all(callers);
  return outcomes;
}

it('callers do not notice any step of a rotation', async () => {
  secrets.set('arn:api', secretOf(inject('api').password));
  const environments = await startEnvironments(4, 'listProducts', {
    ...variables,
    DATABASE_SECRET_ARN: 'arn:api',
    POWERTOOLS_LOG_LEVEL: 'WARN',
  });
  const refusals = () => environments.flatMap(({ log }) => log.filter((line) => line.includes('28P01'))).length;
  const outcomes = await load(environments, async (answers) => {
    await answers(12);
    // Each environment fetches the secret once, however often it connects.
    expect(asked()).toBe(environments.length);
    // A rotation by AWS first stores the new version, then changes the server's password, then makes the new version AWSCURRENT.
    secrets.set('arn:api AWSPENDING', secretOf('second'));
    await answers(4);
    await changeRole('second');
    await answers(12);
    secrets.set('arn:api', secretOf('second'));
    secrets.delete('arn:api AWSPENDING');
    await answers(8);
    // A manual rotation changes the server's password first, and the secret a moment later.
    const before = refusals();
    await changeRole('third');
    // Waits until the server rejects an environment's password. The environment then fetches the secret again.
    while (refusals() === before) await sleep(10);
    secrets.set('arn:api', secretOf('third'));
    await answers(12);
  });
  expect(outcomes.filter(({ status }) => status !== 200)).toEqual([]);
});

it('if the password stays wrong, the function retries for the 5 s that a rotation may take, then responds with 503 before the deadline', async () => {
  await changeRole('nobody knows');
  const clock = ownClock();
  const handler = await freshFunction('listProducts', { ...variables, DATABASE_SECRET_ARN: 'arn:api', DATABASE_URL: undefined });
  // Each failed attempt moves the clock by 1 s.
  const seen = await warnings(() => clock.move(1_000));
  expect(await call(handler, { remainingMs: 29_000 })).toMatchObject({ status: 503, headers: { 'Retry-After': '1' } });
  expect(seen).toMatchObject([1, 2, 3, 4, 5, 6].map((attempt) => ({ attempt, error: { cause: { code: '28P01' } } })));
});
