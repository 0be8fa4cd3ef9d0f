import type { Context } from 'aws-lambda';
import { withDatabase } from '../lib/database/withDatabase.ts';
import { askOnce, publishEvents } from '../lib/events/publishEvents.ts';
import { replayEvents } from '../lib/events/replayEvents.ts';
import { replayRequest } from '../lib/events/replayRequest.ts';
import { duringInvocation, invocationOf } from '../lib/invocation.ts';

/**
 * Runs every minute: publishes each order event to EventBridge at least once, and the events of an order in sequence. Invoked with `{"replay": …}`,
 * it publishes events again (scripts/events.ts).
 */
export const handler = (event: unknown, context: Context) =>
  duringInvocation(invocationOf(context), async () => {
    const request = replayRequest(event);
    if (!request) return publishEvents(withDatabase);
    // A replay occupies the only environment (reservedConcurrency 1), so this invocation also publishes the waiting events. It looks for them only
    // once, because a pause would delay the next part of the replay.
    return replayEvents(withDatabase, request).finally(() => publishEvents(withDatabase, undefined, askOnce));
  });
