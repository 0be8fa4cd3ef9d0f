import type { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { AwsCallError, awsCall, singleTryOptions } from '../awsCall.ts';
import { describeError, log } from '../log.ts';
import { eventDetail } from './eventDetail.ts';
import type { EventBus, OrderEvent, Refusal } from './orderEvent.ts';

let client: EventBridgeClient | undefined;
// The names of the buses that this environment has looked up and found.
const seen = new Set<string>();

// Error codes of an entry that concern the bus, or this service's access to it. Any other code, such as InvalidArgument, concerns the event.
// https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEventsResultEntry.html
const ofTheBus = [
  'InternalFailure',
  'InternalException',
  'ThrottlingException',
  'AccessDeniedException',
  'InvalidAccountIdException',
  'NotAuthorizedForSourceException',
  'NotAuthorizedForDetailTypeException',
];
// Errors of a whole call that concern its entries: one is invalid, or all together are too large. A wrong bus name could
// cause the same errors, but DescribeEventBus has already found the bus.
const ofTheEntries = ['ValidationException', 'ValidationError', 'SerializationException', 'RequestEntityTooLargeException'];

interface Limits {
  /** One try is aborted after this time. */
  readonly tryMs: number;
  /** The time for a whole operation: a lookup, or a batch with all its parts. */
  readonly totalMs: number;
}

// The total is enough for two tries without a response. publishEvents.ts and outbox.ts rely on the 8 s.
const usualLimits: Limits = { tryMs: 3_000, totalMs: 8_000 };

/** Returns an EventBridge bus. Its entries have the source `orders`, the event's type as detail type, and the event with its payload as detail. */
export function eventBridge(busName: string, limits: Limits = usualLimits): EventBus {
  return {
    async exists() {
      const { sdk, client } = await eventBridgeClient();
      try {
        await awsCall('DescribeEventBus', (options) => client.send(new sdk.DescribeEventBusCommand({ Name: busName }), options), limits);
        seen.add(busName);
        return true;
      } catch (error) {
        if (nameOf(error) === 'ResourceNotFoundException') return false;
        // Publishing must not depend on an administrative call. So if the lookup fails, a bus that was found before still counts as existing.
        if (!seen.has(busName)) throw error;
        log.warn('event bus lookup failed, using the known bus', { error: describeError(error) });
        return true;
      }
    },

    async put(events) {
      const deadline = performance.now() + limits.totalMs;
      const refused = new Map<number, Refusal>();
      const parts = [events];
      for (let part = parts.shift(); part; part = parts.shift()) {
        try {
          const left = { ...limits, totalMs: deadline - performance.now() };
          for (const [id, refusal] of await putPart(busName, part, left)) refused.set(id, refusal);
        } catch (error) {
          if (!ofTheEntries.includes(nameOf(error))) {
            log.error('event bus accepted no events', { error: describeError(error) });
            for (const { id } of [part, ...parts].flat()) refused.set(id, { concerns: 'bus', reason: reasonOf(error) });
            return refused;
          }
          const [event] = part;
          // EventBridge rejects the whole call for one invalid event. Bisection isolates this event, so that the others are published.
          if (part.length > 1) parts.unshift(part.slice(0, part.length >> 1), part.slice(part.length >> 1));
          else if (event) refused.set(event.id, { concerns: 'event', reason: reasonOf(error) });
        }
      }
      return refused;
    },
  };
}

async function putPart(busName: string, events: readonly OrderEvent[], limits: Limits): Promise<ReadonlyMap<number, Refusal>> {
  const { sdk, client } = await eventBridgeClient();
  const command = new sdk.PutEventsCommand({
    Entries: events.map((event) => ({
      EventBusName: busName,
      Source: 'orders',
      DetailType: event.type,
      Time: event.createdAt,
      Detail: JSON.stringify(eventDetail(event)),
    })),
  });
  const { Entries = [] } = await awsCall('PutEvents', (options) => client.send(command, options), limits);
  // The results have the order of the entries. Each entry succeeds or fails by itself.
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
  client ??= new sdk.EventBridgeClient(singleTryOptions);
  return { sdk, client };
}

function causeOf(error: unknown): unknown {
  return error instanceof AwsCallError ? error.cause : error;
}

function nameOf(error: unknown): string {
  const cause = causeOf(error);
  return cause instanceof Error ? cause.name : '';
}

function reasonOf(error: unknown): string {
  const cause = causeOf(error);
  return cause instanceof Error ? `${cause.name}: ${cause.message}` : 'failed';
}
