import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, vi } from 'vitest';
import { answerDeploy } from '../../lib/migrator/answerDeploy.ts';
import { ownClock } from '../support/ownClock.ts';
import { deployBucket, fails, works } from './deployBucket.ts';
import { deployEvent } from './deployEvents.ts';
import { migratable } from './support.ts';

// deploy.system.test.ts tests rollbacks, undelivered responses and the whole function.

const { address, answers, deploy } = await deployBucket();

it('Create and Update migrate, and send the response that CloudFormation expects', async () => {
  const { migrate } = await migratable();
  expect(await deploy(migrate, 'Create', works)).toMatchObject({ Status: 'SUCCESS', Data: { schema: '1-first' } });
  expect(await deploy(migrate, 'Update', works)).toMatchObject({ Status: 'SUCCESS', Reason: 'Migrations applied: 0.' });
  expect(answers).toHaveLength(2);
  for (const { method, url, headers, body } of answers) {
    expect(method).toBe('PUT');
    expect(url).toBe(new URL(address).pathname + new URL(address).search);
    // CloudFormation signs the URL without a content type, so S3 rejects a request that has one.
    expect(headers['content-type']).toBe('');
    expect(headers['content-length']).toBe(String(Buffer.byteLength(body)));
  }
});

it('if a migration fails, the deploy fails with the migration’s error, shortened to fewer than 4,096 bytes', async () => {
  const { migrate } = await migratable();
  expect(await deploy(migrate, 'Create', fails)).toMatchObject({
    Status: 'FAILED',
    Reason: expect.stringMatching(/^2-wrong \(up\) failed and was rolled back: ("ü)+.*…$/),
  });
  expect(Buffer.byteLength(answers[0]?.body ?? '')).toBeLessThan(4_096);
});

it('Delete keeps the database, and does not connect to it', async () => {
  const { migrate } = await migratable();
  expect(await deploy(migrate, 'Delete', works)).toMatchObject({ Status: 'SUCCESS' });
  expect(await migrate({ command: 'status' }, works)).toMatchObject({ executed: [] });
});

it('sends a failure just before the deadline if the run does not end', async () => {
  const clock = ownClock();
  const answered = answerDeploy(
    deployEvent('Update', address),
    () => 11_000 - clock.passedMs(),
    () => new Promise(() => {}),
  );
  clock.pass(999);
  // Waits a moment, so that a response that is sent too early arrives before the next assertion.
  await sleep(20);
  expect(answers).toEqual([]);
  clock.pass(1);
  expect(await answered).toMatchObject({ Status: 'FAILED', Reason: expect.stringContaining('The next deploy continues after them') });
  expect(answers).toHaveLength(1);
});

it('sends responses only to https addresses', async () => {
  const up = vi.fn();
  await expect(answerDeploy(deployEvent('Create', 'http://example.com/x'), () => 60_000, up)).rejects.toThrow('expected https');
  expect(up).not.toHaveBeenCalled();
});
