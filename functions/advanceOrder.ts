import * as z from 'zod/mini';
import { withDatabase } from '../lib/database/withDatabase.ts';
import { api } from '../lib/http/api.ts';
import { idText, text } from '../lib/http/schema.ts';
import { advanceOrder } from '../lib/orders/advanceOrder.ts';
import { orderStatuses } from '../lib/orders/status.ts';

const path = z.strictObject({ orderId: idText });
const url = z.string().check(z.regex(/^https?:\/\/[!-~]{1,500}$/, { error: 'Expected an address with http or https' }));
const tracking = z.strictObject({ carrier: text(1, 100), number: text(1, 100), url: z._default(z.nullable(url), null) });
const onlyWhenShipped = z.check<{ readonly status: string; readonly tracking: unknown }>(({ value, issues }) => {
  if (value.tracking === null || value.status === 'shipped') return;
  issues.push({ code: 'custom', input: value.tracking, path: ['tracking'], message: 'Tracking is accepted only with the status shipped' });
});
const body = z.strictObject({ status: z.enum(orderStatuses), tracking: z._default(z.nullable(tracking), null) }).check(onlyWhenShipped);

// One statement advances the order, one reads it.
const statements = 2;

/** POST /orders/{orderId}/advance: advances an order to its next status. */
export const handler = api({ statements, scope: 'orders:fulfil', path, body }, ({ path, body, requestId, recordedAs }) =>
  withDatabase((db) => advanceOrder(db, { orderId: path.orderId, ...body, requestId, actor: recordedAs('staff') })),
);
