import { randomUUID } from 'node:crypto';
import type { Lambda } from '../lambda/lambda.ts';

/** A function that is invoked again and again. */
export interface Schedule {
  readonly functionName: string;
  readonly everyMs: number;
}

const unitsMs: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** Reads `rate(5 minutes)`. Throws for anything else, cron expressions among them. */
export function scheduleOf(event: unknown, functionName: string): Schedule {
  const [, count, unit = ''] = /^rate\(([1-9]\d*) (minute|hour|day)s?\)$/.exec(typeof event === 'string' ? event : '') ?? [];
  const unitMs = unitsMs[unit];
  if (count === undefined || unitMs === undefined) throw new Error('only rate(<n> minutes|hours|days) is understood locally');
  return { functionName, everyMs: Number(count) * unitMs };
}

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
