import type { Context, ScheduledEvent } from 'aws-lambda';
import { withDatabase } from '../lib/database/withDatabase.ts';
import { duringInvocation, invocationOf } from '../lib/invocation.ts';
import { expireOrders } from '../lib/orders/expireOrders.ts';

/** Runs every minute: cancels the pending orders that were not paid in time, and returns their stock. */
export const handler = (_event: ScheduledEvent, context: Context) =>
  duringInvocation(invocationOf(context), () => expireOrders(withDatabase));
