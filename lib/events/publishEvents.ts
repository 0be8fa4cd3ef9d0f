import { config } from '../config.ts';
import type { Database } from '../database/types.ts';
import { currentInvocation } from '../invocation.ts';
import { describeError, log } from '../log.ts';
import { eventBridge } from './eventBridge.ts';
import { eventLog } from './eventLog.ts';
import { releaseLease, takeLease } from './lease.ts';
import type { EventBus, OrderEvent } from './orderEvent.ts';
import { claimEvents, deleteOldEvents, settleEvents } from './outbox.ts';

// Left for sending one more batch and marking it.
const reserveMs = 10_000;

interface Published {
  readonly published: number;
  readonly refused: number;
  readonly deleted: number;
}

/**
 * Hands the outbox to the event bus: at least once each, an order's events in their order. Claims and commits, sends, marks; whoever
 * dies in between has them sent again after a while. Runs until nothing is due or time runs out; does nothing beside another publisher.
 */
export async function publishEvents(db: Database, bus: EventBus = configuredBus()): Promise<Published> {
  const { requestId: holder = 'publishEvents', remainingMs = () => 60_000 } = currentInvocation() ?? {};
  const counts = { published: 0, refused: 0, deleted: 0 };
  while (remainingMs() > reserveMs && (await takeLease(db, holder))) {
    const events = await claimEvents(db, holder);
    if (events.length === 0) {
      counts.deleted = await deleteOldEvents(db);
      await releaseLease(db, holder);
      break;
    }
    const refused = await send(bus, events);
    const taken = events.filter(({ id }) => !refused.has(id)).map(({ id }) => id);
    await settleEvents(db, holder, taken, refused);
    counts.published += taken.length;
    counts.refused += refused.size;
  }
  log.info('published events', counts);
  return counts;
}

async function send(bus: EventBus, events: readonly OrderEvent[]): Promise<ReadonlyMap<number, string>> {
  try {
    return await bus(events);
  } catch (error) {
    log.error('the event bus took nothing', { error: describeError(error) });
    return new Map(events.map(({ id }) => [id, error instanceof Error ? error.name : 'failed']));
  }
}

function configuredBus(): EventBus {
  const { eventBusName } = config();
  return eventBusName === null ? eventLog : eventBridge(eventBusName);
}
