/** A function that is invoked at a fixed rate. */
export interface Schedule {
  readonly functionName: string;
  readonly everyMs: number;
}

const unitsMs: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** Reads a rate such as `rate(5 minutes)`. Throws for anything else, including cron expressions. */
export function scheduleOf(event: unknown, functionName: string): Schedule {
  const [, count, unit = ''] = /^rate\(([1-9]\d*) (minute|hour|day)s?\)$/.exec(typeof event === 'string' ? event : '') ?? [];
  const unitMs = unitsMs[unit];
  if (count === undefined || unitMs === undefined) throw new Error('only rate(<n> minutes|hours|days) is supported locally');
  return { functionName, everyMs: Number(count) * unitMs };
}
