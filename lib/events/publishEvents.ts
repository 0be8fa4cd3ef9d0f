import type { withDatabase } from '../database/withDatabase.ts';
import { currentInvocation } from '../invocation.ts';
import { describeError, log } from '../log.ts';
import { configuredBus, isBusThere } from './configuredBus.ts';
import { releaseLease, takeLease } from './lease.ts';
import type { EventBus, OrderEvent, Refusal } from './orderEvent.ts';
import { claimEvents, deleteAtOnce, deleteOldEvents, settleEvents, unpublished } from './outbox.ts';

// Time for one more batch: sending it (eventBridge.ts: 8 s) and marking it.
const reserveMs = 15_000;

interface Published {
  readonly published: number;
  readonly refused: number;
  readonly deleted: number;
}

/**
 * Publishes the outbox to the event bus: each event at least once, each order's events in sequence. Every batch is claimed and committed,
 * sent, then marked. After a crash in between, the next run sends the batch again. Each step is a `withDatabase` of its own, so that a
 * lost connection repeats only that step. Stops when no event is due, the bus accepts none or time runs out. Does nothing while another
 * publisher holds the lease.
 * @throws ConfigError on a deployed stage without a bus
 */
export async function publishEvents(inDatabase: typeof withDatabase, bus: EventBus = configuredBus()): Promise<Published> {
  const { requestId: holder = 'publishEvents', remainingMs = () => 60_000 } = currentInvocation() ?? {};
  const counts = { published: 0, refused: 0, deleted: 0 };
  const hasTime = () => remainingMs() > reserveMs;
  if (!hasTime() || !(await inDatabase((db) => takeLease(db, holder)))) return counts;
  try {
    // For a bus that does not exist, PutEvents returns IDs and drops the events. So the bus is looked up before any event is claimed.
    const isThere = await isBusThere(bus);
    while (isThere && hasTime() && (await inDatabase((db) => takeLease(db, holder)))) {
      const events = await inDatabase((db) => claimEvents(db, holder));
      if (events.length === 0) break;
      const refused = await publishBatch(bus, events);
      const taken = events.filter(({ id }) => !refused.has(id)).map(({ id }) => id);
      const parked = await inDatabase((db) => settleEvents(db, holder, taken, refused));
      for (const { id, orderId, type } of events.filter((event) => parked.includes(event.id)))
        log.error('event parked', { eventId: id, orderId, type, reason: refused.get(id)?.reason });
      counts.published += taken.length;
      counts.refused += refused.size;
      // If the bus is down, stop until the next run. A rejected event holds up no other order.
      if (taken.length === 0 && [...refused.values()].some(({ concerns }) => concerns === 'bus')) break;
    }
    counts.deleted = await deleteAll(inDatabase, hasTime);
  } finally {
    await inDatabase((db) => releaseLease(db, holder));
    // infra/alarms.yml alerts on this line's values and on its absence.
    log.info('published events', { ...counts, ...(await inDatabase(unpublished)) });
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
