import * as z from 'zod/mini';
import { withDatabase } from '../lib/database/withDatabase.ts';
import { api } from '../lib/http/api.ts';
import { pageLimit } from '../lib/http/schema.ts';
import { listOrders, orderPosition } from '../lib/orders/listOrders.ts';
import { orderStatuses } from '../lib/orders/status.ts';

const query = z.strictObject({ limit: pageLimit(100, 20), status: z.optional(z.enum(orderStatuses)) });

/** GET /orders: returns a page of the signed-in customer's orders, newest first. */
export const handler = api({ statements: 2, customer: true, query, position: orderPosition }, ({ customer, query, after }) =>
  withDatabase((db) => listOrders(db, { customer, ...query, after })),
);
