import { expect, test } from 'vitest';
import { help, parseOptions } from './options.ts';
import { concurrencyOf } from './profile.ts';

function optionsOf(...args: string[]) {
  const options = parseOptions(args);
  if (options === 'help') throw new Error('the help was not requested');
  return options;
}

test("without flags, sends a mix of requests to this project's profile", () => {
  expect(optionsOf()).toMatchObject({ profiles: ['tuned'], rate: 40, durationS: 20, slots: 40, delayMs: 0, scenario: { name: 'mixed' } });
});

test('accepts every flag in the help', () => {
  const flags = [...help.matchAll(/^ {2}--(\w+)/gm)].map(([, flag]) => flag);
  expect(flags).toHaveLength(12);
  const here = ['--compare', 'tutorial,tuned', '--slots', '30', '--concurrency', '8', '--delay', '2', '--rate', '7', '--duration', '1m'];
  expect(optionsOf(...here, '--scenario', 'spike', '--json')).toMatchObject({
    ...{ profiles: ['tutorial', 'tuned'], slots: 30, concurrency: 8, delayMs: 2, rate: 7, durationS: 60, json: true },
  });
  expect(optionsOf('--url', 'https://x.example/', '--token', 't').deployed).toEqual({ url: 'https://x.example', token: 't' });
  expect([optionsOf().readers, optionsOf('--readers').readers]).toEqual([false, true]);
  expect(parseOptions(['--help'])).toBe('help');
});

test.each([
  [['--scenari', 'spike'], /^Unknown option '--scenari'/],
  [['--scenario', 'storm'], /--scenario storm: must be one of browse, checkout,/],
  [['--compare', 'tuned,best'], /--compare best: each profile must be one of tuned, tutorial,/],
  [['--rate', '0'], /--rate 0: must be a whole number from 1 to 1000/],
  [['--rate', 'fast'], /--rate fast/],
  [['--slots', '9'], /--slots 9/],
  [['--slots', 'many'], /^--slots many: /],
  [['--concurrency', '3'], /--concurrency 3/],
  [['--delay', '-1'], /'--delay'/],
  [['--duration', '20'], /"20" is not a duration/],
  [['--duration', '11m'], /--duration 11m: must be from 5s to 10m/],
  [['--url', 'ftp://x', '--token', 't'], /--url ftp:/],
  [['--url', 'https://x'], /pass the customer's --token, or use --scenario browse/],
  [['--url', 'https://x', '--token', 't', '--compare', 'tuned'], /--compare cannot be combined with --url/],
  [['--url', 'https://x', '--token', 't', '--scenario', 'failover'], /--scenario failover cannot be combined with --url/],
  [['--url', 'https://x', '--token', 't', '--readers'], /--readers cannot be combined with --url/],
  [['--readers', '--compare', 'tuned,proxy'], /--readers requires the profile tuned/],
  [['--token', 't'], /--token requires --url/],
  [['spike'], /spike/],
])('rejects %j with one line', (args, line) => {
  expect(() => parseOptions(args)).toThrow(line);
  expect(() => parseOptions(args)).toThrow(/^[^\n]+$/);
});

test('keeps the environments of the profile tuned below the slots, even if a higher cap is requested', () => {
  expect(concurrencyOf('tuned', { slots: 40, concurrency: undefined })).toBe(34);
  expect(concurrencyOf('tuned', { slots: 40, concurrency: 200 })).toBe(34);
  expect(concurrencyOf('tuned', { slots: 40, concurrency: 10 })).toBe(10);
  expect(concurrencyOf('tutorial', { slots: 40, concurrency: undefined })).toBe(50);
});
