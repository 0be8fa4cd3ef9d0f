import { expect, it } from 'vitest';
import { closingLines } from '../setup/skipReporter.ts';

it('counts skipped tests by their reason', () => {
  const skipped = ['needs PgBouncer', 'needs Chromium', 'needs PgBouncer', undefined];
  expect(closingLines({ passed: 7, failed: 1, skipped })).toEqual([
    '7 passed, 1 failed, 4 skipped',
    '4 skipped: 2 need PgBouncer, 1 needs Chromium, 1 without a reason',
  ]);
});

it('reports that nothing was skipped', () => {
  expect(closingLines({ passed: 7, failed: 0, skipped: [] })).toEqual(['7 passed, 0 failed, 0 skipped', '0 skipped']);
});
