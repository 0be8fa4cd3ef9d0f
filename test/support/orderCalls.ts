import { randomUUID } from 'node:crypto';
import { handler as advance } from '../../functions/advanceOrder.ts';
import { handler as cancel } from '../../functions/cancelOrder.ts';
import { handler as pay } from '../../functions/payments/recordPayment.ts';
import { handler as place } from '../../functions/placeOrder.ts';
import { call } from './call.ts';

type Items = readonly { readonly productId: number | undefined; readonly quantity: number }[];

/** Places an order of a customer, by default with a new key. `terms` are further fields of the body. */
export const placeOrder = (subject: string, items: Items, key: string = randomUUID(), terms: object = {}) =>
  call(place, { subject, headers: { 'Idempotency-Key': key }, body: { items, ...terms } });

/** Cancels an order as its customer. */
export const cancelOrder = (subject: string, orderId: number) => call(cancel, { subject, path: { orderId: String(orderId) } });

/** Advances an order as staff. */
export const advanceOrder = (orderId: number, status: string, tracking?: unknown) =>
  call(advance, {
    scope: 'orders:fulfil',
    path: { orderId: String(orderId) },
    body: { status, ...(tracking !== undefined && { tracking }) },
  });

/** Reports a payment or a refund of an order, by default with a new reference. */
export const recordPayment = (orderId: number, kind: string, amountInCents: number, reference: string = randomUUID()) =>
  call(pay, { scope: 'payments:write', path: { orderId: String(orderId) }, body: { kind, amountInCents, reference } });
