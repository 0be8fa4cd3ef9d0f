import type { Context } from 'aws-lambda';
import { withDatabase } from '../lib/database/withDatabase.ts';
import { duringInvocation, invocationOf } from '../lib/invocation.ts';
import { expireOrders } from '../lib/orders/expireOrders.ts';
import { reportOverdue } from '../lib/orders/reportOverdue.ts';

/** Runs every minute: cancels the pending orders that were not paid in time, and returns their stock. Then logs the overdue orders and refunds. */
export const handler = (_event: unknown, context: Context) =>
  duringInvocation(invocationOf(context), () => expireOrders(withDatabase).finally(() => reportOverdue(withDatabase)));
