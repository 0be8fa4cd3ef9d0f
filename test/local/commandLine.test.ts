import { expect, test, vi } from 'vitest';
import { parseFlags } from '../../scripts/arguments.ts';
import { parseDuration } from '../../scripts/duration.ts';
import { reportLines } from '../../scripts/migrate/report.ts';
import { reportFailure } from '../../scripts/reportFailure.ts';

test.each([
  ['90s', 90],
  ['15m', 900],
  ['12h', 43_200],
  ['-1h', -3600],
  ['7d', 604_800],
])('parses the duration %s', (text, seconds) => {
  expect(parseDuration(text)).toBe(seconds);
});

test.each(['', '12', 'h', '1.5h', '1h30m', '1y'])('rejects %j as a duration', (text) => {
  expect(() => parseDuration(text)).toThrow(/is not a duration; write 90s/);
});

test('--help shows the usage on standard output, even with unknown flags, and does not change the exit code', () => {
  const { argv: before, exitCode } = process;
  process.argv = ['node', 'script', '--unknown', '--help'];
  const say = vi.spyOn(console, 'log').mockImplementation(() => {});
  try {
    parseFlags('npm run x', {});
  } catch (error) {
    reportFailure(error);
  } finally {
    process.argv = before;
  }
  expect(say.mock.calls).toEqual([['Usage: npm run x\ndocs/commands.md describes the flags.']]);
  expect(process.exitCode).toBe(exitCode);
  say.mockRestore();
});

test.each([[['--unknown']], [['--scope']], [['a', 'b']]])(
  'the command line %j is rejected with one line that contains the usage',
  (args) => {
    const before = process.argv;
    process.argv = ['node', 'script', ...args];
    try {
      expect(() => parseFlags('npm run x', { scope: { type: 'string' } }, 1)).toThrow(/^[^\n]+\. Usage: npm run x$/);
    } finally {
      process.argv = before;
    }
  },
);

test('shows a report of migrate as a row for each step, sorted by name, and a summary', () => {
  const report = {
    command: 'up',
    applied: [{ name: '2-b', durationMs: 12.4 }],
    reverted: [],
    pending: ['3-ccc'],
    executed: ['1-a', '2-b'],
    ahead: ['9-z'],
    schema: '2-b',
  };
  expect(reportLines(report)).toEqual([
    '1-a    in place',
    '2-b    applied in 12 ms',
    '3-ccc  pending',
    '9-z    in the database, unknown to this code',
    '',
    'up: 1 applied, 0 reverted, 1 pending; last applied: 2-b',
  ]);
});

test('shows the statements of a plan and the problems of verify', () => {
  const report = {
    command: 'plan',
    pending: ['1-a'],
    schema: null,
    statements: [{ name: '1-a', sql: ['create table a ()'], transactional: false }],
    problems: [{ name: '1-a', code: 'edited', message: 'changed after it ran' }],
  };
  expect(reportLines(report)).toEqual([
    '1-a  pending',
    '',
    '-- These statements ran in one transaction, which was rolled back. Until then, it held the same locks as the command up.',
    '',
    '-- 1-a (not in a transaction; not run for this plan)',
    'create table a ()',
    '1-a: edited: changed after it ran',
    '',
    'plan: 0 applied, 0 reverted, 1 pending; last applied: none',
  ]);
});
