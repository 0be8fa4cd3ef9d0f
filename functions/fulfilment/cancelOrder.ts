import * as z from 'zod/mini';
import { withDatabase } from '../../lib/database/withDatabase.ts';
import { cancelOrder } from '../../lib/fulfilment/cancelOrder.ts';
import { api } from '../../lib/http/api.ts';
import { idText, text } from '../../lib/http/schema.ts';

const path = z.strictObject({ orderId: idText });
const body = z.strictObject({ reason: text(1, 200) });

// One statement cancels the order, three read it.
const statements = 4;

/** POST /fulfilment/orders/{orderId}/cancel: cancels any order that has not shipped and returns its stock once. */
export const handler = api({ statements, scope: 'orders:fulfil', path, body }, ({ path, body, requestId, recordedAs }) =>
  withDatabase((db) => cancelOrder(db, { orderId: path.orderId, ...body, requestId, actor: recordedAs('staff') })),
);
