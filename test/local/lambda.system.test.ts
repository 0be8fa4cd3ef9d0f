import { readdir, writeFile } from 'node:fs/promises';
import { devNull, getPriority } from 'node:os';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { ownClock } from '../support/ownClock.ts';
import { allEnded, descendants, isRunning } from './processes.ts';
import { writeFunctions } from './writeFunctions.ts';

const pidOf = async (functions: Awaited<ReturnType<typeof writeFunctions>>, name: string, event: unknown = {}) => {
  const { payload, functionError } = await functions.invoke(name, JSON.stringify(event));
  expect(functionError, payload).toBeUndefined();
  return Number(JSON.parse(payload).pid);
};

/** A function that returns its process ID, once the file that the event names exists. */
const whoAmI = {
  source: `import { existsSync } from 'node:fs';
    export const handler = async ({ file }) => {
      while (file && !existsSync(file)) await new Promise((r) => setTimeout(r, 5));
      return { pid: process.pid };
    }`,
};

test('an environment handles one invocation after the other', async () => {
  const functions = await writeFunctions({ hello: whoAmI });
  const first = await pidOf(functions, 'hello');
  expect(await pidOf(functions, 'hello')).toBe(first);
  expect(first).not.toBe(process.pid);
});

test('an environment runs one invocation at a time, and a concurrent invocation gets another environment', async () => {
  const source =
    'let running = 0; export const handler = async () => { const most = ++running; await new Promise((r) => setTimeout(r, 300)); running--; return { pid: process.pid, most } }';
  const functions = await writeFunctions({ hello: { source } });
  const answers = await Promise.all([1, 2, 3].map(() => functions.invoke('hello', '{}')));
  const seen = answers.map(({ payload }) => JSON.parse(payload));
  expect(new Set(seen.map(({ pid }) => pid)).size).toBe(3);
  expect(seen.map(({ most }) => most)).toEqual([1, 1, 1]);
});

test('an environment runs with a lower priority if configured', async () => {
  const equal = await writeFunctions({ hello: whoAmI });
  // The niceness is only 1, because on a busy machine a process with a much lower priority takes a minute to start.
  const yielding = await writeFunctions({ hello: whoAmI }, { niceness: 1 });
  expect(getPriority(await pidOf(equal, 'hello'))).toBe(getPriority(process.pid));
  expect(getPriority(await pidOf(yielding, 'hello'))).toBe(Math.min(19, getPriority(process.pid) + 1));
});

test('an invocation gets the environment that was used last', async () => {
  const functions = await writeFunctions({ hello: whoAmI });
  const file = path.join(functions.taskRoot, 'go');
  const later = pidOf(functions, 'hello', { file });
  const fast = await pidOf(functions, 'hello');
  await writeFile(file, '');
  const slow = await later;
  expect(fast).not.toBe(slow);
  expect(await pidOf(functions, 'hello')).toBe(slow);
  expect(await pidOf(functions, 'hello')).toBe(slow);
});

test('above the reserved concurrency, an invocation is throttled, and a later retry succeeds', async () => {
  const functions = await writeFunctions({ hello: { ...whoAmI, reservedConcurrency: 1 } });
  const running = pidOf(functions, 'hello');
  await expect(functions.invoke('hello', '{}')).rejects.toMatchObject({ reason: 'ReservedFunctionConcurrentInvocationLimitExceeded' });
  const first = await running;
  expect(await pidOf(functions, 'hello')).toBe(first);
  expect(functions.state()).toEqual({ busy: 0, frozen: 1, coldStarts: 1, throttles: 1 });
});

test('a crash fails the invocation, and the next invocation gets a new environment', async () => {
  const source = 'export const handler = async ({ crash }) => { if (crash) process.exit(3); return { pid: process.pid } }';
  const functions = await writeFunctions({ hello: { source } });
  const before = await pidOf(functions, 'hello');
  const crashed = await functions.invoke('hello', '{"crash":true}');
  expect(crashed.functionError).toBe('Unhandled');
  expect(JSON.parse(crashed.payload)).toMatchObject({
    errorType: 'Runtime.ExitError',
    errorMessage: expect.stringMatching(/exit status 3/),
  });
  expect(await pidOf(functions, 'hello')).not.toBe(before);
});

