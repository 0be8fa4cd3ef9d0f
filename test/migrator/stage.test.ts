import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Bundle } from '../../lib/migrator/bundle.ts';
import { main } from '../../scripts/migrate.ts';
import { codeBlocks } from '../support/codeBlocks.ts';
import { migratable, releaseOf, sends, untilTold } from './support.ts';

// A server that implements Lambda's Invoke API. It runs `migrate` on a real database.
let bundle: Bundle;
const invoked: string[] = [];
const { migrate, sequelize } = await migratable();
const endpoint = createServer(async (request, response) => {
  const [, name = ''] = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/.exec(request.url ?? '') ?? [];
  const payload: object = JSON.parse(await text(request));
  if (!/^orders-(production|staging)-migrate$/.test(name) || !request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 ')) {
    response.writeHead(404, { 'content-type': 'application/json', 'x-amzn-errortype': 'ResourceNotFoundException' });
    return response.end(JSON.stringify({ Type: 'User', Message: `Function not found: ${name}` }));
  }
  invoked.push(`${name} ${JSON.stringify(payload)}`);
  try {
    return response.end(JSON.stringify(await migrate(payload, bundle)));
  } catch (error) {
    const { name: errorType, message: errorMessage } = error instanceof Error ? error : new Error(String(error));
    response.writeHead(200, { 'x-amz-function-error': 'Unhandled' });
    return response.end(JSON.stringify({ errorType, errorMessage, trace: [] }));
  }
});

beforeAll(async () => {
  endpoint.listen(0, '127.0.0.1');
  await once(endpoint, 'listening');
});
afterAll(() => void endpoint.close());

interface Output {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const variables = () => ({
  AWS_ENDPOINT_URL_LAMBDA: `http://127.0.0.1:${(endpoint.address() as AddressInfo).port}`,
  AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'example',
});

/** Runs the command's main function in this process, because a separate process costs a second. */
function run(...flags: readonly string[]): Promise<Output> {
  return runNoting(flags, () => {});
}

/** Does the same as `run`. After each line on standard error, calls `onStderr` with all lines so far. */
async function runNoting(flags: readonly string[], onStderr: (said: string) => void): Promise<Output> {
  const [stdout, stderr]: [string[], string[]] = [[], []];
  const [before, { exitCode }] = [process.argv, process];
  process.argv = [process.execPath, 'scripts/migrate.ts', ...flags];
  for (const [name, value] of Object.entries(variables())) vi.stubEnv(name, value);
  const spies = [
    vi.spyOn(console, 'log').mockImplementation((line: string) => void stdout.push(`${line}\n`)),
    vi.spyOn(console, 'error').mockImplementation((line: string) => {
      stderr.push(`${line}\n`);
      onStderr(stderr.join(''));
    }),
  ];
  process.exitCode = undefined;
  try {
    await main();
    return { code: Number(process.exitCode ?? 0), stdout: stdout.join(''), stderr: stderr.join('') };
  } finally {
    process.exitCode = exitCode;
    process.argv = before;
    for (const spy of spies) spy.mockRestore();
    vi.unstubAllEnvs();
  }
}

const working = {
  '1-first': sends('create table first ()', 'drop table first'),
  '2-slow': sends(`create table slow (); ${untilTold}`, 'drop table slow'),
};

it("invokes the stage's function, prints each applied migration, and shows a table with durations", async () => {
  bundle = releaseOf(working);
  // The second migration waits until the first has been reported.
  const goOn = (said: string) => said === 'applied 1-first\n' && sequelize.query('create table if not exists go ()');
  const { code, stdout, stderr } = await runNoting(['up', '--stage', 'production'], goOn);
  expect(stderr).toBe('applied 1-first\n');
  expect(stdout).toMatch(
    /^1-first +applied in \d+ ms\n2-slow +applied in \d+ ms\n\nup: 2 applied, 0 reverted, 0 pending; last applied: 2-slow\n$/,
  );
  expect(code).toBe(0);
});

it('prints only the report as JSON to standard output', async () => {
  const { code, stdout } = await run('status', '--json', '--stage', 'production');
  expect(JSON.parse(stdout)).toMatchObject({ command: 'status', executed: ['1-first', '2-slow'], schema: '2-slow' });
  expect(code).toBe(0);
});

it("shows the function's runtime", async () => {
  const { stdout } = await run('status', '--stage', 'production');
  expect(stdout).toMatch(/^runtime: Node\.js v24\.\S+ \(V8 \S+\) on \w+; flags .+; code cache none, tag [0-9a-f]{32}$/m);
});

it('exits 1 when a migration fails, and prints its name, its SQLSTATE and the applied migrations', async () => {
  bundle = releaseOf({ ...working, '3-wrong': sends('create table wrong (); select 1 / 0') });
  const { code, stdout, stderr } = await run('--stage', 'production');
  expect(stderr).toBe(
    'migrate failed: 3-wrong (up) failed and was rolled back: division by zero (SQLSTATE 22012)\nNewest applied migration: 2-slow.\n',
  );
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
});

it('exits 1 when verify finds a fault', async () => {
  bundle = releaseOf(working, { '1-first': 'other' });
  const { code, stdout } = await run('verify', '--stage', 'production');
  expect(stdout).toContain('1-first: edited: its source has changed since it ran here');
  expect(code).toBe(1);
});

it('passes the flags to the function', async () => {
  bundle = releaseOf(working);
  invoked.length = 0;
  const { code, stdout } = await run('down', '--step', '1', '--allow-down', '--stage', 'production');
  expect(invoked).toContain('orders-production-migrate {"command":"down","step":1,"allowDown":true}');
  expect(stdout).toMatch(/2-slow +reverted in \d+ ms/);
  expect(code).toBe(0);
});

it('runs the command of docs/migrations.md, which adopts the record of sequelize-cli', async () => {
  bundle = releaseOf({ '1-first': working['1-first'] });
  await sequelize.query(`update "SequelizeMeta" set name = name || '.js'`);
  invoked.length = 0;
  const [command = ''] = codeBlocks('docs/migrations.md', 'sh');
  const { code, stdout } = await run(...command.trim().replace('npm run migrate -- ', '').split(' '));
  expect(invoked).toContain('orders-staging-migrate {"command":"up","adopt":true}');
  expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(/^1-first +adopted$/m) });
});

it('exits 1 with one line for an unknown stage', async () => {
  const { code, stderr } = await run('status', '--stage', 'nowhere');
  expect(stderr).toBe(
    'orders-nowhere-migrate in eu-central-1 could not be invoked: ResourceNotFoundException: Function not found: orders-nowhere-migrate\n',
  );
  expect(code).toBe(1);
});
