import type { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { AwsCallError, awsCall, awsClientOptions } from '../awsCall.ts';
import { describeError, log } from '../log.ts';
import type { EventBus, OrderEvent, Refusal } from './orderEvent.ts';

let client: EventBridgeClient | undefined;
// The buses that this environment has seen.
const seen = new Set<string>();

// Codes of an entry that say nothing about the entry: https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEventsResultEntry.html
// Any other code concerns the event, InvalidArgument and MalformedDetail above all.
const ofTheBus = [
  'InternalFailure',
  'InternalException',
  'ThrottlingException',
  'AccessDeniedException',
  'InvalidAccountIdException',
  'NotAuthorizedForSourceException',
  'NotAuthorizedForDetailTypeException',
];
// Errors of a whole call that one entry causes, or all together by their size. The bus's name is valid, for DescribeEventBus knew it.
const ofTheEntries = ['ValidationException', 'ValidationError', 'SerializationException', 'RequestEntityTooLargeException'];

/** Milliseconds until one try of a call is aborted, and for all that the bus is asked at a time: a description, or a batch with its parts. */
interface Limits {
  readonly tryMs: number;
  readonly totalMs: number;
}

// Longer than two tries without an answer; publishEvents.ts and outbox.ts rely on the total.
const usualLimits: Limits = { tryMs: 3_000, totalMs: 8_000 };

/** EventBridge as an event bus: source `orders`, the event's type as detail type, `{id, orderId, time, …payload}` as detail. */
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
        // Publishing must not depend on a call that only administers buses: a bus that was seen is used.
        if (!seen.has(busName)) throw error;
        log.warn('the event bus could not be described; it existed before', { error: describeError(error) });
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
            log.error('the event bus took nothing', { error: describeError(error) });
            for (const { id } of [part, ...parts].flat()) refused.set(id, { concerns: 'bus', reason: reasonOf(error) });
            return refused;
          }
          const [event] = part;
          // One invalid event makes EventBridge refuse the whole call. Halving finds it, and the others are published.
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
    Entries: events.map(({ id, orderId, type, payload, createdAt }) => ({
      EventBusName: busName,
      Source: 'orders',
      DetailType: type,
      Time: createdAt,
      Detail: JSON.stringify({ ...payload, id, orderId, time: createdAt }),
    })),
  });
  const { Entries = [] } = await awsCall('PutEvents', (options) => client.send(command, options), limits);
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
  client ??= new sdk.EventBridgeClient(awsClientOptions);
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
