import { expect, test } from 'vitest';
import { allEnded, descendants } from '../local/processes.ts';
import { load, loaded } from './npmRunLoad.ts';

test('thawed environments respond without an error after a freeze', async () => {
  const [tuned] = await loaded('--scenario', 'freeze', '--rate', '4', '--slots', '20', '--concurrency', '8', '--duration', '12s');
  if (tuned === undefined) throw new Error('nothing was measured');
  const frozen = tuned.samples.filter(({ busy, frozen, held, active }) => busy === 0 && frozen > 0 && (held ?? 0) > 0 && active === 0);
  // The number of samples with open connections but no work depends on the machine, so the test only prints it. test/load/database.system.test.ts tests the content of a sample.
  console.log(`${frozen.length} of ${tuned.samples.length} samples show open connections while no function and no statement runs`);
  expect(tuned).toMatchObject({ serverErrors: {}, clientErrors: {}, broken: [] });
  expect(tuned.orders).toBeGreaterThan(0);
  expect(tuned.ok + tuned.throttled).toBe(tuned.requests);
  expect(tuned.coldStarts).toBeLessThanOrEqual(8);
}, 180_000);

test('an interrupted run leaves no process', async () => {
  const { child, ended } = load('--rate', '10', '--duration', '60s');
  let processes: number[] = [];
  await expect
    .poll(
      async () => {
        processes = descendants(child.pid ?? 0);
        return processes.length;
      },
      { timeout: 100_000, interval: 200 },
    )
    .toBeGreaterThan(10);
  child.kill('SIGINT');
  const { code, stderr } = await ended;
  expect([code, stderr]).toEqual([130, 'Stopped by SIGINT\n']);
  await allEnded(processes);
}, 180_000);
