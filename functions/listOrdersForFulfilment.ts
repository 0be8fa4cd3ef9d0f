import * as z from 'zod/mini';
import { withDatabase } from '../lib/database/withDatabase.ts';
import { fulfilmentOrders } from '../lib/fulfilment/fulfilmentOrders.ts';
import { listOrders } from '../lib/fulfilment/listOrders.ts';
import { orderStatuses, placedSorts, placedPosition as position } from '../lib/fulfilment/orderPages.ts';
import { type PickListRows, pickListColumns, pickLists } from '../lib/fulfilment/pickList.ts';
import { api } from '../lib/http/api.ts';
import { csv } from '../lib/http/csv.ts';
import { booleanText, idText, pageLimit, timeText } from '../lib/http/schema.ts';

const whose = { status: z.optional(z.enum(orderStatuses)), customerId: z.optional(idText), paid: z.optional(booleanText) };
const placed = { placedFrom: z.optional(timeText), placedBefore: z.optional(timeText), sort: z._default(z.enum(placedSorts), 'oldest') };
const query = z.strictObject({ limit: pageLimit(100, 50), ...whose, ...placed });
const formats = ['application/json', 'text/csv'];
const write = (orders: readonly PickListRows[]) => csv(orders.flat(), pickListColumns, 'orders.csv', { bom: true });

/** GET /fulfilment/orders: returns a page of all customers' orders as JSON, or as CSV with a row for each line item. */
export const handler = api({ statements: 3, scope: 'orders:fulfil', query, position, formats }, ({ query, after, format }) =>
  withDatabase(async (db) =>
    format === 'text/csv'
      ? { ...(await listOrders(db, { ...query, after, load: pickLists })), write }
      : listOrders(db, { ...query, after, load: fulfilmentOrders }),
  ),
);
