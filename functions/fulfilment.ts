import { routed } from '../lib/http/routed.ts';
import { handler as cancelOrder } from './fulfilment/cancelOrder.ts';
import { handler as getOrder } from './fulfilment/getOrder.ts';
import { handler as listOrdersForFulfilment } from './listOrdersForFulfilment.ts';

/** /fulfilment: shows and cancels the orders of all customers, for staff. */
export const handler = routed({
  // This route now has a function of its own. During this deploy, the gateway still sends the route's requests here. Remove the entry in the next release.
  'GET /fulfilment/orders': listOrdersForFulfilment,
  'GET /fulfilment/orders/{orderId}': getOrder,
  'POST /fulfilment/orders/{orderId}/cancel': cancelOrder,
});
