import { beforeEach } from 'vitest';

/** Skips each test of the file, or of the group it is called in, unless the machine has what it needs; the last line of the run gives the reason. */
export function needs(what: string, isThere: boolean): void {
  beforeEach(({ skip }) => skip(!isThere, `needs ${what}`));
}
