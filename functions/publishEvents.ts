import type { Context, ScheduledEvent } from 'aws-lambda';
import { withDatabase } from '../lib/database/withDatabase.ts';
import { publishEvents } from '../lib/events/publishEvents.ts';
import { duringInvocation, invocationOf } from '../lib/invocation.ts';

/** Every minute: hands the events of orders to EventBridge, at least once, an order's in their order. */
export const handler = (_event: ScheduledEvent, context: Context) =>
  duringInvocation(invocationOf(context), () => publishEvents(withDatabase));
