import { randomUUID } from 'node:crypto';
import type { Lambda } from '../lambda/lambda.ts';
import type { Schedule } from '../serverless/schedule.ts';

/** Invokes each function at its rate, the first time after one interval, as EventBridge does. Returns what ends that. */
export function startSchedules(schedules: readonly Schedule[], invoke: Lambda['invoke']): () => void {
  const timers = schedules.map(({ functionName, everyMs }) =>
    // What fails is in the function's log; the next run goes on from there.
    setInterval(() => void invoke(functionName, scheduledEvent()).catch(() => {}), everyMs),
  );
  return () => {
    for (const timer of timers) clearInterval(timer);
  };
}

function scheduledEvent(): string {
  return JSON.stringify({
    version: '0',
    id: randomUUID(),
    'detail-type': 'Scheduled Event',
    source: 'aws.events',
    account: '000000000000',
    time: new Date().toISOString(),
    region: 'eu-central-1',
    resources: [],
    detail: {},
  });
}
