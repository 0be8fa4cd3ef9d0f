import { setTimeout as sleep } from 'node:timers/promises';
import { config } from '../config.ts';
import type { withDatabase } from '../database/withDatabase.ts';
import { currentInvocation } from '../invocation.ts';
import { describeError, log } from '../log.ts';
import { configuredBus, isBusThere } from './configuredBus.ts';
import { releaseLease, takeLease } from './lease.ts';
import type { EventBus, OrderEvent, Refusal } from './orderEvent.ts';
import { claimEvents, deleteAtOnce, deleteOldEvents, mayPublish, settleEvents, unpublished } from './outbox.ts';

// Time for one more batch: sending it (eventBridge.ts: 8 s) and marking it.
const reserveMs = 15_000;
// The time between two runs. If the delay between two polls is at least as long, a run polls once.
const minuteMs = 60_000;
// A run that polls repeatedly ends after this many failures of the bus in a row (docs/events.md). A single failure may be only a throttled call. After more
// failures, the bus is probably down, and the next run retries.
const mostRefusals = 3;

interface Published {
  readonly published: number;
  readonly refused: number;
  readonly deleted: number;
}

/** How a run waits for further events. Tests replace `pause`. */
interface Waiting {
  /** The pause between two polls. If it is 60,000 or more, the run polls once. */
  readonly delayMs: number;
  readonly pause: (ms: number) => Promise<unknown>;
}

/** Polls for events once, regardless of EVENT_DELAY_SECONDS. */
export const askOnce: Waiting = { delayMs: minuteMs, pause: sleep };
const asConfigured = (): Waiting => ({ delayMs: config().eventDelaySeconds * 1_000, pause: sleep });

/**
 * Publishes the events of the outbox to the event bus: each event at least once, the events of each order in sequence. A batch is claimed and
 * committed, then sent, then marked as published. After a crash in between, a later run sends the batch again. Each step calls `withDatabase`
 * separately, so that a lost connection repeats only that step.
 * With EVENT_DELAY_SECONDS = 60, a run polls once. It ends when no event is due, the bus fails or time runs out; it does nothing if another publisher
 * holds the lease. With a shorter delay, a run polls again after each pause, even if another publisher holds the lease. It ends when no time is left for a pause,
 * or when the bus has failed three times in a row. During a pause it has no open transaction and no lock. A poll that finds nothing is one statement.
 * @throws ConfigError on a deployed stage without a bus
 */
export async function publishEvents(
  inDatabase: typeof withDatabase,
  bus: EventBus = configuredBus(),
  { delayMs, pause }: Waiting = asConfigured(),
): Promise<Published> {
  const { requestId: holder = 'publishEvents', remainingMs = () => 60_000 } = currentInvocation() ?? {};
  const counts = { published: 0, refused: 0, deleted: 0 };
  const hasTime = () => remainingMs() > reserveMs;
  /** Waits until an event is due and no other publisher has the lease. Returns false if no time is left for a pause. */
  const isAgainDue = async () => {
    while (delayMs < minuteMs && remainingMs() - delayMs > reserveMs) {
      await pause(delayMs);
      if (await inDatabase((db) => mayPublish(db, holder))) return true;
    }
    return false;
  };
  let refusalsInARow = 0;
  /** Publishes the due events. Returns whether the run should wait for more. */
  const publishDue = async () => {
    // If the bus does not exist, PutEvents drops the events but reports success. So the bus is looked up before any event is claimed.
    if (!(await isBusThere(bus))) return ++refusalsInARow < mostRefusals;
    while (hasTime() && (await inDatabase((db) => takeLease(db, holder)))) {
      const events = await inDatabase((db) => claimEvents(db, holder));
      if (events.length === 0) break;
      const refused = await publishBatch(bus, events);
      const taken = events.filter(({ id }) => !refused.has(id)).map(({ id }) => id);
      const parked = await inDatabase((db) => settleEvents(db, holder, taken, refused));
      for (const { id, orderId, type } of events.filter((event) => parked.includes(event.id)))
        log.error('event parked', { eventId: id, orderId, type, reason: refused.get(id)?.reason });
      counts.published += taken.length;
      counts.refused += refused.size;
      // A rejected event holds up only its own order. The bus counts as down if it accepts no event of a batch and a rejection concerns the bus.
      const isBusDown = taken.length === 0 && [...refused.values()].some(({ concerns }) => concerns === 'bus');
      if (isBusDown) return ++refusalsInARow < mostRefusals;
      refusalsInARow = 0;
    }
    return true;
  };
  if (!hasTime()) return counts;
  if (!(await inDatabase((db) => takeLease(db, holder))) && !(await isAgainDue())) return counts;
  try {
    let isUp = await publishDue();
    // Deletes old events for at most the length of a pause, so that new events do not wait longer.
    const deleteUntilMs = Math.max(reserveMs, remainingMs() - delayMs);
    counts.deleted = await deleteAll(inDatabase, () => remainingMs() > deleteUntilMs);
    while (isUp && (await isAgainDue())) isUp = await publishDue();
  } finally {
    await inDatabase((db) => releaseLease(db, holder));
    // infra/alarms.yml alerts on this line's values and on its absence.
    log.info('published events', { ...counts, ...(await inDatabase(unpublished)) }, { forAlarm: true });
  }
  return counts;
}

async function deleteAll(inDatabase: typeof withDatabase, hasTime: () => boolean): Promise<number> {
  let deleted = 0;
  for (let last = deleteAtOnce; last === deleteAtOnce && hasTime(); deleted += last) last = await inDatabase(deleteOldEvents);
  return deleted;
}

async function publishBatch(bus: EventBus, events: readonly OrderEvent[]): Promise<ReadonlyMap<number, Refusal>> {
  try {
    return await bus.put(events);
  } catch (error) {
    log.error('event bus accepted no events', { error: describeError(error) });
    const reason = error instanceof Error ? error.name : 'failed';
    return new Map(events.map(({ id }) => [id, { concerns: 'bus', reason }]));
  }
}
