import type { Context, ScheduledEvent } from 'aws-lambda';
import { withDatabase } from '../lib/database/withDatabase.ts';
import { publishEvents } from '../lib/events/publishEvents.ts';
import { duringInvocation, invocationOf } from '../lib/invocation.ts';

/** Runs every minute: publishes order events to EventBridge at least once, each order's in sequence. */
export const handler = (_event: ScheduledEvent, context: Context) =>
  duringInvocation(invocationOf(context), () => publishEvents(withDatabase));
