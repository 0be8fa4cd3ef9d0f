import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { root } from '../../local/directory.ts';
import { allEnded, descendants } from '../local/processes.ts';

const sample = z.object({ held: z.int().nullable(), active: z.int().nullable(), busy: z.int(), frozen: z.int() });
const result = z.object({
  report: z.string(),
  profiles: z.array(
    z.object({
      ...{ name: z.string(), requests: z.int(), ok: z.int(), throttled: z.int(), orders: z.int(), coldStarts: z.int() },
      ...{ serverErrors: z.record(z.string(), z.int()), clientErrors: z.record(z.string(), z.int()), broken: z.array(z.string()) },
      ...{ refused: z.record(z.string(), z.int()), peakConnections: z.int(), statementsPerRequest: z.number(), samples: z.array(sample) },
    }),
  ),
});

function load(...flags: string[]) {
  const child = spawn(process.execPath, ['test/load/run.ts', ...flags], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]).then(([stdout, stderr, [code]]) => ({
    ...{ code, stdout, stderr },
  }));
  return { child, ended };
}

async function loaded(...flags: string[]) {
  const { code, stdout, stderr } = await load('--json', ...flags).ended;
  expect(code, stderr).toBe(0);
  const parsed = result.parse(JSON.parse(stdout));
  onTestFinished(() => rm(parsed.report));
  expect(await readFile(parsed.report, 'utf8')).toMatch(/^<!doctype html>/);
  return parsed.profiles;
}

test('in a freeze connections are held while nothing runs, and thawed environments answer without error', async () => {
  // Few requests: an idle session is reaped after half a second, so that moments without work are what connections are seen held in.
  const [tuned] = await loaded('--scenario', 'freeze', '--rate', '4', '--slots', '20', '--concurrency', '8', '--duration', '12s');
  if (tuned === undefined) throw new Error('nothing was measured');
  const frozen = tuned.samples.filter(({ busy, frozen, held, active }) => busy === 0 && frozen > 0 && (held ?? 0) > 0 && active === 0);
  expect(frozen.length).toBeGreaterThan(3);
  expect(tuned).toMatchObject({ serverErrors: {}, clientErrors: {}, broken: [] });
  expect(tuned.orders).toBeGreaterThan(0);
  expect(tuned.ok + tuned.throttled).toBe(tuned.requests);
  expect(tuned.coldStarts).toBeLessThanOrEqual(8);
}, 90_000);

test('a tutorial runs out of slots where this project does not, with the network slowed down', async () => {
  const flags = ['--rate', '12', '--slots', '16', '--concurrency', '8', '--duration', '6s', '--delay', '1'];
  const [tutorial, tuned] = await loaded('--compare', 'tutorial,tuned', ...flags);
  expect(tutorial?.refused['53300']).toBeGreaterThan(0);
  expect(Object.keys(tutorial?.serverErrors ?? {}).join()).toMatch(/too many clients|slots are reserved/);
  expect(tuned).toMatchObject({ serverErrors: {}, refused: { '53300': 0 }, broken: [] });
  expect(tuned?.peakConnections).toBeLessThanOrEqual(8);
  expect(tuned?.statementsPerRequest).toBeLessThan(2.5);
}, 90_000);

test('a run that is interrupted leaves no process', async () => {
  const { child, ended } = load('--rate', '10', '--duration', '60s');
  let processes: number[] = [];
  await expect
    .poll(
      async () => {
        processes = await descendants(child.pid ?? 0);
        return processes.length;
      },
      { timeout: 40_000, interval: 200 },
    )
    .toBeGreaterThan(10);
  child.kill('SIGINT');
  const { code, stderr } = await ended;
  expect([code, stderr]).toEqual([130, 'Stopped by SIGINT\n']);
  await allEnded(processes, 2000);
}, 90_000);

test.each([
  [['--frobnicate'], /^Unknown option '--frobnicate'[^\n]*\n$/],
  [['--slots', 'many'], /^--slots many: [^\n]+\n$/],
  [['--url', 'http://127.0.0.1:9', '--scenario', 'browse'], /^--url http:\/\/127\.0\.0\.1:9 does not list products[^\n]+\n$/],
])('refuses %j with 2 and one line', async (flags, line) => {
  const { code, stdout, stderr } = await load(...flags).ended;
  expect([code, stdout, stderr]).toEqual([2, '', expect.stringMatching(line)]);
});
