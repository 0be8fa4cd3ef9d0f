import { ConfigError, config } from '../config.ts';
import type { withDatabase } from '../database/withDatabase.ts';
import { currentInvocation } from '../invocation.ts';
import { describeError, log } from '../log.ts';
import { eventBridge } from './eventBridge.ts';
import { eventLog } from './eventLog.ts';
import { releaseLease, takeLease } from './lease.ts';
import type { EventBus, OrderEvent, Refusal } from './orderEvent.ts';
import { claimEvents, deleteAtOnce, deleteOldEvents, settleEvents, unpublished } from './outbox.ts';

// Left for one more batch: sending it (eventBridge.ts: 8 s) and marking it.
const reserveMs = 15_000;

interface Published {
  readonly published: number;
  readonly refused: number;
  readonly deleted: number;
}

/**
 * Hands the outbox to the event bus: at least once each, an order's events in their order. Claims and commits, sends, marks; whoever
 * dies in between has them sent again after a while. Each step asks the database by itself, so that a lost connection repeats that step
 * and not the sending. Runs until nothing is due, the bus takes nothing or time runs out; does nothing beside another publisher.
 * @throws ConfigError on a deployed stage without a bus
 */
export async function publishEvents(ask: typeof withDatabase, bus: EventBus = configuredBus()): Promise<Published> {
  const { requestId: holder = 'publishEvents', remainingMs = () => 60_000 } = currentInvocation() ?? {};
  const counts = { published: 0, refused: 0, deleted: 0 };
  const hasTime = () => remainingMs() > reserveMs;
  if (!hasTime() || !(await ask((db) => takeLease(db, holder)))) return counts;
  try {
    // EventBridge answers PutEvents with ids where there is no such bus, and the events are gone: nothing is claimed before the bus was seen.
    const isThere = await isBusThere(bus);
    while (isThere && hasTime() && (await ask((db) => takeLease(db, holder)))) {
      const events = await ask((db) => claimEvents(db, holder));
      if (events.length === 0) break;
      const refused = await send(bus, events);
      const taken = events.filter(({ id }) => !refused.has(id)).map(({ id }) => id);
      const parked = await ask((db) => settleEvents(db, holder, taken, refused));
      for (const { id, orderId, type } of events.filter((event) => parked.includes(event.id)))
        log.error('parked an event that the bus refuses', { eventId: id, orderId, type, reason: refused.get(id)?.reason });
      counts.published += taken.length;
      counts.refused += refused.size;
      // A bus that is down is left alone until the next run. Events that it refuses by themselves hold up no others.
      if (taken.length === 0 && [...refused.values()].some(({ concerns }) => concerns === 'bus')) break;
    }
    counts.deleted = await deleteAll(ask, hasTime);
  } finally {
    await ask((db) => releaseLease(db, holder));
    // Its absence and its values are what infra/alarms.yml wakes somebody up for.
    log.info('published events', { ...counts, ...(await ask(unpublished)) });
  }
  return counts;
}

async function deleteAll(ask: typeof withDatabase, hasTime: () => boolean): Promise<number> {
  let deleted = 0;
  for (let last = deleteAtOnce; last === deleteAtOnce && hasTime(); deleted += last) last = await ask(deleteOldEvents);
  return deleted;
}

/** Whether events may be handed to the bus. Asked in each run, for a bus may be deleted. */
async function isBusThere(bus: EventBus): Promise<boolean> {
  const { eventBusName } = config();
  try {
    if (await bus.exists()) return true;
    log.error('the event bus does not exist', { eventBusName });
  } catch (error) {
    log.error('the event bus could not be described', { eventBusName, error: describeError(error) });
  }
  return false;
}

async function send(bus: EventBus, events: readonly OrderEvent[]): Promise<ReadonlyMap<number, Refusal>> {
  try {
    return await bus.put(events);
  } catch (error) {
    log.error('the event bus took nothing', { error: describeError(error) });
    const reason = error instanceof Error ? error.name : 'failed';
    return new Map(events.map(({ id }) => [id, { concerns: 'bus', reason }]));
  }
}

function configuredBus(): EventBus {
  const { eventBusName, stage } = config();
  if (eventBusName !== null) return eventBridge(eventBusName);
  if (stage !== 'local') throw new ConfigError(['EVENT_BUS_NAME: required on a deployed stage, or the events of orders would go nowhere']);
  return eventLog;
}
