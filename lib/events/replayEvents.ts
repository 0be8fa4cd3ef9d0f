import type { Database } from '../database/types.ts';
import type { withDatabase } from '../database/withDatabase.ts';
import { currentInvocation } from '../invocation.ts';
import { log } from '../log.ts';
import { configuredBus, isBusThere } from './configuredBus.ts';
import type { EventBus, OrderEvent, Refusal } from './orderEvent.ts';
import { type PublishedEvent, publishedEvents } from './publishedEvents.ts';
import type { ReplayPosition, ReplayRequest } from './replayRequest.ts';

// 50 pages are 500 events. The publisher's scheduled run waits until this invocation ends (reservedConcurrency 1), so the invocation must be short.
const pagesPerInvocation = 50;
// Leaves time for one more page, and for publishing the waiting events, which the same invocation does afterwards (functions/publishEvents.ts). The
// first page is always handled, so that each invocation advances.
const reserveMs = 35_000;
/** EventBridge's quota for one PutEvents call. */
const batchSize = 10;

/** The result of one invocation of a replay. */
interface Replayed {
  readonly published: number;
  /** How many events the bus rejected; they are skipped. */
  readonly refused: number;
  /** Where the next invocation continues; null at the end. */
  readonly after: ReplayPosition | null;
}

/**
 * Publishes published events again, marked as replayed. The events of each order are published in sequence. Needs no lease, because it only reads the
 * outbox. An interrupted replay can be repeated, because consumers recognise the events by ID. Handles at most 50 pages (500 events); the next
 * invocation continues after `after`.
 * @throws Error if the bus is missing or fails, for example by throttling; repeat the whole replay then
 */
export async function replayEvents(
  inDatabase: typeof withDatabase,
  request: ReplayRequest,
  bus: EventBus = configuredBus(),
): Promise<Replayed> {
  const { remainingMs = () => 60_000 } = currentInvocation() ?? {};
  const counts = { published: 0, refused: 0 };
  let after: ReplayPosition | null = request.after ?? null;
  // If the bus does not exist, PutEvents drops the events but reports success.
  if (!(await isBusThere(bus))) throw new Error('The event bus does not exist or cannot be looked up. Nothing was published.');
  for (let page = 0; page < pagesPerInvocation && (page === 0 || remainingMs() > reserveMs); page++) {
    const { events, last } = await inDatabase((db: Database) => publishedEvents(db, { ...request, ...(after && { after }) }));
    for (const batch of batchesOf(events)) {
      const refused = await bus.put(batch);
      const down = [...refused.values()].find(({ concerns }) => concerns === 'bus');
      if (down) throw new Error(`The event bus rejects events: ${down.reason}`);
      logRefused(batch, refused);
      counts.published += batch.length - refused.size;
      counts.refused += refused.size;
    }
    after = last;
    if (after === null) break;
  }
  log.info('replayed events', counts);
  return { ...counts, after };
}

/** Splits events into batches with at most one event of each order, because the bus may reject one event of a batch and accept a later event of its order. */
function batchesOf(events: readonly PublishedEvent[]): OrderEvent[][] {
  const batches: OrderEvent[][] = [];
  let orders = new Set<number>();
  for (const event of events) {
    const batch = batches.at(-1);
    if (batch === undefined || batch.length === batchSize || orders.has(event.orderId)) {
      batches.push([{ ...event, isReplay: true }]);
      orders = new Set([event.orderId]);
    } else {
      batch.push({ ...event, isReplay: true });
      orders.add(event.orderId);
    }
  }
  return batches;
}

function logRefused(batch: readonly OrderEvent[], refused: ReadonlyMap<number, Refusal>): void {
  for (const { id, orderId, type } of batch.filter((event) => refused.has(event.id)))
    log.warn('event not replayed', { eventId: id, orderId, type, reason: refused.get(id)?.reason });
}
