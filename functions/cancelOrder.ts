import * as z from 'zod/mini';
import { withDatabase } from '../lib/database/withDatabase.ts';
import { api } from '../lib/http/api.ts';
import { idText } from '../lib/http/schema.ts';
import { cancelOrder } from '../lib/orders/cancelOrder.ts';

const path = z.strictObject({ orderId: idText });

// One statement cancels the order, two read the customer and the order.
const statements = 3;

/** POST /orders/{orderId}/cancel: cancels one of the signed-in customer's orders and returns its stock once. */
export const handler = api({ statements, customer: true, path }, ({ customer, path, requestId }) =>
  withDatabase((db) => cancelOrder(db, { customer, orderId: path.orderId, requestId })),
);
