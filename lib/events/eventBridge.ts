import type { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import type { EventBus } from './orderEvent.ts';

let client: EventBridgeClient | undefined;

/** EventBridge as an event bus: source `orders`, the event's type as detail type, `{id, orderId, time, …payload}` as detail. */
export function eventBridge(busName: string): EventBus {
  return async (events) => {
    const { EventBridgeClient, PutEventsCommand } = await import('@aws-sdk/client-eventbridge');
    // Bounded, or a stalled call would outlast the claim on its events.
    client ??= new EventBridgeClient({ maxAttempts: 3, requestHandler: { connectionTimeout: 1_000, requestTimeout: 3_000 } });
    const { Entries = [] } = await client.send(
      new PutEventsCommand({
        Entries: events.map(({ id, orderId, type, payload, createdAt }) => ({
          EventBusName: busName,
          Source: 'orders',
          DetailType: type,
          Time: createdAt,
          Detail: JSON.stringify({ ...payload, id, orderId, time: createdAt }),
        })),
      }),
    );
    // Answered in the order of the request, each on its own: the rest may have been taken when one was not.
    return new Map(
      events.flatMap(({ id }, index) => (Entries[index]?.EventId ? [] : [[id, Entries[index]?.ErrorCode ?? 'no answer'] as const])),
    );
  };
}
