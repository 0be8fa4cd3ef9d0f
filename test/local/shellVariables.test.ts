import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ownVariables } from '../../local/shellVariables.ts';
import { testVariables } from '../setup/testVariables.ts';

test("removes psql's variables from the shell", () => {
  const shell = {
    PGOPTIONS: '-c default_transaction_read_only=on',
    PGSSLMODE: 'require',
    PGHOST: 'elsewhere',
    PATH: '/bin',
    PG: 'x',
    pghost: 'x',
  };
  const changes = ownVariables(shell);
  expect(Object.keys(changes).sort()).toEqual(['NO_PROXY', 'PGHOST', 'PGOPTIONS', 'PGSSLMODE', 'no_proxy']);
  expect([changes['PGHOST'], changes['PGOPTIONS'], changes['PGSSLMODE']]).toEqual([undefined, undefined, undefined]);
});

test.each([
  [{}, 'localhost,127.0.0.1,[::1]'],
  [{ NO_PROXY: '.corp.example' }, '.corp.example,localhost,127.0.0.1,[::1]'],
  [{ NO_PROXY: 'unread', no_proxy: '.corp.example' }, '.corp.example,localhost,127.0.0.1,[::1]'],
  [{ NO_PROXY: '*' }, '*,localhost,127.0.0.1,[::1]'],
])('requests to this machine use no proxy if the shell has %o', (shell, noProxy) => {
  expect(ownVariables(shell)).toEqual({ no_proxy: noProxy, NO_PROXY: noProxy });
});

test('keeps proxies and AWS credentials for requests to AWS', () => {
  const changes = ownVariables({ HTTPS_PROXY: 'http://proxy.corp.example', AWS_PROFILE: 'shop', DATABASE_URL: 'x' });
  expect(Object.keys(changes)).toEqual(['no_proxy', 'NO_PROXY']);
});

test("removes the variables of the functions and of AWS's clients from the test suite, and keeps the suite's own variables", () => {
  const configured = [
    'AWS_PROFILE',
    'AWS_ENDPOINT_URL',
    'DATABASE_URL',
    'MIGRATION_DATABASE_HOST',
    'STAGE',
    'POWERTOOLS_LOG_LEVEL',
    'PGHOST',
  ];
  const kept = ['PATH', 'TEST_DATABASE', 'TESTCONTAINERS_HOST_OVERRIDE', 'MIGRATION_KILLS', 'DOCKER_HOST'];
  const changes = testVariables(Object.fromEntries([...configured, ...kept].map((name) => [name, 'x'])));
  const removed = Object.keys(changes).filter((name) => changes[name] === undefined);
  expect(removed.sort()).toEqual(configured.sort());
});

test('removes from the test suite each variable that lib/config.ts reads', () => {
  const names = Array.from(readFileSync('lib/config.ts', 'utf8').matchAll(/^ {2}([A-Z_]+): /gm), ([, name = '']) => name);
  expect(names.length).toBeGreaterThan(15);
  const changes = testVariables(Object.fromEntries(names.map((name) => [name, 'x'])));
  expect(names.filter((name) => !(name in changes) || changes[name] !== undefined)).toEqual([]);
});
