import * as z from 'zod/mini';
import { withDatabase } from '../lib/database/withDatabase.ts';
import { address } from '../lib/http/address.ts';
import { api } from '../lib/http/api.ts';
import { created } from '../lib/http/reply.ts';
import { discountCode, lineItems } from '../lib/http/schema.ts';
import { placeOrder } from '../lib/orders/placeOrder.ts';

const body = z.strictObject({
  items: lineItems,
  discountCode,
  deliveryAddress: z._default(z.nullable(address), null),
  expectedTotalInCents: z._default(z.nullable(z.int().check(z.minimum(0))), null),
});

// A rejected order takes 3 statements; contention may cause up to 3 rounds of these.
const statements = 9;

/** POST /orders: places an order for the signed-in customer, exactly once for each Idempotency-Key. */
export const handler = api({ statements, customer: true, idempotent: true, body }, async ({ body, ...caller }) => {
  const { order, replayed } = await withDatabase((db) => placeOrder(db, { ...caller, ...body }));
  return created(order, `orders/${order.id}`, replayed ? { 'Idempotency-Replayed': 'true' } : {});
});
