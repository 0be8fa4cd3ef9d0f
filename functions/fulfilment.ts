import { routed } from '../lib/http/routed.ts';
import { handler as cancelOrder } from './fulfilment/cancelOrder.ts';
import { handler as getOrder } from './fulfilment/getOrder.ts';

/** /fulfilment: shows and cancels the orders of all customers, for staff. */
export const handler = routed({
  'GET /fulfilment/orders/{orderId}': getOrder,
  'POST /fulfilment/orders/{orderId}/cancel': cancelOrder,
});
