import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../local/directory.ts';

// These patterns find assertions that compare a clock, or a variable named like a duration, with a number. A busy machine takes ten times as long, so
// such an assertion tests the machine instead of the code.
const measured = /performance\.now|Date\.now|hrtime|\b(?:ms|took|elapsed|duration|times|seconds)\b|[a-z](?:Ms|Elapsed|Duration)\b/;
const compared = /\.(?:not\.)?(?:toBeLessThan|toBeGreaterThan|toBeLessThanOrEqual|toBeGreaterThanOrEqual|toBeCloseTo)\(/;
const instead =
  'Assert counts, order and states, or give the code a fake clock: test/support/ownClock.ts or remainingMs of an invocation. Print times, or measure them in npm run bench.';

/** Returns the assertions in a test's source that depend on the speed of the machine. */
function wallClockExpectations(source: string): string[] {
  return source
    .split(/(?=\bexpect(?:\.poll)?\()/)
    .filter((text) => text.startsWith('expect'))
    .map((text) => text.slice(0, text.indexOf(';') + 1 || undefined))
    .filter((expectation) => compared.test(expectation) && measured.test(expectation));
}

it.each([
  'expect(performance.now() - began).toBeLessThan(900);',
  'expect(Date.now() - start).toBeLessThanOrEqual(2_500);',
  'for (const { ms } of outcomes) expect(ms).toBeLessThan(2_000);',
  'expect(waits.filter((ms) => ms > 500).length).toBeGreaterThan(2);',
  'expect(start.readyAfterMs).toBeLessThan(15_000);',
  'expect(\n  Math.abs(event.timeEpoch - Date.now()),\n).toBeLessThan(5000);',
  'expect(times.at(-1)).toBeLessThan(5_000);',
])('finds that %j depends on the speed of the machine', (source) => {
  expect(wallClockExpectations(source)).toHaveLength(1);
});

it.each([
  'expect(tries).toBeGreaterThan(1);',
  'expect(settings.lockTimeoutMs).toBe(1_000);',
  'const began = performance.now(); expect(rows.length).toBeLessThan(5); console.log(performance.now() - began);',
  'expect(Buffer.byteLength(body)).toBeLessThan(4_096);',
])('accepts %j', (source) => {
  expect(wallClockExpectations(source)).toEqual([]);
});

it('no test asserts a measured time, because it depends on the machine', () => {
  const files = readdirSync(path.join(root, 'test'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.test.ts'));
  expect(files.length).toBeGreaterThan(60);
  const found = files
    .filter((file) => file !== path.join('house', 'wallClock.test.ts'))
    .flatMap((file) => wallClockExpectations(readFileSync(path.join(root, 'test', file), 'utf8')).map((text) => `test/${file}: ${text}`));
  expect(found, instead).toEqual([]);
});
