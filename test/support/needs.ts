import { beforeEach } from 'vitest';

/** Skips each test of the file or `describe` block if the machine does not have `what`. The last line of the run shows the reason. */
export function needs(what: string, isThere: boolean): void {
  beforeEach(({ skip }) => skip(!isThere, `needs ${what}`));
}
