import * as z from 'zod/mini';
import { orderStatuses } from '../models/order.ts';
import type { EventType, OrderEvent } from './orderEvent.ts';

const id = z.int().check(z.minimum(1));
const cents = z.int().check(z.minimum(0));
const status = z.enum(orderStatuses);

/** The fields that every event's detail has in addition to its payload. */
const envelope = z.object({
  schemaVersion: z.literal(1),
  id,
  orderId: id,
  sequence: z.int().check(z.minimum(1)),
  time: z.iso.datetime(),
  actor: z.string().check(z.regex(/^(customer|system|(staff|payments)(:.+)?)$/)),
  requestId: z.string().check(z.minLength(1)),
  replayed: z.optional(z.literal(true)),
});

const order = { totalInCents: cents, discountCode: z.nullable(z.string()) };
const payment = { status, ...order, amountInCents: id, paidInCents: cents, reference: z.string().check(z.minLength(1)) };

/** The detail of each type of event on the bus. asyncapi.json is made from these schemas. */
export const eventDetails = {
  'order.placed': z.extend(envelope, {
    status: z.literal('pending'),
    ...order,
    lineItems: z.array(z.object({ productId: id, quantity: z.int().check(z.minimum(1)), unitPriceInCents: cents })).check(z.minLength(1)),
  }),
  'order.advanced': z.extend(envelope, {
    status: z.enum(['processing', 'shipped', 'delivered']),
    previousStatus: z.enum(['pending', 'processing', 'shipped']),
    ...order,
  }),
  'order.cancelled': z.extend(envelope, {
    status: z.literal('cancelled'),
    previousStatus: z.enum(['pending', 'processing']),
    ...order,
    reason: z.enum(['customer', 'fulfilment', 'unpaid']),
    refundDueInCents: cents,
    note: z.optional(z.string()),
  }),
  'order.paid': z.extend(envelope, payment),
  'order.refunded': z.extend(envelope, payment),
} satisfies Readonly<Record<EventType, z.core.$ZodType>>;

/** Returns an event's detail, as it is sent: the payload and the fields that every detail has. */
export function eventDetail({ id, orderId, sequence, payload, actor, requestId, createdAt, isReplay }: OrderEvent) {
  const common: z.output<typeof envelope> = {
    ...{ schemaVersion: 1, id, orderId, sequence, time: createdAt.toISOString(), actor, requestId },
    ...(isReplay && { replayed: true }),
  };
  return { ...payload, ...common };
}
