import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { RateLimit } from '../../local/lambda/rateLimit.ts';
import { ownClock } from '../support/ownClock.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { allEnded, runModule } from './processes.ts';
import { writeFunctions } from './writeFunctions.ts';

/** Returns the state of a process as one letter: T if it is stopped. */
const stateOf = async (pid: number) => /\) (\S)/.exec(await readFile(`/proc/${pid}/stat`, 'utf8'))?.[1];

const whoAmI = { source: 'export const handler = async () => ({ pid: process.pid })' };

const ticking = {
  source: `let ticks = 0; setInterval(() => ticks++, 10);
    export const handler = async ({ more = 0 }) => {
      const enough = ticks + more;
      while (ticks < enough) await new Promise((r) => setTimeout(r, 5));
      return { pid: process.pid };
    }`,
};

async function call(functions: Awaited<ReturnType<typeof writeFunctions>>, event: unknown = {}) {
  const { payload, functionError } = await functions.invoke('hello', JSON.stringify(event));
  expect(functionError, payload).toBeUndefined();
  return JSON.parse(payload);
}

test('an environment is frozen as soon as it has responded, and continues with the next invocation', async () => {
  const functions = await writeFunctions({ hello: ticking });
  const { pid } = await call(functions, { more: 3 });
  await expect.poll(() => stateOf(pid)).toBe('T');
  // The function's timers continue in the next invocation.
  expect(await call(functions, { more: 3 })).toEqual({ pid });
  await expect.poll(() => stateOf(pid)).toBe('T');
});

test('a frozen environment ends after the idle time, and the next invocation is a cold start', async () => {
  const functions = await writeFunctions({ hello: whoAmI }, { idleTimeoutMs: 200 });
  const { pid } = await call(functions);
  await allEnded([pid]);
  expect((await call(functions)).pid).not.toBe(pid);
  expect(functions.state().coldStarts).toBe(2);
});

test('an environment in use does not end after the idle time', async () => {
  const clock = ownClock();
  const functions = await writeFunctions({ hello: ticking }, { idleTimeoutMs: 200 });
  const { pid } = await call(functions);
  const again = call(functions, { more: 3 });
  clock.pass(200);
  expect((await again).pid).toBe(pid);
  clock.pass(200);
  await allEnded([pid]);
});

test('stopping ends frozen environments', async () => {
  const functions = await writeFunctions({ hello: whoAmI });
  const { pid } = await call(functions);
  await expect.poll(() => stateOf(pid)).toBe('T');
  await functions.stop();
  await allEnded([pid]);
});

test('a frozen environment ends with its parent, even if the parent is killed', async () => {
  const taskRoot = await temporaryFolder();
  const file = path.join(taskRoot, 'hello.mjs');
  const { line, kill } = await runModule(`
    import { writeFileSync } from 'node:fs';
    import { lambda } from ${JSON.stringify(path.resolve('local/lambda/lambda.ts'))};
    writeFileSync(${JSON.stringify(file)}, 'export const handler = () => process.pid');
    const hello = { name: 'hello', handler: 'hello.handler', timeoutMs: 60_000, memoryMb: 128, environment: {}, environmentKeys: [] };
    const functions = lambda({ config: { service: 'shop', region: 'x', functions: [hello] }, taskRoot: ${JSON.stringify(taskRoot)}, variables: {}, initTimeoutMs: 60_000 });
    console.log((await functions.invoke('hello', '{}')).payload);
    setInterval(() => {}, 1000);`);
  const pid = Number(line);
  await expect.poll(() => stateOf(pid)).toBe('T');
  await kill('SIGKILL');
  await allEnded([pid]);
});

test('an invocation is throttled if it needs more new environments than the scaling rate allows', async () => {
  const slow = { source: 'export const handler = () => new Promise((r) => setTimeout(r, 300, {}))' };
  const functions = await writeFunctions({ hello: slow }, { scaleOut: 2 });
  const answers = await Promise.allSettled([1, 2, 3].map(() => functions.invoke('hello', '{}')));
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
  expect(answers[2]).toMatchObject({ reason: { reason: 'ConcurrentInvocationLimitExceeded' } });
});

test('a rate limit of 2 calls in 10 s allows another call 10 s after an allowed one', () => {
  let now = 0;
  const rate = new RateLimit(2, 10_000, () => now);
  const taken = [0, 1, 9_999, 10_000, 10_001, 10_002].map((time) => {
    now = time;
    return rate.take();
  });
  expect(taken).toEqual([true, true, false, true, true, false]);
});
