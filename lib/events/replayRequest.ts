import * as z from 'zod/mini';

const time = z.iso.datetime({ offset: true, error: 'expected a time with its zone, such as 2026-11-02T09:30:00Z' });
const id = z.int().check(z.minimum(1));
// Times have up to six decimal places, because PostgreSQL stores microseconds.
const position = z.strictObject({ publishedAt: z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z$/)), id });

const request = z.strictObject({
  replay: z
    .strictObject({ from: time, to: time, orderId: z.optional(id), after: z.optional(position) })
    .check(z.refine(({ from, to }) => Date.parse(from) < Date.parse(to), { error: 'from must be before to', path: ['from'] })),
});

/** Selects the events to publish again: those published from `from` (included) to `to` (excluded), optionally only those of one order. */
export type ReplayRequest = z.output<typeof request>['replay'];
/** The last event that an invocation handled. The next invocation continues after it. */
export type ReplayPosition = z.output<typeof position>;

/**
 * Returns the request of an invocation that asks for a replay; undefined for a scheduled invocation.
 * @throws Error with every fault
 */
export function replayRequest(event: unknown): ReplayRequest | undefined {
  if (typeof event !== 'object' || event === null || !('replay' in event)) return undefined;
  const parsed = request.safeParse(event);
  if (parsed.success) return parsed.data.replay;
  const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'the payload'}: ${message}`);
  throw new Error(`Invalid replay: ${faults.join('; ')}`);
}
