import * as z from 'zod/mini';
import { withDatabase } from '../../lib/database/withDatabase.ts';
import { getOrder } from '../../lib/fulfilment/getOrder.ts';
import { api } from '../../lib/http/api.ts';
import { idText } from '../../lib/http/schema.ts';

const path = z.strictObject({ orderId: idText });

/** GET /fulfilment/orders/{orderId}: returns any order with its customer, payments and history. */
export const handler = api({ statements: 3, scope: 'orders:fulfil', path }, ({ path }) => withDatabase((db) => getOrder(db, path.orderId)));