test('an environment that ends while it is frozen is not used again', async () => {
  const functions = await writeFunctions({ hello: whoAmI });
  const first = await pidOf(functions, 'hello');
  process.kill(first, 'SIGKILL');
  await allEnded([first]);
  await expect.poll(() => functions.state().frozen).toBe(0);
  const second = await pidOf(functions, 'hello');
  expect(second).not.toBe(first);
});

test('a timeout kills the environment and fails the invocation, and the next invocation gets a new environment', async () => {
  const source = 'export const handler = ({ hang }) => hang ? new Promise(() => {}) : { pid: process.pid }';
  const clock = ownClock();
  const functions = await writeFunctions({ hello: { source, timeoutMs: 600, reservedConcurrency: 1 } });
  const before = await pidOf(functions, 'hello');
  const hanging = functions.invoke('hello', '{"hang":true}');
  await setImmediate();
  clock.pass(600);
  const { functionError, payload } = await hanging;
  // Invokes the function at once, while the killed process is still ending.
  expect(await pidOf(functions, 'hello')).not.toBe(before);
  expect(functionError).toBe('Unhandled');
  expect(JSON.parse(payload)).toMatchObject({
    errorType: 'Sandbox.Timedout',
    errorMessage: expect.stringMatching(/timed out after 0\.60 seconds/),
  });
  await allEnded([before]);
});

test('a timeout kills an environment whose event loop is blocked', async () => {
  const functions = await writeFunctions({ hello: { source: 'export const handler = () => { for (;;); }', timeoutMs: 300 } });
  expect(JSON.parse((await functions.invoke('hello', '{}')).payload).errorType).toBe('Sandbox.Timedout');
});

test('an error is returned with its name and message, and the next invocation gets the same environment', async () => {
  const source =
    'export const handler = async ({ ok }) => { if (ok) return { pid: process.pid }; throw new RangeError("too far " + process.pid) }';
  const functions = await writeFunctions({ hello: { source } });
  const { functionError, payload } = await functions.invoke('hello', '{}');
  expect(functionError).toBe('Unhandled');
  const error = JSON.parse(payload);
  expect(error).toMatchObject({ errorType: 'RangeError', errorMessage: expect.stringMatching(/^too far \d+$/) });
  expect(error.errorMessage).toBe(`too far ${await pidOf(functions, 'hello', { ok: true })}`);
});

test.each([
  ['does not load', 'throw new TypeError("no")', { errorType: 'TypeError', errorMessage: 'no' }],
  ['ends while it loads', 'process.exit(7)', { errorType: 'Runtime.ExitError' }],
  ['exports no handler', 'export const other = 1', { errorMessage: 'dist/functions/hello.handler is undefined or not exported' }],
])('every invocation fails if the module %s', async (_, source, error) => {
  const functions = await writeFunctions({ hello: { source, reservedConcurrency: 1 } });
  for (let time = 1; time <= 3; time++) {
    const { functionError, payload } = await functions.invoke('hello', '{}');
    expect(functionError).toBe('Unhandled');
    expect(JSON.parse(payload)).toMatchObject(error);
  }
});

test("a response over 6 MB is rejected with Lambda's error", async () => {
  const functions = await writeFunctions({ hello: { source: 'export const handler = ({ n }) => "x".repeat(n)' } });
  expect((await functions.invoke('hello', JSON.stringify({ n: 6_000_000 }))).functionError).toBeUndefined();
  expect(JSON.parse((await functions.invoke('hello', JSON.stringify({ n: 7_000_000 }))).payload).errorType).toBe(
    'Function.ResponseSizeTooLarge',
  );
});

