import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/** Creates a folder, and removes it after the test. If `when` is `afterAll`, removes it at the end of the test file. */
export async function temporaryFolder(when: (remove: () => Promise<void>) => void = onTestFinished): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'orders-folder-'));
  when(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
