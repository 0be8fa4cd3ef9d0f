import type { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { describeError, log } from '../log.ts';
import type { EventBus, OrderEvent, Refusal } from './orderEvent.ts';

let client: EventBridgeClient | undefined;
// The buses that this environment has seen.
const seen = new Set<string>();

// https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEventsResultEntry.html: what an entry may be answered that says
// nothing about the entry itself. Any other code, InvalidArgument and MalformedDetail above all, is an answer to this event.
const ofTheBus = [
  'InternalFailure',
  'InternalException',
  'ThrottlingException',
  'AccessDeniedException',
  'InvalidAccountIdException',
  'NotAuthorizedForSourceException',
  'NotAuthorizedForDetailTypeException',
];
// Of a whole call: one entry is enough, or all together are too large. The bus's name was found right by DescribeEventBus.
const ofTheEntries = ['ValidationException', 'ValidationError', 'SerializationException', 'RequestEntityTooLargeException'];

/** EventBridge as an event bus: source `orders`, the event's type as detail type, `{id, orderId, time, …payload}` as detail. */
export function eventBridge(busName: string): EventBus {
  return {
    async exists() {
      const { sdk, client } = await eventBridgeClient();
      try {
        await client.send(new sdk.DescribeEventBusCommand({ Name: busName }));
        seen.add(busName);
        return true;
      } catch (error) {
        if (error instanceof Error && error.name === 'ResourceNotFoundException') return false;
        // Publishing must not depend on a call that only administers buses: one that was seen is taken to be there still.
        if (!seen.has(busName)) throw error;
        log.warn('the event bus could not be described; it existed before', { error: describeError(error) });
        return true;
      }
    },

    async put(events) {
      const refused = new Map<number, Refusal>();
      const parts = [events];
      for (let part = parts.shift(); part; part = parts.shift()) {
        try {
          for (const [id, refusal] of await putPart(busName, part)) refused.set(id, refusal);
        } catch (error) {
          if (!concernsEntries(error)) {
            log.error('the event bus took nothing', { error: describeError(error) });
            for (const { id } of [part, ...parts].flat()) refused.set(id, { concerns: 'bus', reason: reasonOf(error) });
            return refused;
          }
          const [event] = part;
          // One event that is not valid makes EventBridge refuse the others of the call: halves find it, and the others go through.
          if (part.length > 1) parts.unshift(part.slice(0, part.length >> 1), part.slice(part.length >> 1));
          else if (event) refused.set(event.id, { concerns: 'event', reason: reasonOf(error) });
        }
      }
      return refused;
    },
  };
}

async function putPart(busName: string, events: readonly OrderEvent[]): Promise<ReadonlyMap<number, Refusal>> {
  const { sdk, client } = await eventBridgeClient();
  const { Entries = [] } = await client.send(
    new sdk.PutEventsCommand({
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
    events.flatMap(({ id }, index) => {
      const { EventId, ErrorCode, ErrorMessage = '' } = Entries[index] ?? {};
      if (EventId) return [];
      const concerns = ErrorCode === undefined || ofTheBus.includes(ErrorCode) ? 'bus' : 'event';
      return [[id, { concerns, reason: `${ErrorCode ?? 'no answer'}: ${ErrorMessage}` }] as const];
    }),
  );
}

async function eventBridgeClient() {
  const sdk = await import('@aws-sdk/client-eventbridge');
  // Bounded, or a stalled call would outlast the claim on its events.
  client ??= new sdk.EventBridgeClient({ maxAttempts: 3, requestHandler: { connectionTimeout: 1_000, requestTimeout: 3_000 } });
  return { sdk, client };
}

function concernsEntries(error: unknown): boolean {
  return error instanceof Error && ofTheEntries.includes(error.name);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : 'failed';
}
