import type { Operation } from './operation.ts';

const order = {
  ...{ id: 17, status: 'processing', totalInCents: 3998, paidInCents: 3998, discountCode: null, tracking: null },
  deliveryAddress: { name: 'Ada Example', lines: ['Teapot Lane 7'], postalCode: '10115', city: 'Berlin', country: 'DE' },
  ...{ createdAt: '2026-03-12T19:03:58.000Z', updatedAt: '2026-03-13T08:30:00.000Z' },
  lineItems: [{ productId: 7, quantity: 2, unitPriceInCents: 1999, product: { id: 7, name: 'Teapot', priceInCents: 1999 } }],
  customer: { id: 5, fullName: 'Ada Example', email: 'ada@example.com' },
  payments: [{ kind: 'payment', amountInCents: 3998, reference: 'ch_3Mm', time: '2026-03-12T19:04:11.000Z' }],
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
const orderId = ["The order's ID", 17] as const;

/** The routes of functions/fulfilment.ts. */
export const fulfilmentOperations: Readonly<Record<string, Operation>> = {
  listOrdersForFulfilment: {
    ...{ tag: 'Fulfilment', summary: 'List the orders of all customers' },
    description:
      "Returns a page of all customers' orders, sorted by the time when they were placed. With `customerId`, the orders are sorted by ID. With `Accept: text/csv`, the response is a pick list with a row for each line item.",
    parameters: {
      limit: ['Maximum number of orders on the page', 50],
      cursor: ['The `nextCursor` of the previous page. Send it with the same filters and sort'],
      ...{ status: ['Returns only orders with this status', 'processing'], customerId: ['Returns only orders of this customer', 5] },
      paid: ['`true` returns only paid orders: their `paidInCents` is at least `totalInCents`; `false` returns only unpaid orders', 'true'],
      placedFrom: ['Returns only orders placed at this time or later', '2026-03-01T00:00:00Z'],
      placedBefore: ['Returns only orders placed before this time', '2026-04-01T00:00:00Z'],
      sort: ['`oldest` or `newest` first', 'oldest'],
    },
    answer: {
      ...{ description: 'A page of orders', schema: 'FulfilmentOrderPage', example: { items: [order], nextCursor: null } },
      ...{ text: { 'text/csv': csv }, headers: ['Content-Disposition', 'Link'] },
    },
  },
  getOrderForFulfilment: {
    ...{ tag: 'Fulfilment', summary: 'Retrieve an order of any customer' },
    description:
      'Returns an order with its customer, payments and history. The history of an old order may be incomplete, because events are deleted after their retention time.',
    ...{ parameters: { orderId }, codes: ['not-found'] },
    answer: { description: 'The order', schema: 'FulfilmentOrder', example: { ...order, history } },
  },
  cancelOrderForFulfilment: {
    ...{ tag: 'Fulfilment', summary: 'Cancel an order of any customer' },
    description:
      'Cancels a pending or processing order, returns its stock, and returns the order. Cancelling it again changes nothing. The paid amount stays in `paidInCents` until a refund is recorded.',
    parameters: { orderId },
    body: {
      description: 'The reason, which becomes the note in the history and in the event.',
      example: { reason: 'Damaged in the warehouse' },
    },
    answer: { description: 'The cancelled order', schema: 'FulfilmentOrder', example: cancelled },
    codes: ['not-found', 'invalid-transition'],
  },
};