test("gives a function Lambda's variables and context, and none of the developer's variables", async () => {
  process.env['ORDERS_TEST_OF_THE_DEVELOPER'] = 'secret';
  const source = `export const handler = async (event, { getRemainingTimeInMillis, ...context }) =>
    ({ env: process.env, context, deadline: deadlineOf(getRemainingTimeInMillis), offset: new Date().getTimezoneOffset(), cwd: process.cwd() });
    const deadlineOf = (left) => {
      for (;;) {
        const [now, remaining] = [Date.now(), left()];
        if (Date.now() === now) return now + remaining;
      }
    }`;
  const clock = ownClock();
  const environment = {
    NODE_OPTIONS: '--enable-source-maps',
    DATABASE_SECRET_ARN: 'arn:x',
    DATABASE_HOST: 'proxy',
    DATABASE_POOL_MAX: '2',
  };
  const functions = await writeFunctions(
    { hello: { source, environment } },
    { variables: { STAGE: 'local', DATABASE_URL: 'postgres://x' } },
  );
  const { env, context, deadline, offset, cwd } = JSON.parse((await functions.invoke('hello', '{}', { traceId: 'Root=1-2-3' })).payload);
  expect(env).toMatchObject({
    AWS_LAMBDA_FUNCTION_NAME: 'shop-local-hello',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '512',
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_REGION: 'eu-central-1',
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    LAMBDA_TASK_ROOT: functions.taskRoot,
    _HANDLER: 'dist/functions/hello.handler',
    _X_AMZN_TRACE_ID: 'Root=1-2-3',
    NODE_OPTIONS: '--enable-source-maps',
    DATABASE_POOL_MAX: '2',
    STAGE: 'local',
    DATABASE_URL: 'postgres://x',
  });
  for (const name of ['ORDERS_TEST_OF_THE_DEVELOPER', 'HOME', 'DATABASE_SECRET_ARN', 'DATABASE_HOST', 'NODE_COMPILE_CACHE'])
    expect(env).not.toHaveProperty(name);
  expect(context).toMatchObject({
    functionName: 'shop-local-hello',
    functionVersion: '$LATEST',
    invokedFunctionArn: 'arn:aws:lambda:eu-central-1:000000000000:function:shop-local-hello',
    memoryLimitInMB: '512',
    logGroupName: '/aws/lambda/shop-local-hello',
    awsRequestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    logStreamName: expect.stringMatching(/^\d{4}\/\d\d\/\d\d\/\[\$LATEST\][0-9a-f]{32}$/),
  });
  // The deadline is 60 s after the start of the invocation, on the test's clock.
  expect(deadline).toBe(clock.now() + 60_000);
  expect(offset).toBe(0);
  expect(cwd).toBe(functions.taskRoot);
});

test('keeps the compile cache of a killed environment, and still runs the new code after a change', async () => {
  const first = await writeFunctions({ hello: { source: 'export const handler = () => "first"' } });
  expect((await first.invoke('hello', '{}')).payload).toBe('"first"');
  await first.stop();
  const kept = await readdir(path.join(first.taskRoot, 'dist/compile-cache'), { recursive: true, withFileTypes: true });
  expect(kept.filter((entry) => entry.isFile()).length).toBeGreaterThan(1);
  const second = await writeFunctions({ hello: { source: '' } }, { taskRoot: first.taskRoot });
  await writeFile(path.join(first.taskRoot, 'dist/functions/hello.mjs'), 'export const handler = () => "later"');
  expect((await second.invoke('hello', '{}')).payload).toBe('"later"');
});

test("passes on each line that a function writes, with the function's name", async () => {
  const lines: string[] = [];
  const source = 'export const handler = async () => { console.log("to stdout"); console.error("to stderr"); }';
  const functions = await writeFunctions({ hello: { source } }, { onLog: (name, line) => lines.push(`${name}: ${line}`) });
  expect((await functions.invoke('hello', '{}')).payload).toBe('null');
  await expect.poll(() => lines.toSorted()).toEqual(['hello: to stderr', 'hello: to stdout']);
});

test('stopping ends every process: busy, idle or starting', async () => {
  const functions = await writeFunctions({
    hello: whoAmI,
    slow: { source: 'await new Promise(() => setInterval(() => {}, 1000)); export const handler = () => 1' },
  });
  const others = descendants(process.pid);
  const ours = () => descendants(process.pid).filter((pid) => !others.includes(pid));
  const idle = await Promise.all([pidOf(functions, 'hello'), pidOf(functions, 'hello')]);
  const busy = functions.invoke('hello', JSON.stringify({ file: path.join(functions.taskRoot, 'never') }));
  const starting = functions.invoke('slow', '{}');
  await expect.poll(ours).toHaveLength(3);
  const processes = ours();
  await functions.stop();
  expect(processes).toEqual(expect.arrayContaining(idle));
  expect((await Promise.all(processes.map(isRunning))).filter(Boolean)).toEqual([]);
  // The environments have ended before their timeout.
  for (const result of [busy, starting]) expect(JSON.parse((await result).payload).errorType).toBe('Runtime.ExitError');
  await expect(functions.invoke('hello', '{}')).rejects.toThrow(/being stopped/);
});
