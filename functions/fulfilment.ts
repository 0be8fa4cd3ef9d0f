import { routed } from '../lib/http/routed.ts';
import { handler as cancelOrder } from './fulfilment/cancelOrder.ts';
import { handler as getOrder } from './fulfilment/getOrder.ts';
import { handler as listOrdersForFulfilment } from './listOrdersForFulfilment.ts';

/** /fulfilment: shows and cancels the orders of all customers, for staff. */
export const handler = routed({
  // This route has its own function now. The entry stays for one release, because the gateway still sends the route here during a deploy.
  'GET /fulfilment/orders': listOrdersForFulfilment,
  'GET /fulfilment/orders/{orderId}': getOrder,
  'POST /fulfilment/orders/{orderId}/cancel': cancelOrder,
});
