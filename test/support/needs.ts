import { beforeEach } from 'vitest';

/** Skips each test of the file or group unless the machine has what the tests need. The last line of the run shows the reason. */
export function needs(what: string, isThere: boolean): void {
  beforeEach(({ skip }) => skip(!isThere, `needs ${what}`));
}
