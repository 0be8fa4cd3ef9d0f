import { payment, order as placed } from './examples.ts';
import type { Operation } from './operation.ts';
import { cursor, limit, orderId, status } from './parameterTexts.ts';

const order = {
  ...{ ...placed, status: 'processing', paidInCents: 3998, updatedAt: '2026-03-13T08:30:00.000Z' },
  ...{ customer: { id: 3, fullName: 'Ada Example', email: 'ada@example.com' }, payments: [payment] },
};
const history = [
  { sequence: 1, type: 'order.placed', time: '2026-03-12T19:03:58.000Z', actor: 'customer' },
  { sequence: 2, type: 'order.paid', time: '2026-03-12T19:04:11.000Z', actor: 'payments:shop-payments' },
  {
    ...{ sequence: 3, type: 'order.advanced', time: '2026-03-13T08:30:00.000Z', actor: 'staff:auth0|warehouse-3' },
    ...{ from: 'pending', to: 'processing' },
  },
];
const cancelled = {
  ...{ ...order, status: 'cancelled', updatedAt: '2026-03-13T09:00:00.000Z' },
  history: [
    ...history,
    {
      ...{ sequence: 4, type: 'order.cancelled', time: '2026-03-13T09:00:00.000Z', actor: 'staff:auth0|warehouse-3' },
      ...{ note: 'Damaged in the warehouse', from: 'processing', to: 'cancelled' },
    },
  ],
};
const csv = [
  'orderId,status,placedAt,paid,customer,productId,sku,product,quantity,unitPriceInCents,deliveryName,deliveryLines,postalCode,city,country\r\n',
  '17,processing,2026-03-12T19:03:58.000Z,true,Ada Example,7,TEAPOT-1,Teapot,2,1999,Ada Example,Teapot Lane 7,10115,Berlin,DE\r\n',
].join('');

/** The routes of functions/fulfilment.ts and functions/listOrdersForFulfilment.ts. */
export const fulfilmentOperations: Readonly<Record<string, Operation>> = {
  listOrdersForFulfilment: {
    ...{ tag: 'Fulfilment', summary: 'List the orders of all customers' },
    description:
      "Returns a page of all customers' orders, sorted by the time when they were placed. With `customerId`, the orders are sorted by ID. With `Accept: text/csv`, the response is a pick list: a CSV file with a row for each line of an order.",
    parameters: {
      ...{ limit: limit('orders'), cursor, status, customerId: ['Returns only orders of this customer.', 3] },
      paid: [
        '`true` returns only paid orders: their `paidInCents` is at least `totalInCents`. `false` returns only unpaid orders.',
        'true',
      ],
      placedFrom: ['Returns only orders placed at this time or later.', '2026-03-01T00:00:00Z'],
      placedBefore: ['Returns only orders placed before this time.', '2026-04-01T00:00:00Z'],
      sort: ['Whether the `oldest` or the `newest` orders come first.', 'oldest'],
    },
    answer: {
      ...{ description: 'A page of orders.', schema: 'FulfilmentOrderPage', example: { items: [order], nextCursor: null } },
      ...{ text: { 'text/csv': csv }, headers: ['Content-Disposition', 'Link'] },
    },
  },
  getOrderForFulfilment: {
    ...{ tag: 'Fulfilment', summary: 'Retrieve an order of any customer' },
    description:
      'Returns an order with its customer, payments and history. The history of an old order may be incomplete, because events are deleted after their retention time.',
    ...{ parameters: { orderId }, codes: ['not-found'] },
    answer: { description: 'The order.', schema: 'FulfilmentOrder', example: { ...order, history } },
  },
  cancelOrderForFulfilment: {
    ...{ tag: 'Fulfilment', summary: 'Cancel an order of any customer', parameters: { orderId } },
    description:
      'Cancels an order, returns its stock, and returns the order. Only a `pending` or `processing` order can be cancelled: if the order is `shipped` or `delivered`, the response is 409 `invalid-transition`. If the order is already cancelled, the request changes nothing and returns the order. The request refunds no money: `paidInCents` changes when the refund is recorded.',
    body: {
      description: 'The reason for the cancellation.',
      fields: {
        reason:
          "Why staff cancel the order. It becomes the `note` in the order's history and in the event `order.cancelled`. It is not erased with the customer, so write no personal data into it.",
      },
      example: { reason: 'Damaged in the warehouse' },
    },
    answer: { description: 'The cancelled order.', schema: 'FulfilmentOrder', example: cancelled },
    codes: ['not-found', 'invalid-transition'],
  },
};
