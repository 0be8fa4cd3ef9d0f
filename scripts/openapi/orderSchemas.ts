import { z } from 'zod';
import type { FulfilmentOrderView } from '../../lib/fulfilment/fulfilmentOrders.ts';
import type { FulfilmentOrder } from '../../lib/fulfilment/getOrder.ts';
import { orderStatuses } from '../../lib/orders/status.ts';
import type { OrderView } from '../../lib/orders/view.ts';
import { type PaymentView, paymentKinds } from '../../lib/payments/recordPayment.ts';
import { cents, describes, id, page, text, time } from './fieldSchemas.ts';
import { texts } from './texts.ts';

const address = z.object({
  name: text(texts.address.name),
  lines: z.array(z.string()).min(1).max(4).describe(texts.address.lines),
  postalCode: z.string().optional().describe(texts.address.postalCode),
  city: text(texts.address.city),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .describe(texts.address.country),
});
const tracking = z.object({
  carrier: text(texts.tracking.carrier),
  number: text(texts.tracking.number),
  url: z.string().nullable().describe(texts.tracking.url),
});
const product = z.object({
  id: id("The product's ID."),
  name: text(texts.product.name),
  priceInCents: cents('The current price of one unit, in whole cents.'),
});
const lineItem = z.object({
  productId: id("The product's ID."),
  quantity: id('The number of units.'),
  unitPriceInCents: cents('The price of one unit when the order was placed, in whole cents.'),
  product: product.describe('The product as it is now. It may be inactive.'),
});
const orderFields = {
  id: id("The order's ID."),
  status: z
    .enum(orderStatuses)
    .describe(
      'An order is `pending`, then `processing`, `shipped` and `delivered`. A `pending` or `processing` order can become `cancelled`.',
    ),
  totalInCents: cents('The sum of all lines, in whole cents.'),
  paidInCents: cents("The sum of the order's payments minus its refunds, in whole cents."),
  discountCode: z.string().nullable().describe(texts.discountCode),
  tracking: tracking.nullable().describe("The parcel's tracking data. Null if staff have entered none, or if the customer was erased."),
  deliveryAddress: address.nullable().describe('The delivery address. Null if the order has none, or if the customer was erased.'),
  createdAt: time('When the order was placed.'),
  updatedAt: time("When the order's status or paid amount last changed."),
  lineItems: z.array(lineItem).describe("The order's lines, sorted by `productId`."),
};
const order = describes<OrderView>()(z.object(orderFields));

const paymentFields = {
  kind: z.enum(paymentKinds).describe(texts.payment.kind),
  amountInCents: id(texts.payment.amountInCents),
  reference: text(texts.payment.reference),
  time: time('When the API recorded the payment or refund.'),
};
const customer = z.object({
  id: id("The customer's ID."),
  fullName: text(texts.customer.fullName),
  email: text(texts.customer.email),
});
const fulfilmentFields = {
  ...orderFields,
  customer: customer.nullable().describe('The customer who placed the order. Null if the customer was erased.'),
  payments: z.array(z.object(paymentFields)).describe("The order's payments and refunds, in the sequence in which they were recorded."),
};
const historyEvent = z.object({
  sequence: id("The event's place among the order's events, counted from 1."),
  type: text('`order.placed`, `order.advanced`, `order.cancelled`, `order.paid` or `order.refunded`.'),
  time: time('When the change was made.'),
  actor: text(
    'Who made the change: `customer`, `system`, `staff:<subject>` or `payments:<subject>`. The subject is missing if the token has none that the database can store. After the erasure of a staff member, that subject is missing too.',
  ),
  note: z.string().optional().describe('Why staff cancelled the order. Absent from all other events.'),
  from: z.string().optional().describe('The status before the change. Absent if the event did not change the status.'),
  to: z.string().optional().describe('The status after the change. Absent if the event did not change the status.'),
});

/** The response bodies with orders and payments. */
export const orderSchemas = {
  Order: order,
  OrderPage: z.object(page(order, 'The orders of this page, newest first.')),
  Payment: describes<PaymentView>()(
    z.object({ id: id("The payment's or refund's ID."), orderId: id("The order's ID."), ...paymentFields }),
  ),
  FulfilmentOrder: describes<FulfilmentOrder>()(
    z.object({
      ...fulfilmentFields,
      history: z.array(historyEvent).describe("The order's events, sorted by `sequence`. Old events may be missing."),
    }),
  ),
  FulfilmentOrderPage: z.object(page(describes<FulfilmentOrderView>()(z.object(fulfilmentFields)), 'The orders of this page.')),
} as const;
