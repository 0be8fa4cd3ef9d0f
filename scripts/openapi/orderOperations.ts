import { deliveryAddress, nextCursor, order, tracking } from './examples.ts';
import type { Operation } from './operation.ts';
import { cursor, limit, orderId, status } from './parameterTexts.ts';
import { nested, texts } from './texts.ts';

const items = [{ productId: 7, quantity: 2 }];
const paid = { ...order, paidInCents: 3998 };

/** The routes for the customer's own orders, and the route that advances an order. */
export const orderOperations: Readonly<Record<string, Operation>> = {
  placeOrder: {
    ...{ tag: 'Orders', summary: 'Place an order' },
    description:
      'Places an order and takes the stock of all its lines. If any line cannot be delivered, no order is placed. The order is placed exactly once for each `Idempotency-Key`. After a lost response or a 5xx, send the same request with the same key. If the first request has placed the order, the response is that order in its current state, with `Idempotency-Replayed: true`.',
    body: {
      description: 'The lines of the order and, optionally, a discount code, a delivery address and the expected total.',
      fields: {
        items: 'The lines of the order, each with a different product.',
        'items.productId': "The product's ID. The product must be active.",
        'items.quantity': 'The number of units.',
        discountCode: texts.discountCode,
        deliveryAddress: 'The delivery address. It never appears in logs or events. Null for none.',
        ...nested('deliveryAddress', texts.address),
        expectedTotalInCents:
          'The total that the customer has seen, in whole cents. If the current total differs, no order is placed, and the response is 409 `price-changed` with the current prices. Null accepts any total.',
      },
      examples: {
        minimal: ['Only the lines', { items }],
        discountCode: ['With a discount code', { items, discountCode: 'SPRING' }],
        deliveryAddress: ['With a delivery address', { items, deliveryAddress }],
        expectedTotal: ['With the total that the customer has seen', { items, expectedTotalInCents: 3998 }],
        complete: ['With all fields', { items, discountCode: 'SPRING', deliveryAddress, expectedTotalInCents: 3998 }],
      },
    },
    answer: {
      ...{ status: 201, description: 'The placed order.', schema: 'Order', headers: ['Location', 'Idempotency-Replayed'] },
      examples: {
        minimal: ['Only the lines', { ...order, deliveryAddress: null }],
        complete: ['With a discount code and a delivery address', { ...order, discountCode: 'SPRING' }],
      },
    },
    codes: ['idempotency-key-reused', 'unknown-product', 'insufficient-stock', 'price-changed', 'too-many-pending-orders'],
  },
  listOrders: {
    ...{ tag: 'Orders', summary: 'List orders', parameters: { limit: limit('orders'), cursor, status } },
    description: "Returns a page of the customer's orders, newest first.",
    answer: {
      ...{ description: "A page of the customer's orders, newest first.", schema: 'OrderPage', headers: ['Link'] },
      example: { items: [{ ...paid, status: 'processing' }], nextCursor },
    },
  },
  getOrder: {
    ...{ tag: 'Orders', summary: 'Retrieve an order', parameters: { orderId } },
    description:
      "Returns one of the customer's orders. If the order does not exist or belongs to another customer, the response is 404 `not-found`.",
    ...{ answer: { description: 'The order.', schema: 'Order', example: order }, codes: ['not-found'] },
  },
  cancelOrder: {
    ...{ tag: 'Orders', summary: 'Cancel an order', parameters: { orderId } },
    description:
      "Cancels one of the customer's orders, returns its stock, and returns the order. Only a `pending` or `processing` order can be cancelled: if the order is `shipped` or `delivered`, the response is 409 `invalid-transition`. If the order is already cancelled, the request changes nothing and returns the order.",
    answer: { description: 'The cancelled order.', schema: 'Order', example: { ...order, status: 'cancelled' } },
    codes: ['not-found', 'invalid-transition'],
  },
  advanceOrder: {
    ...{ tag: 'Fulfilment', summary: 'Advance an order', parameters: { orderId } },
    description:
      'Advances an order of any customer to its next status and returns the order. An order goes from `pending` to `processing`, then to `shipped`, then to `delivered`. If `status` is not the next status of the order, the response is 409 `invalid-transition`. If the shop cancels unpaid orders, an order must be paid before it becomes `processing`; otherwise the response is 409 `unpaid`.',
    body: {
      description: 'The next status. A shipped order may have tracking data.',
      fields: {
        status: "The order's next status: `processing`, `shipped` or `delivered`.",
        tracking: "The parcel's tracking data. Accepted only with the status `shipped`. Null for none.",
        ...nested('tracking', texts.tracking),
      },
      examples: {
        processing: ['Staff begin to process the order', { status: 'processing' }],
        shipped: ['The order is shipped', { status: 'shipped' }],
        shippedWithTracking: ['The order is shipped, with tracking data', { status: 'shipped', tracking }],
        delivered: ['The order is delivered', { status: 'delivered' }],
      },
    },
    answer: {
      ...{ description: 'The advanced order.', schema: 'Order' },
      examples: {
        processing: ['Staff process the order', { ...paid, status: 'processing' }],
        shippedWithTracking: ['The order is shipped, with tracking data', { ...paid, status: 'shipped', tracking }],
      },
    },
    codes: ['not-found', 'invalid-transition', 'unpaid'],
    problems: { 'invalid-transition': { detail: 'The order is pending and cannot become shipped.' } },
  },
};
