import { expect, it } from 'vitest';
import { skipSummary } from '../setup/skipReporter.ts';

it('counts skipped tests by their reason', () => {
  expect(skipSummary(['needs PgBouncer', 'needs root', 'needs PgBouncer', undefined])).toBe(
    'Skipped: 4 (2 needs PgBouncer; 1 needs root; 1 no reason given)',
  );
});

it('says that nothing was skipped', () => {
  expect(skipSummary([])).toBe('Skipped: none');
});
