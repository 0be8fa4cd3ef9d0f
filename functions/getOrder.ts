import * as z from 'zod/mini';
import { withDatabase } from '../lib/database/withDatabase.ts';
import { api } from '../lib/http/api.ts';
import { idText } from '../lib/http/schema.ts';
import { getOrder } from '../lib/orders/getOrder.ts';

const path = z.strictObject({ orderId: idText });

/** GET /orders/{orderId}: returns one of the signed-in customer's orders. */
export const handler = api({ statements: 2, customer: true, path }, ({ customer, path }) =>
  withDatabase((db) => getOrder(db, { customer, orderId: path.orderId })),
);
