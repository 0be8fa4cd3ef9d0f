import { randomUUID } from 'node:crypto';
import { localAccount } from '../account.ts';
import type { Lambda } from '../lambda/lambda.ts';
import type { Schedule } from '../serverless/schedule.ts';

/**
 * Invokes each function at its rate. As with EventBridge, the first invocation happens after one interval. Returns a function that ends the
 * schedules.
 */
export function startSchedules(schedules: readonly Schedule[], invoke: Lambda['invoke']): () => void {
  const timers = schedules.map(({ functionName, everyMs }) =>
    // Ignores an error: the function has logged it, and the next run retries the work.
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
    account: localAccount,
    time: new Date().toISOString(),
    region: 'eu-central-1',
    resources: [],
    detail: {},
  });
}
