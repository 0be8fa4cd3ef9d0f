import type { OrderStatus } from '../models/order.ts';

export { orderStatuses } from '../models/order.ts';

/** The status that an order must have before each status. An order cannot be advanced to a status that has no entry here. */
export const predecessors: Readonly<Partial<Record<OrderStatus, OrderStatus>>> = {
  processing: 'pending',
  shipped: 'processing',
  delivered: 'shipped',
};

/** The statuses in which an order can be cancelled: nothing has shipped yet. */
export const cancellable: readonly OrderStatus[] = ['pending', 'processing'];
