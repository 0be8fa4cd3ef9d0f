import * as z from 'zod/mini';
import { withDatabase } from '../lib/database/withDatabase.ts';
import { api } from '../lib/http/api.ts';
import { idText } from '../lib/http/schema.ts';
import { cancelOrder } from '../lib/orders/cancelOrder.ts';

const path = z.strictObject({ orderId: idText });

// The cancellation, then the customer and the order as it is now.
const statements = 3;

/** POST /orders/{orderId}/cancel: cancels one of the signed-in customer's own orders; the stock comes back once. */
export const handler = api({ statements, customer: true, path }, ({ customer, path, requestId }) =>
  withDatabase((db) => cancelOrder(db, { customer, orderId: path.orderId, requestId })),
);
