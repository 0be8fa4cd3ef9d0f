import { expect, test } from 'vitest';
import { load, loaded } from './npmRunLoad.ts';

test('with a slow network, the tutorial profile runs out of slots and this project does not', async () => {
  const flags = ['--rate', '12', '--slots', '16', '--concurrency', '8', '--duration', '6s', '--delay', '1'];
  const [tutorial, tuned] = await loaded('--compare', 'tutorial,tuned', ...flags);
  expect(tutorial?.refused['53300']).toBeGreaterThan(0);
  expect(Object.keys(tutorial?.serverErrors ?? {}).join()).toMatch(/too many clients|slots are reserved/);
  expect(tuned).toMatchObject({ serverErrors: {}, refused: { '53300': 0 }, broken: [] });
  expect(tuned?.peakConnections).toBeLessThanOrEqual(8);
  expect(tuned?.statementsPerRequest).toBeLessThan(2.5);
}, 90_000);

test('with readers, the standby serves the catalogue and the writer accepts orders', async () => {
  const [tuned] = await loaded('--readers', '--rate', '12', '--slots', '16', '--concurrency', '8', '--duration', '6s');
  expect(tuned).toMatchObject({ serverErrors: {}, clientErrors: {}, broken: [] });
  expect(tuned?.orders).toBeGreaterThan(0);
  expect(tuned?.readerStatements).toBeGreaterThan(0);
}, 180_000);

test.each([
  [['--frobnicate'], /^Unknown option '--frobnicate'[^\n]*\n$/],
  [['--url', 'http://127.0.0.1:9', '--scenario', 'browse'], /^--url http:\/\/127\.0\.0\.1:9 does not list products[^\n]+\n$/],
])('rejects %j with exit code 2 and one line', async (flags, line) => {
  const { code, stdout, stderr } = await load(...flags).ended;
  expect([code, stdout, stderr]).toEqual([2, '', expect.stringMatching(line)]);
});
