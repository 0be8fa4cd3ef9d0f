import * as z from 'zod/mini';
import { withDatabase } from '../lib/database/withDatabase.ts';
import { api } from '../lib/http/api.ts';
import { idText } from '../lib/http/schema.ts';
import { onlyWhenShipped, tracking } from '../lib/http/tracking.ts';
import { advanceOrder } from '../lib/orders/advanceOrder.ts';
import { orderStatuses } from '../lib/orders/status.ts';

const path = z.strictObject({ orderId: idText });
const body = z.strictObject({ status: z.enum(orderStatuses), tracking: z._default(z.nullable(tracking), null) }).check(onlyWhenShipped);

// One statement advances the order, one reads it.
const statements = 2;

/** POST /orders/{orderId}/advance: advances an order to its next status. */
export const handler = api({ statements, scope: 'orders:fulfil', path, body }, ({ path, body, requestId, recordedAs }) =>
  withDatabase((db) => advanceOrder(db, { orderId: path.orderId, ...body, requestId, actor: recordedAs('staff') })),
);
