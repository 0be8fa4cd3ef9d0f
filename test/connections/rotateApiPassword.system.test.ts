import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, expect, inject, it, vi } from 'vitest';
import { openSecretsEndpoint } from '../../local/aws/secretsEndpoint.ts';
import { addressFor } from '../setup/owner.ts';
import { acceptsLogin } from '../support/acceptsLogin.ts';
import { ownServer } from '../support/ownServer.ts';
import { type Outcome, startEnvironments } from '../support/startEnvironments.ts';

const server = await ownServer({ log_statement: 'all' });
const manager = await openSecretsEndpoint('eu-central-1');
afterAll(() => manager.close());
const { user } = inject('api');
const steps = ['createSecret', 'setSecret', 'testSecret', 'finishSecret'] as const;

async function opens(password: string): Promise<boolean> {
  return acceptsLogin(addressFor(server.adminUrl, 'orders', { user, password }));
}

/** Sets the password of the role and of a new secret to `password`, and loads the function as a new environment does. */
async function rotatable(password: string, more: object = {}) {
  const secretArn = manager.put(`api-${password}`, JSON.stringify({ username: user, password, engine: 'postgres', ...more }));
  await server.asAdmin(`alter role ${user} password '${password}'`);
  const variables = {
    ...{ ...manager.variables, AWS_REGION: 'eu-central-1', DATABASE_SECRET_ARN: secretArn, DATABASE_HOST: 'proxy.invalid' },
    ...{ MIGRATION_DATABASE_HOST: server.host, MIGRATION_DATABASE_PORT: String(server.port), MIGRATION_DATABASE_NAME: 'orders' },
  };
  for (const name of ['DATABASE_URL', 'MIGRATION_DATABASE_URL']) vi.stubEnv(name, undefined);
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  vi.resetModules();
  const { handler } = await import('../../functions/rotateApiPassword.ts');
  const { fetchDatabaseSecret } = await import('../../lib/secrets.ts');
  const context = { awsRequestId: 'rotation', getRemainingTimeInMillis: () => 20_000 };
  return {
    secretArn,
    variables,
    begin: () => manager.beginRotation(secretArn),
    step: (Step: (typeof steps)[number], ClientRequestToken: string, SecretId = secretArn) =>
      Reflect.apply(handler, undefined, [{ Step, SecretId, ClientRequestToken }, context]),
    secret: async (stage: 'AWSCURRENT' | 'AWSPENDING' | 'AWSPREVIOUS') => fetchDatabaseSecret(secretArn, stage),
  };
}

afterEach(() => vi.unstubAllEnvs());

it('sets a new password for the role and in the secret, and the password does not appear in the server’s log', async () => {
  const { begin, step, secret } = await rotatable('first-password', { dbname: 'orders' });
  const token = begin();
  const lines = await server.logOf(async () => {
    for (const name of steps) {
      await step(name, token);
      // Secrets Manager repeats a step if its response was lost.
      await step(name, token);
    }
  });
  const { password, ...rest } = await secret('AWSCURRENT');
  expect(rest).toEqual({ username: user, engine: 'postgres', dbname: 'orders' });
  expect(password).toMatch(/^[\w-]{40}$/);
  expect([await opens(password), await opens('first-password')]).toEqual([true, false]);
  expect(await secret('AWSPREVIOUS')).toMatchObject({ password: 'first-password' });
  expect(lines.join('\n')).toContain("alter role current_user password 'SCRAM-SHA-256$4096:");
  expect(lines.join('\n')).not.toContain(password);
});

it('callers who connect continuously notice no step of the rotation', async () => {
  const { begin, step, variables } = await rotatable('watched-password');
  const environments = await startEnvironments(2, 'listProducts', {
    ...variables,
    ...{ DATABASE_HOST: server.host, DATABASE_PORT: String(server.port), DATABASE_NAME: 'orders', POWERTOOLS_LOG_LEVEL: 'ERROR' },
  });
  const outcomes: Outcome[] = [];
  let isOver = false;
  const callers = environments.map(async (environment) => {
    while (!isOver) {
      outcomes.push(await environment.call());
      await server.asAdmin(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'orders' and state = 'idle'`);
    }
  });
  const token = begin();
  try {
    for (const name of steps) {
      const seen = outcomes.length;
      await step(name, token);
      while (outcomes.length < seen + 4) await sleep(10);
    }
  } finally {
    isOver = true;
    await Promise.all(callers);
  }
  expect(outcomes.filter(({ status }) => status !== 200)).toEqual([]);
});

it('finishes a rotation if the server already has the new password', async () => {
  const { begin, step, secret } = await rotatable('given-up');
  const lost = begin();
  await step('createSecret', lost);
  await step('setSecret', lost);
  expect(await opens('given-up')).toBe(false);
  const { password } = await secret('AWSPENDING');
  await step('testSecret', lost);
  await step('finishSecret', lost);
  expect(await secret('AWSCURRENT')).toMatchObject({ password });
});

it('fails if the database accepts no password of the secret, and names the remedy', async () => {
  const { begin, step } = await rotatable('lost-password');
  await server.asAdmin(`alter role ${user} password 'nobody-knows'`);
  const token = begin();
  await step('createSecret', token);
  await expect(step('setSecret', token)).rejects.toThrow(/npm run migrate -- up/);
  await expect(step('testSecret', token)).rejects.toMatchObject({ parent: { code: '28P01' } });
});

it('rejects another secret, an unknown version and an unknown step', async () => {
  const { begin, step, secretArn } = await rotatable('refusing');
  const other = manager.put('somebody-elses', '{}');
  await expect(step('createSecret', manager.beginRotation('somebody-elses'), other)).rejects.toThrow(/not the secret that this function/);
  await expect(step('createSecret', 'f'.repeat(36))).rejects.toThrow(`${secretArn} has no version`);
  await expect(Reflect.apply(step, undefined, ['dropSecret', begin()])).rejects.toThrow(/Step/);
});
