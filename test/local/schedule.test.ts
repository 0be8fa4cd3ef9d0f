import { afterEach, expect, it, vi } from 'vitest';
import { startSchedules } from '../../local/aws/schedules.ts';
import { scheduleOf } from '../../local/serverless/schedule.ts';

afterEach(() => {
  vi.useRealTimers();
});

it.each([
  ['rate(1 minute)', 60_000],
  ['rate(5 minutes)', 300_000],
  ['rate(2 hours)', 7_200_000],
])('reads the schedule %s', (rate, everyMs) => {
  expect(scheduleOf(rate, 'f')).toEqual({ functionName: 'f', everyMs });
});

it.each(['cron(0 12 * * ? *)', 'rate(0 minutes)', 'rate(1 fortnight)', { rate: 'rate(1 minute)' }])('rejects the schedule %j', (event) => {
  expect(() => scheduleOf(event, 'f')).toThrow(/rate\(<n>/);
});

it('invokes a function at its rate until the schedules end, even if invocations fail', async () => {
  vi.useFakeTimers();
  const invoke = vi.fn(async () => Promise.reject(new Error('failed')));
  const end = startSchedules([{ functionName: 'publishEvents', everyMs: 60_000 }], invoke);
  await vi.advanceTimersByTimeAsync(59_000);
  expect(invoke).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(62_000);
  expect(invoke).toHaveBeenCalledTimes(2);
  expect(invoke).toHaveBeenLastCalledWith('publishEvents', expect.stringContaining('Scheduled Event'));
  end();
  await vi.advanceTimersByTimeAsync(600_000);
  expect(invoke).toHaveBeenCalledTimes(2);
});
