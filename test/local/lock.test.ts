import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../local/directory.ts';
import { isLocked, takeLock } from '../../local/process/lock.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { runModule } from './processes.ts';

const module = JSON.stringify(path.join(root, 'local/process/lock.ts'));

test('one process holds the lock until it releases the lock or is killed', async () => {
  const file = path.join(await temporaryFolder(), 'lock');
  expect(isLocked(file)).toBe(false);
  const holder = await runModule(
    `import { takeLock } from ${module}; console.log(typeof takeLock(${JSON.stringify(file)})); setInterval(() => {}, 1000)`,
  );
  expect(holder.line).toBe('function');
  expect(isLocked(file)).toBe(true);
  expect(takeLock(file, 0)).toBeUndefined();
  await holder.kill('SIGKILL');
  expect(isLocked(file)).toBe(false);
  const release = takeLock(file, 0);
  expect(takeLock(file, 0)).toBeUndefined();
  release?.();
  expect(takeLock(file, 0)).toBeTypeOf('function');
});

test('checking whether a lock is held does not take the lock', async () => {
  const file = path.join(await temporaryFolder(), 'lock');
  takeLock(file, 0)?.();
  expect([isLocked(file), isLocked(file)]).toEqual([false, false]);
});
