import { Logger } from '@aws-lambda-powertools/logger';
import { expect, it, vi } from 'vitest';
import { failureLog } from '../setup/failureLog.ts';
import { ownState } from '../setup/ownState.ts';

it('restores what a test file changed, before the next file runs in the same process', () => {
  const before = { ...process.env };
  const restore = ownState();
  vi.stubEnv('PATH', '/nowhere');
  process.env['TEST_OWN_STATE'] = 'of this file';
  vi.stubGlobal('fetch', 'replaced');
  vi.useFakeTimers();
  restore();
  expect(process.env).toEqual(before);
  expect(fetch).toBeTypeOf('function');
  expect(vi.isFakeTimers()).toBe(false);
});

it('forgets the stubs of a file, so that `vi.unstubAllEnvs` in the next file changes no variable', () => {
  const restore = ownState();
  vi.stubEnv('PATH', '/nowhere');
  restore();
  const path = process.env['PATH'];
  process.env['PATH'] = '/of-the-next-file';
  vi.unstubAllEnvs();
  expect(process.env['PATH']).toBe('/of-the-next-file');
  process.env['PATH'] = path;
});

it('keeps the ten latest warnings and errors that the functions log, for the message of a failed test', () => {
  const logger = new Logger({ logLevel: 'SILENT' });
  const log = failureLog();
  logger.info('request');
  logger.warn('database attempt failed, retrying', { attempt: 1 });
  expect(log.take()).toEqual([['warn', 'database attempt failed, retrying', { attempt: 1 }]]);
  for (let count = 1; count <= 12; count++) logger.error('unhandled error', { count });
  expect(log.take().map(([, , fields]) => fields)).toEqual(Array.from({ length: 10 }, (_, place) => ({ count: place + 3 })));
  log.stop();
  logger.error('unhandled error', {});
  expect(log.take()).toEqual([]);
});
