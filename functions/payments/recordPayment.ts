import * as z from 'zod/mini';
import { withDatabase } from '../../lib/database/withDatabase.ts';
import { api } from '../../lib/http/api.ts';
import { Reply } from '../../lib/http/reply.ts';
import { idText, text } from '../../lib/http/schema.ts';
import { paymentKinds, recordPayment } from '../../lib/payments/recordPayment.ts';

const path = z.strictObject({ orderId: idText });
const body = z.strictObject({
  kind: z.enum(paymentKinds),
  amountInCents: z.int().check(z.minimum(1)),
  reference: text(1, 255),
});

// A rejected payment or refund takes 3 statements; contention may cause up to 3 rounds of these.
const statements = 9;

/** POST /orders/{orderId}/payments: records a payment or refund, once for each reference. */
export const handler = api({ statements, scope: 'payments:write', path, body }, async ({ path, body, requestId, recordedAs }) => {
  const actor = recordedAs('payments');
  const { payment, replayed } = await withDatabase((db) => recordPayment(db, { orderId: path.orderId, ...body, actor, requestId }));
  return new Reply(201, payment, replayed ? { 'Idempotency-Replayed': 'true' } : {});
});
