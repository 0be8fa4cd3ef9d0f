import type { OrderStatus } from '../models/order.ts';

export { orderStatuses } from '../models/order.ts';

/** The one status from which an order may be advanced to another; what is not here cannot be advanced to. */
export const predecessors: Readonly<Partial<Record<OrderStatus, OrderStatus>>> = {
  processing: 'pending',
  shipped: 'processing',
  delivered: 'shipped',
};

/** What an order may still be cancelled from: nothing has left the house. */
export const cancellable: readonly OrderStatus[] = ['pending', 'processing'];
